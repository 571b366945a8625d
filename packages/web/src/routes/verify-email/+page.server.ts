import { accounts } from '@ganwan/shared/people/accounts-contract';
import { ApiFailure } from '#lib/api-failure.ts';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** Where the letter's link leads: it confirms, or says that the link no longer works and where to get a new one. */
export const load: PageServerLoad = async (event) => {
  try {
    await api(event).call(accounts.verifyEmail, { query: { token: event.url.searchParams.get('token') ?? '' } });
    return { confirmed: true };
  } catch (failure) {
    // `invalid_input`: a link that was cut off in the letter.
    if (failure instanceof ApiFailure && (failure.code === 'link_expired' || failure.code === 'invalid_input')) return { confirmed: false };
    throw failure;
  }
};
