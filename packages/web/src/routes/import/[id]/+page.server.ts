import { subFamilyOf } from '@ganwan/shared/catalogue/families';
import { columnsOf } from '@ganwan/shared/imports/columns';
import { type ImportFault, imports } from '@ganwan/shared/imports/contract';
import { columnName, refusalText } from '@ganwan/shared/imports/words';
import { problemWords } from '#lib/imports/words.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { locale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  signedIn(event, async (api) => {
    const { params } = event;
    const rows = (of: ImportFault) => api.call(imports.refused, { params, query: { of, cursor: event.url.searchParams.get(of) ?? undefined, limit: 50 } });
    const [one, refused, incomplete, { me }] = await Promise.all([api.call(imports.show, { params }), rows('refused'), rows('incomplete'), event.parent()]);
    // Names of columns and reasons are put into words here: the browser need not know the catalogue.
    const columns = new Map(columnsOf(one.subFamily).map((column) => [column.key, column]));
    const inWords = ({ items, nextCursor }: typeof refused) => ({
      nextCursor,
      rows: items.map(({ row, itemNumber, fields }) => ({
        row, itemNumber, reasons: fields.map((field) => ({ column: columnName(columns.get(field.path), field.path, locale()), text: refusalText(field, columns.get(field.path), locale()) })),
      })),
    });
    return {
      one,
      may: me?.acting?.mayPublish ?? false,
      subFamilyName: subFamilyOf(one.subFamily).label[locale()],
      problem: one.problem && problemWords(one.problem, (key) => columns.get(key)?.label[locale()] ?? key),
      refused: inWords(refused),
      incomplete: inWords(incomplete),
    };
  });

async function act(event: RequestEvent, of: 'run' | 'cancel') {
  const form = await event.request.formData();
  const { params } = event;
  try {
    await (of === 'run' ? api(event).call(imports.run, { params, body: { publish: form.get('publish') === 'yes' } }) : api(event).call(imports.cancel, { params }));
  } catch (failure) {
    return refuseOne(of, failure, form);
  }
  return { done: of };
}

export const actions: Actions = { run: (event) => act(event, 'run'), cancel: (event) => act(event, 'cancel') };
