import { sql } from 'drizzle-orm';
import type { Database } from '#platform/database';
import { enqueue } from '#features/search/outbox';
import { listings, listingVersions } from '#features/listings/table';
import { enterprises, members } from '#features/enterprises/table';
import { people } from '#features/people/table';

/**
 * Gives the demo a past: firms joined months ago and published over the last weeks, before anybody talked about it (the oldest
 * talk is a week old). What has an age keeps it, so that an interrupted demo is completed with the same.
 */
export async function seedAges(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const joined = sql`now() - interval '75 days' - make_interval(days => (abs(hashtext(id::text)) % 90))`;
    for (const table of [people, enterprises]) await tx.update(table).set({ createdAt: joined, updatedAt: joined }).where(sql`${table.createdAt} > now() - interval '9 days'`);
    // Who belongs to a firm came when it did; the later of the two, for nobody belongs before they exist.
    await tx.execute(sql`update ${members} m set created_at = greatest(e.created_at, p.created_at) from ${enterprises} e, ${people} p where e.id = m.organization_id and p.id = m.user_id and m.created_at > now() - interval '9 days'`);
    const age = sql`make_interval(days => 9 + substring(item_number from '\\d+$')::int % 46, hours => substring(item_number from '\\d+$')::int % 24)`;
    const young = sql`${listings.publishedAt} > now() - interval '9 days'`;
    const aged = await tx.update(listings).set({ createdAt: sql`now() - ${age} - interval '5 hours'`, updatedAt: sql`now() - ${age}`, publishedAt: sql`now() - ${age}` }).where(young).returning({ id: listings.id });
    await tx.execute(sql`update ${listingVersions} v set published_at = l.published_at from ${listings} l where l.id = v.listing_id and v.version = l.version and v.published_at <> l.published_at`);
    await enqueue(tx, aged.map(({ id }) => id));
  });
}
