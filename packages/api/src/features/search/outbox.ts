import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Listing } from '@ganwan/shared/listings/contract';
import type { OpenDatabase, Queries } from '#platform/database';
import type { EngineName, NextIndex, SearchEngine } from './engine.ts';
import { listingDocument } from './listing-document.ts';
import { searchOutbox } from './table.ts';

/** Published listings, as everyone may see them; what is not published is not in any answer. */
export interface PublishedListings {
  among(ids: readonly string[]): Promise<Listing[]>;
  /** In the order of ids. */
  after(id: string | undefined, limit: number): Promise<Listing[]>;
}

export const outboxChannel = 'search_outbox';

/** Tells search, inside the transaction that changes them, which listings changed for the public. */
export async function enqueue(tx: Queries, listingIds: readonly string[]): Promise<void> {
  if (listingIds.length === 0) return;
  // One parameter however many there are.
  await tx.execute(sql`insert into ${searchOutbox} (listing_id) select unnest(${`{${listingIds.join(',')}}`}::uuid[])`);
  // Heard by every process once this transaction has committed.
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}

const batch = 200;
const rebuildBatch = 500;
const drainLock = (engine: EngineName) => `search_drain_${engine}`;
const rebuildLock = (engine: EngineName) => `search_rebuild_${engine}`;
const done = (sqlc: postgres.ISql, engine: EngineName) => sqlc(`${engine}_done_at`);

async function apply(index: Pick<NextIndex, 'upsert' | 'remove'>, listings: PublishedListings, ids: readonly string[]): Promise<void> {
  const published = await listings.among(ids);
  const shown = new Set(published.map((listing) => listing.id));
  await index.upsert(published.map((listing) => listingDocument(listing)));
  await index.remove(ids.filter((id) => !shown.has(id)));
}

/**
 * Takes one batch of changes into an engine's index; how many, 0 when there are none or another process is at it.
 * A listing's present state is what is written, so a repeated or overtaken row does no harm.
 */
export async function drainOnce(database: OpenDatabase, engine: SearchEngine, listings: PublishedListings): Promise<number> {
  return database.sql.begin(async (tx) => {
    // One drain per engine: two could write the same listing's states in the wrong order.
    const [{ mine } = { mine: false }] = await tx<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext(${drainLock(engine.name)})) as mine`;
    if (!mine) return 0;
    // No lock on the rows: the other engine's drain may have them in hand too, and neither waits for or skips what the other does.
    const rows = await tx<{ id: string; listing_id: string }[]>`
      select id, listing_id from search_outbox where ${done(tx, engine.name)} is null order by id limit ${batch}`;
    if (rows.length === 0) return 0;
    await apply(engine, listings, [...new Set(rows.map((row) => row.listing_id))]);
    await tx`update search_outbox set ${done(tx, engine.name)} = clock_timestamp() where id = any(${rows.map((row) => row.id)}::bigint[])`;
    return rows.length;
  });
}

/**
 * Builds an engine's index anew beside the one that answers, and swaps. Changes meanwhile go to the old one as ever
 * and are repeated on the new one before the swap. False when another process is at it.
 */
export async function rebuild(database: OpenDatabase, engine: SearchEngine, listings: PublishedListings, analysis: string): Promise<boolean> {
  const { sql: long, close } = database.patient();
  const alive = setInterval(() => void long`select 1`.catch(() => undefined), 20_000);
  try {
    const [{ mine, since } = { mine: false, since: '' }] = await long<{ mine: boolean; since: string }[]>`
      select pg_try_advisory_lock(hashtext(${rebuildLock(engine.name)})) as mine, now()::text as since`;
    if (!mine) return false;
    const next = await engine.rebuild();
    try {
      for (let stretch = await listings.after(undefined, rebuildBatch); stretch.length > 0; stretch = await listings.after(stretch.at(-1)!.id, rebuildBatch)) {
        await next.upsert(stretch.map((listing) => listingDocument(listing)));
      }
      // From here to the swap no other change reaches the old index.
      await long`select pg_advisory_lock(hashtext(${drainLock(engine.name)}))`;
      const missed = await long<{ listing_id: string }[]>`select distinct listing_id from search_outbox where ${done(long, engine.name)} >= ${since}::timestamptz`;
      for (let i = 0; i < missed.length; i += rebuildBatch) await apply(next, listings, missed.slice(i, i + rebuildBatch).map((row) => row.listing_id));
      await next.swap();
    } catch (error) {
      await next.abandon().catch(() => undefined);
      throw error;
    }
    await long`insert into search_indexes (engine, analysis, built_at) values (${engine.name}, ${analysis}, now())
      on conflict (engine) do update set (analysis, built_at) = (excluded.analysis, excluded.built_at)`;
    return true;
  } finally {
    clearInterval(alive);
    await close();
  }
}

export const isBuilt = async ({ sql: ask }: OpenDatabase, engine: EngineName, analysis: string): Promise<boolean> =>
  (await ask`select 1 from search_indexes where engine = ${engine} and analysis = ${analysis}`).length > 0;

/** Rows that every engine of this process has taken in an hour ago. Without Meilisearch its index is no longer whole: it is built anew when it comes back. */
export async function forgetDone({ sql: ask }: OpenDatabase, engines: readonly EngineName[]): Promise<void> {
  if (engines.includes('meilisearch')) {
    await ask`delete from search_outbox where postgresql_done_at < now() - interval '1 hour' and meilisearch_done_at < now() - interval '1 hour'`;
    return;
  }
  await ask.begin(async (tx) => {
    const forgotten = await tx`delete from search_outbox where postgresql_done_at < now() - interval '1 hour' returning meilisearch_done_at`;
    if (forgotten.some((row) => row['meilisearch_done_at'] === null)) await tx`delete from search_indexes where engine = 'meilisearch'`;
  });
}
