import { subFamilyOf } from '@ganwan/shared/catalogue/families';
import { conversations } from '@ganwan/shared/conversations/contract';
import { imports } from '@ganwan/shared/imports/contract';
import { ListingState, type OwnListingSummary, listings } from '@ganwan/shared/listings/contract';
import { notices } from '@ganwan/shared/notices/contract';
import type { Api } from '#lib/api.ts';
import { clock } from '#lib/clock.svelte.ts';
import { dayOf } from '#lib/conversations/when.ts';
import { redirect } from '@sveltejs/kit';
import { isOfPlatform } from '#lib/me.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { text } from '#lib/server/refuse.ts';
import { locale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** How many days before its end a listing is worth a word. */
const soonDays = 14;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const state = ListingState.safeParse(searchParams.get('state'));
  const cursor = searchParams.get('cursor') ?? undefined;
  const ending = searchParams.has('ending');
  const soon = dayOf(new Date(clock.moment().getTime() + soonDays * 86_400_000));
  const { me } = await event.parent();
  if (isOfPlatform(me)) redirect(303, '/platform');
  return signedIn(event, async (api) => {
    const [unread, told, drafts, endingSoon, uploads, own] = await Promise.all([
      api.call(conversations.list, { query: { unread: 'true', limit: 5 } }),
      api.call(notices.list, { query: { unread: 'true', limit: 5 } }),
      api.call(listings.listOwn, { query: { state: 'draft', limit: 5 } }),
      api.call(listings.listEnding, { query: { by: soon, limit: 5 } }),
      api.call(imports.list, { query: { limit: 10 } }),
      ending ? api.call(listings.listEnding, { query: { by: soon, cursor, limit: 20 } }) : api.call(listings.listOwn, { query: { ...(state.success && { state: state.data }), cursor, limit: 20 } }),
    ]);
    return {
      may: me?.acting?.mayPublish ?? false,
      enterpriseId: me?.acting?.id ?? '',
      now: {
        unread,
        notices: told.items,
        drafts,
        ending: endingSoon,
        imports: uploads.items.filter(({ status }) => status === 'checked' || status === 'checking' || status === 'importing'),
      },
      shown: ending ? 'ending' : (state.data ?? 'all'),
      own: { items: own.items.map(named), nextCursor: own.nextCursor },
    };
  });
};

const named = (listing: OwnListingSummary) => ({ ...listing, subFamilyName: subFamilyOf(listing.subFamily).label[locale()] });

async function act(event: RequestEvent, of: string, ask: (api: Api, id: string, body: { revision: number }) => Promise<unknown>) {
  const form = await event.request.formData();
  try {
    await ask(api(event), text(form, 'id'), { revision: Number(form.get('revision')) });
  } catch (failure) {
    return refuseOne(of, failure, form);
  }
  return { done: of };
}

export const actions: Actions = {
  publish: (event) => act(event, 'publish', (api, id, body) => api.call(listings.publish, { params: { id }, body })),
  pause: (event) => act(event, 'pause', (api, id, body) => api.call(listings.pause, { params: { id }, body })),
  archive: (event) => act(event, 'archive', (api, id, body) => api.call(listings.archive, { params: { id }, body })),
  read: (event) => act(event, 'read', (api, id) => api.call(notices.read, { params: { id } })),
};
