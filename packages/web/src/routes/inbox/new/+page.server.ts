import { redirect } from '@sveltejs/kit';
import { conversations } from '@ganwan/shared/conversations/contract';
import { signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import type { Actions, PageServerLoad } from './$types';

/** Reached by address only after signing in on the way: the button of the listing posts. */
export const load: PageServerLoad = ({ url }) => ({ listingId: url.searchParams.get('listing') ?? '', full: false });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const listingId = event.url.searchParams.get('listing') ?? '';
    let id: string;
    try {
      ({ id } = await signedIn(event, (api) => api.call(conversations.open, { body: { listingId } })));
    } catch (failure) {
      return refuseOne('open', failure, form);
    }
    redirect(303, `/inbox/${id}`);
  },
};
