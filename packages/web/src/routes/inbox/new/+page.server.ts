import { redirect } from '@sveltejs/kit';
import { conversations } from '@ganwan/shared/conversations/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { localText } from '@ganwan/shared/values';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { locale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad } from './$types';

/** Reached by address only after signing in on the way: the button of the listing posts. */
export const load: PageServerLoad = async (event) => {
  const id = event.url.searchParams.get('listing') ?? '';
  const { title, enterprise } = await api(event).call(listings.show, { params: { id } });
  return { listing: { id, title: localText(title, locale()), enterprise: localText(enterprise.names, locale()) }, full: false };
};

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
