import { families, subFamiliesOf, subFamilyOf } from '@ganwan/shared/catalogue/families';
import { type ListingDraft, listings } from '@ganwan/shared/listings/contract';
import { people } from '@ganwan/shared/people/contract';
import { localText } from '@ganwan/shared/values';
import { error, redirect } from '@sveltejs/kit';
import { api, signedIn } from '#lib/server/api.ts';
import { refuse, text } from '#lib/server/refuse.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const drafts = await signedIn(event, async ({ call }) => {
    const { active } = await call(people.me, {});
    if (!active) redirect(303, '/welcome?next=/publish');
    if (!active.can.publish) error(403, { message: 'not_allowed', code: 'not_allowed', requestId: null });
    return call(listings.listOwn, { query: { state: 'draft', limit: 5 } });
  });
  return {
    kind: event.url.searchParams.get('kind') === 'demand' ? 'demand' : 'supply',
    families: families.map(({ code, label }) => ({
      name: label[locale],
      subFamilies: subFamiliesOf(code).map((subFamily) => ({ value: subFamily.code, label: subFamily.label[locale] })),
    })),
    drafts: drafts.items.map(({ id, title, subFamily, updatedAt }) => ({ id, title: localText(title, locale), category: subFamilyOf(subFamily).label[locale], updatedAt })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { call } = api(event);
    const body = { kind: text(form, 'kind'), subFamily: text(form, 'subFamily'), title: { [readersLocale()]: text(form, 'title') } } as ListingDraft;
    let id: string;
    try {
      const { active } = await call(people.me, {});
      // What goes without saying; all of it can be changed.
      const own = { ...(active?.enterprise.chains.length === 1 && { chain: active.enterprise.chains[0] }), ...(body.kind === 'supply' && active && { originRegion: active.enterprise.region }) };
      ({ id } = await call(listings.create, { body: { ...own, ...body } }));
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, `/listings/${id}/edit`);
  },
};
