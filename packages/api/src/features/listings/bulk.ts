import { sql } from 'drizzle-orm';
import type { FieldFailure } from '@ganwan/shared/failures';
import { diffVersions } from '@ganwan/shared/listings/compare';
import { blankListing, type ListingFields } from '@ganwan/shared/listings/fields';
import { contradictions, dayInChina, publishFailures } from '@ganwan/shared/listings/rules';
import type { Member } from '#platform/actor';
import type { Queries } from '#platform/database';
import { wholeFields, type Own } from './answers.ts';
import { merged, newListing } from './draft.ts';
import { publication } from './publication.ts';
import { listingQueries, type ListingRow } from './queries.ts';

/** A row says its item number and whatever else it knows; what it leaves out stays as it is. */
export type Row = Partial<ListingFields> & Pick<ListingFields, 'subFamily' | 'title'> & { itemNumber: string };
export type Outcome = { done: 'created' | 'changed' | 'unchanged' } | { done: 'refused'; fields: FieldFailure[] };

interface Step { outcome: Outcome; fields: ListingFields; own: Own | undefined }

/** What would become of each row; nothing is written. Rows are one enterprise's and of one kind, at most a thousand at a time. */
export async function planRows(db: Queries, actor: Member, kind: ListingRow['kind'], rows: readonly Row[], publish: boolean, now: Date): Promise<Step[]> {
  const existing = await listingQueries(db).lockByItemNumbers(actor, kind, rows.map((row) => row.itemNumber));
  const byNumber = new Map(existing.map((own) => [own.listing.itemNumber, own]));
  const seen = new Set<string>();
  const today = dayInChina(now);

  return rows.map((row): Step => {
    const own = byNumber.get(row.itemNumber);
    const before = own && wholeFields(own.listing.draft);
    const fields = merged(before ?? blankListing({ ...row, kind }), { ...row, kind });
    const failures = seen.has(row.itemNumber) ? [{ path: 'itemNumber', code: 'repeated', params: {} }]
      : before && before.subFamily !== row.subFamily ? [{ path: 'itemNumber', code: 'item_number_taken', params: { subFamily: before.subFamily } }]
      : publish ? publishFailures(fields, today) : contradictions(fields);
    seen.add(row.itemNumber);
    if (failures.length > 0) return { outcome: { done: 'refused', fields: failures }, fields, own };
    if (!before) return { outcome: { done: 'created' }, fields, own };
    const same = diffVersions(before, fields).length === 0 && (!publish || own.listing.state === 'published');
    return { outcome: { done: same ? 'unchanged' : 'changed' }, fields, own };
  });
}

/** Writes what the plan says, in the caller's transaction. Answers what became of each row, and which listings the public sees differently. */
export async function takeRows(tx: Queries, actor: Member, kind: ListingRow['kind'], rows: readonly Row[], publish: boolean, now: Date): Promise<{ outcomes: Outcome[]; published: string[] }> {
  // Two imports of one enterprise come one after the other: both might create the same item number.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.enterprise.id}, 7))`);
  const steps = await planRows(tx, actor, kind, rows, publish, now);
  const queries = listingQueries(tx);
  const created = await queries.insert(steps.filter((step) => step.outcome.done === 'created').map((step) => newListing(actor, step.fields, now)));
  const changed = await queries.saveDrafts(
    steps.flatMap(({ outcome, fields, own }) => (outcome.done === 'changed' && own ? [{ id: own.listing.id, draft: fields }] : [])), { by: actor.person.id, at: now });
  const publishedBefore = new Map(steps.flatMap(({ own }) => (own ? [[own.listing.id, own.published] as const] : [])));
  const owned = [...created, ...changed].map((listing): Own => ({ listing, published: publishedBefore.get(listing.id) ?? null }));
  const shown = publish ? await publication(tx, { by: actor.person.id, at: now }).publish(owned) : [];
  return { outcomes: steps.map((step) => step.outcome), published: shown.map((listing) => listing.id) };
}
