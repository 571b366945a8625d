import { subFamilyOf } from '@ganwan/shared/catalogue/families';
import { files } from '@ganwan/shared/files/contract';
import { completeness, flatten, pathLabel } from '@ganwan/shared/listings/compare';
import { faultLabel } from '@ganwan/shared/listings/fault-label';
import { type ListingEdit, listings, listingStates, type OwnListing } from '@ganwan/shared/listings/contract';
import { allFailures, dayInChina } from '@ganwan/shared/listings/rules';
import { localText } from '@ganwan/shared/values';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { commonChoices, plannedInputs, proofWords } from '#lib/listings/form-plan.ts';
import { type FormValues, valuesOf, withoutEmptyRows } from '#lib/listings/form-values.ts';
import type { Theirs } from '#lib/merge.ts';
import { readListingForm } from '#lib/listings/read-form.ts';
import { now } from '#lib/server/now.ts';
import { fieldWords } from '#lib/words/failure.ts';
import type { Api } from '#lib/api.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { documentsOf } from '#lib/server/documents.ts';
import { refuse, text, textsByName } from '#lib/server/refuse.ts';
import { locale as readersLocale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const locale = readersLocale();
  const params = { id: event.params.id };
  const [listing, { looked, openings }] = await signedIn(event, ({ call }) => Promise.all([call(listings.showOwn, { params }), call(listings.openings, { params })]));
  const { filled, total, next } = completeness(listing);
  const said = (path: string) => pathLabel(listing.subFamily, path)?.[locale] ?? path;
  const sentences = (list: OwnListing['missing']) => list.map((failure) => ({ path: failure.path, text: fieldWords(failure, faultLabel(listing, failure.path)?.[locale] ?? failure.path, locale) }));
  return {
    id: listing.id,
    title: localText(listing.title, locale),
    kind: listing.kind,
    hs: subFamilyOf(listing.subFamily).hs.join(' · '),
    category: subFamilyOf(listing.subFamily).label[locale],
    state: { code: listing.state, label: listingStates.find(({ code }) => code === listing.state)?.label[locale] ?? listing.state, changed: listing.changed, version: listing.version },
    revision: listing.revision,
    can: listing.can,
    values: valuesOf(listing),
    inputs: plannedInputs(listing.subFamily, locale),
    choices: commonChoices(locale),
    proofWords: proofWords(locale),
    /** What each field is called, by its path: `priceTiers`, `attributes.thickness`. */
    words: Object.fromEntries([...flatten(listing).keys()].map((path) => [path, said(path)])),
    documents: await documentsOf(api(event), listing),
    missing: sentences(listing.missing),
    warnings: sentences(listing.warnings),
    completeness: { filled, total, next: next.slice(0, 4).map(said) },
    openings: { looked, first: openings.slice(0, 4).map(({ path, count }) => ({ label: said(path), count })) },
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  save: (event) => keep(event, 'saved'),
  publish: (event) => keep(event, 'published'),
  pause: (event) => keep(event, 'paused'),
  archive: (event) => keep(event, 'archived'),
};

/** What follows saving. */
const then = { saved: null, published: listings.publish, paused: listings.pause, archived: listings.archive };

const filesOfForm = [{ fresh: 'newImages', name: 'imageIds', takes: 'image' }, { fresh: 'newDocuments', name: 'documentIds', takes: 'document' }] as const;

/** Scans sent with the form itself, one input for each certificate that has none. */
async function addScans(form: FormData, upload: Api['upload']): Promise<void> {
  const [scans, ids] = [form.getAll('newScan'), form.getAll('certificate.fileId').map(String)];
  form.delete('newScan');
  form.delete('certificate.fileId');
  for (const id of ids) {
    const scan = id === '' ? scans.shift() : undefined;
    form.append('certificate.fileId', scan instanceof File && scan.size > 0 ? (await upload(files.upload, scan, {})).id : id);
  }
}

/** Saves the form, and does with what was saved what was asked. */
async function keep(event: RequestEvent<{ id: string }>, asked: keyof typeof then) {
  const form = await event.request.formData();
  const { call, upload } = api(event);
  const params = { id: event.params.id };
  let saved = false;
  let values: FormValues | undefined;
  try {
    const own = await call(listings.showOwn, { params });
    // Files sent with the form itself: without JavaScript there is no other way.
    for (const { fresh, name, takes } of filesOfForm) {
      for (const file of form.getAll(fresh)) {
        if (!(file instanceof File) || file.size === 0) continue;
        const { id, kind } = await upload(files.upload, file, {});
        if (kind !== takes) return fail(415, { code: 'file_type_refused' as const, fields: [], requestId: null, typed: textsByName(form) });
        form.append(name, id);
      }
      form.delete(fresh);
    }
    await addScans(form, upload);
    values = withoutEmptyRows(textsByName(form));
    const { fields, failures } = readListingForm(values, own.subFamily);
    // What can be known here is told all at once; the API, which decides, would tell one step after the other.
    const wrong = (today: string | null) => allFailures({ kind: own.kind, subFamily: own.subFamily, ...fields }, failures, today);
    if (wrong(null).length > 0) return fail(422, { code: 'invalid_input' as const, fields: wrong(asked === 'published' ? dayInChina(now()) : null), requestId: null, typed: values });
    const body = { ...fields, revision: Number(text(form, 'revision')) } as ListingEdit;
    const { revision } = await call(listings.edit, { params, body });
    saved = true;
    values['revision'] = [String(revision)];
    const next = then[asked];
    if (next) await call(next, { params, body: { revision } });
  } catch (failure) {
    const { status, data } = refuse(failure, form);
    const theirs = data.code === 'conflict' ? theirsOf(await call(listings.showOwn, { params })) : undefined;
    return fail(status, { ...data, typed: values ?? data.typed, saved, theirs });
  }
  redirect(303, `/listings/${params.id}/edit?done=${asked}`);
}

const theirsOf = (listing: OwnListing): Theirs => ({ revision: listing.revision, values: valuesOf(listing) });
