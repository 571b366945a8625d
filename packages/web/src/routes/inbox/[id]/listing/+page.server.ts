import { redirect } from '@sveltejs/kit';
import { conversations } from '@ganwan/shared/conversations/contract';
import { dayInChina } from '@ganwan/shared/listings/rules';
import { stateWords } from '#lib/conversations/who.ts';
import { listingView } from '#lib/listings/view/view.ts';
import { signedIn } from '#lib/server/api.ts';
import { documentsOf } from '#lib/server/documents.ts';
import { now } from '#lib/server/now.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { PageServerLoad } from './$types';

/** What the conversation is about, as it was last published; while it is on display it has its own page. */
export const load: PageServerLoad = (event) =>
  signedIn(event, async (api) => {
    const { params } = event;
    const locale = readersLocale();
    const [entry, listing, { me }] = await Promise.all([api.call(conversations.show, { params }), api.call(conversations.listing, { params }), event.parent()]);
    if (entry.listing.state === 'published') redirect(303, `/listings/${listing.id}`);
    const documents = await documentsOf(api, listing);
    const to = event.url.searchParams.get('to') ?? me?.acting?.region;
    return { conversationId: entry.id, standing: stateWords(entry.listing.state, locale), view: listingView(listing, { documents, today: dayInChina(now()), to, locale }) };
  });
