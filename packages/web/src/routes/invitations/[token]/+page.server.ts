import { redirect } from '@sveltejs/kit';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import type { Actions, PageServerLoad } from './$types';

/** Without an account too: the link in the letter is enough to read it. */
export const load: PageServerLoad = async (event) => {
  const asked = api(event);
  const me = asked.call(people.me, {}).catch((failure: unknown) => {
    if (failure instanceof ApiFailure && failure.code === 'sign_in_required') return null;
    throw failure;
  });
  const letter = asked.call(enterprises.invitation, { params: event.params }).catch((failure: unknown) => {
    if (failure instanceof ApiFailure && (failure.code === 'not_found' || failure.code === 'link_expired' || failure.code === 'invalid_input')) return null;
    throw failure;
  });
  return { letter: await letter, email: (await me)?.person.email ?? null };
};

export const actions: Actions = {
  accept: async (event) => {
    const form = await event.request.formData();
    try {
      await signedIn(event, (asked) => asked.call(enterprises.acceptInvitation, { params: event.params }));
    } catch (failure) {
      return refuseOne('accept', failure, form);
    }
    redirect(303, '/workbench');
  },
  decline: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).call(enterprises.declineInvitation, { params: event.params });
    } catch (failure) {
      return refuseOne('decline', failure, form);
    }
    return { done: 'decline' };
  },
};
