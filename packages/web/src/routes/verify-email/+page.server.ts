import { redirect } from '@sveltejs/kit';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** Where the letter's link leads: it confirms and goes on; a link that no longer works says so. */
export const load: PageServerLoad = async (event) => {
  await api(event).call(accounts.verifyEmail, { query: { token: event.url.searchParams.get('token') ?? '' } });
  redirect(303, '/account');
};
