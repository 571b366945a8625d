import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { blankListing } from '@ganwan/shared/listings/fields';
import type { Listing } from '@ganwan/shared/listings/contract';
import { systemClock } from '#platform/clock';
import type { OpenDatabase } from '#platform/database';
import { enqueue, type PublishedListings } from '../src/features/search/outbox.ts';
import { startSearch } from '../src/features/search/start.ts';
import { percentile, rounded } from './timing.ts';

const times = 40;

/**
 * Milliseconds from the commit that publishes a listing until a search finds it, through outbox, drain and engine.
 * The listings themselves are kept in memory: what is measured is search.
 */
export async function benchSearchable(database: OpenDatabase, say: (line: string) => void): Promise<number> {
  await migrate(database.db, { migrationsFolder: join(import.meta.dirname, '../drizzle') });
  const shelf = new Map<string, Listing>();
  const listings: PublishedListings = {
    among: async (ids) => ids.flatMap((id) => shelf.get(id) ?? []),
    after: async () => [],
  };
  const search = await startSearch({ database, clock: systemClock, listings, failed: (error, doing) => say(`${doing}: ${String(error)}`) });
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const id = uuidv7();
    const title = `铌酸锂晶体 ${id.slice(-12)}`;
    shelf.set(id, { id, enterprise: { id: uuidv7(), names: { 'zh-Hans': '示例' }, region: '360700' }, version: 1, publishedAt: systemClock.now(), ...blankListing({ kind: 'supply', subFamily: 'wafer', title: { 'zh-Hans': title } }) });
    await database.db.transaction((tx) => enqueue(tx, [id]));
    const from = performance.now();
    while (!(await search.service.search({ q: title })).hits.some((hit) => hit.id === id)) await pause(1);
    took.push(performance.now() - from);
    await pause(20);
  }
  await search.close();
  return rounded(percentile(took, 0.95));
}
