import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { FieldFailure } from '@ganwan/shared/failures';
import { diffVersions } from '@ganwan/shared/listings/compare';
import { blankListing, type ListingFields } from '@ganwan/shared/listings/fields';
import { contradictions, dayInChina, expiresAt, publishFailures } from '@ganwan/shared/listings/rules';
import type { Queries } from '#platform/database';
import { wholeFields, type Own } from './answers.ts';
import { merged, newListing } from './draft.ts';
import { publication } from './publication.ts';
import { listingQueries, type FreshListing, type ListingRow } from './queries.ts';

/** One item of somebody's own list: its number, and what it says over what its listing said before. */
export interface Row {
  itemNumber: string;
  onto(before: ListingFields): ListingFields;
}

/** Items of one enterprise and category, at most a thousand. */
export interface Batch {
  enterpriseId: string;
  personId: string;
  kind: ListingRow['kind'];
  subFamily: ListingFields['subFamily'];
  rows: readonly Row[];
}

/** What became, or would become, of a row. `missing`: what publishing it still needs. */
export type Outcome = { done: 'created' | 'changed' | 'unchanged'; missing: FieldFailure[] } | { done: 'refused'; fields: FieldFailure[] };

interface Step { outcome: Outcome; fields: ListingFields; own: Own | undefined }

/** What would become of each row; nothing is written. */
export async function planRows(db: Queries, { enterpriseId, kind, subFamily, rows }: Batch, publish: boolean, now: Date): Promise<Step[]> {
  const existing = await listingQueries(db).lockByItemNumbers(enterpriseId, kind, rows.map((row) => row.itemNumber));
  const byNumber = new Map(existing.map((own) => [own.listing.itemNumber, own]));
  const seen = new Set<string>();
  const today = dayInChina(now);

  return rows.map((row): Step => {
    const own = byNumber.get(row.itemNumber);
    const before = own ? wholeFields(own.listing.draft) : blankListing({ kind, subFamily, title: {} });
    const fields: ListingFields = { ...row.onto(before), kind, subFamily, itemNumber: row.itemNumber };
    const failures = seen.has(row.itemNumber) ? [{ path: 'itemNumber', code: 'repeated', params: {} }]
      : before.subFamily !== subFamily ? [{ path: 'itemNumber', code: 'item_number_taken', params: { subFamily: before.subFamily } }]
      : contradictions(fields);
    seen.add(row.itemNumber);
    if (failures.length > 0) return { outcome: { done: 'refused', fields: failures }, fields, own };
    const missing = publishFailures(fields, today);
    if (!own) return { outcome: { done: 'created', missing }, fields, own };
    const same = diffVersions(before, fields).length === 0 && (!publish || missing.length > 0 || own.listing.state === 'published');
    return { outcome: { done: same ? 'unchanged' : 'changed', missing }, fields, own };
  });
}

/**
 * Writes what the plan says, in the caller's transaction, and publishes what is complete if asked to; the rest stays a
 * draft. Answers what became of each row, and which listings the public sees differently.
 */
export async function takeRows(tx: Queries, batch: Batch, publish: boolean, now: Date): Promise<{ outcomes: Outcome[]; published: string[] }> {
  const { enterpriseId, personId } = batch;
  // Two imports of one enterprise come one after the other: both might create the same item number.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${enterpriseId}, 7))`);
  const steps = await planRows(tx, batch, publish, now);
  const queries = listingQueries(tx);
  const fresh = steps.flatMap(({ outcome, fields }) => (outcome.done === 'created' ? [freshListing(fields, publish && outcome.missing.length === 0)] : []));
  await queries.insertMany(fresh, { enterpriseId, by: personId, at: now });
  const changed = await queries.saveDrafts(
    steps.flatMap(({ outcome, fields, own }) => (outcome.done === 'changed' && own ? [{ id: own.listing.id, draft: fields }] : [])), { by: personId, at: now });
  const publishedBefore = new Map(steps.flatMap(({ own }) => (own ? [[own.listing.id, own.published] as const] : [])));
  const complete = new Set(steps.flatMap(({ outcome, fields }) => (outcome.done !== 'refused' && outcome.missing.length === 0 ? [fields.itemNumber] : [])));
  const owned = changed.filter((listing) => complete.has(listing.itemNumber)).map((listing): Own => ({ listing, published: publishedBefore.get(listing.id) ?? null }));
  const shown = publish ? await publication(tx, { by: personId, at: now }).publish(owned) : [];
  return { outcomes: steps.map((step) => step.outcome), published: [...fresh.filter((listing) => listing.public), ...shown].map((listing) => listing.id) };
}

/** Without files: a list of items has no column for them. */
const freshListing = (fields: ListingFields, isPublic: boolean): FreshListing => ({
  id: uuidv7(), kind: fields.kind, subFamily: fields.subFamily, itemNumber: fields.itemNumber, draft: { ...fields, imageIds: [], documentIds: [] }, expiresAt: expiresAt(fields.validUntil), public: isPublic,
});
