import { redirect } from '@sveltejs/kit';
import { families, SubFamily, subFamilies, subFamilyOf } from '@ganwan/shared/catalogue/families';
import { type ImportQuery, imports } from '@ganwan/shared/imports/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import { signedIn } from '#lib/server/api.ts';
import { refuse, text } from '#lib/server/refuse.ts';
import { locale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const cursor = event.url.searchParams.get('cursor') ?? undefined;
  const { me } = await event.parent();
  const { items, nextCursor } = await signedIn(event, (api) => api.call(imports.list, { query: { cursor, limit: 20 } }));
  const chosen = SubFamily.safeParse(event.url.searchParams.get('subFamily'));
  return {
    may: me?.acting?.mayPublish ?? false,
    chosen: chosen.success ? chosen.data : 'copper_foil',
    // Here and not in the browser, which would have to load the whole catalogue for these names.
    subFamilies: subFamilies.map(({ code, label, family }) => ({ value: code, label: label[locale()], group: families.find((one) => one.code === family)?.label[locale()] })),
    imports: items.map((one) => ({ ...one, subFamilyName: subFamilyOf(one.subFamily).label[locale()] })),
    nextCursor,
  };
};

export const actions: Actions = {
  /** For browsers without JavaScript; others send the file straight to the API, which tells how far it is. */
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) {
      const code = file instanceof File && file.name !== '' ? 'file_empty' : 'unchosen';
      return refuse(new ApiFailure('invalid_input', 422, { code: 'invalid_input', requestId: '', fields: [{ path: 'file', code, params: {} }] }), form);
    }
    const query = { kind: text(form, 'kind'), subFamily: text(form, 'subFamily') } as ImportQuery;
    let id: string;
    try {
      ({ id } = await signedIn(event, (api) => api.upload(imports.create, file, { query })));
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, `/import/${id}`);
  },
};
