import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { openDatabase } from '#platform/database';
import { makeCrowd } from '../bench/crowd.ts';
import { writeListings, type ListingLedger } from './listing-writer.ts';
import type { Drill } from './main.ts';
import { writeMessages, type Ledger } from './message-writer.ts';
import { openSite } from './site.ts';

/**
 * API and database are killed by turns while messages and listings are written. In the end every
 * acknowledged one must be there, once, and nothing of a transaction that was not committed whole.
 * `--unsafe` turns `synchronous_commit` off: then the same drill must find losses, or it proves nothing.
 */
export const drill: Drill = async (say, args) => {
  const rounds = Number(args[args.indexOf('--rounds') + 1]) || 40;
  const settings = args.includes('--unsafe') ? { synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' } : {};
  const site = await openSite(say, settings);
  const database = openDatabase(site.databaseUrl);
  const pairs = await makeCrowd(database.db, site.secret, 24);
  await database.close();

  const said: Ledger = { acknowledged: new Map(), contradictions: 0, latestStart: 0 };
  const listed: ListingLedger = { published: new Set(), refused: new Set(), latestStart: 0 };
  let going = true;
  const writers = [
    ...pairs.slice(0, 20).map((pair) => writeMessages(site.address, pair, said, () => going)),
    ...pairs.slice(20).map((pair) => writeListings(site.address, pair.publisher, listed, () => going)),
  ];
  const failed = Promise.race(writers.map((writer) => writer.then(() => new Promise<never>(() => undefined))));
  failed.catch(() => undefined);

  let recoveryMaxMs = 0;
  for (let round = 1; round <= rounds; round++) {
    await Promise.race([pause(1000 + Math.random() * 1000), failed]);
    const api = round % 2 === 1;
    const at = performance.now();
    if (api) site.killApi();
    else site.killDatabase();
    // Back is when a message and a listing that were begun after the kill have been acknowledged.
    while (said.latestStart <= at || listed.latestStart <= at) {
      if (performance.now() - at > 120_000) throw new Error('not back within two minutes');
      await Promise.race([pause(5), failed]);
    }
    const took = Math.round(performance.now() - at);
    recoveryMaxMs = Math.max(recoveryMaxMs, took);
    say(`round ${round}: ${api ? 'API' : 'database'} killed, back after ${took} ms, ${said.acknowledged.size} messages and ${listed.published.size} listings acknowledged`);
  }
  going = false;
  await Promise.all(writers);
  const found = await inspect(site.databaseUrl, said, listed);
  const unexpectedExits = site.unexpectedExits();
  await site.close();
  say(`${said.acknowledged.size} messages, ${listed.published.size} listings, ${listed.refused.size} publishings refused`);
  // Without a refusal nothing would show that a refused publishing leaves nothing behind.
  if (listed.refused.size === 0) throw new Error('no publishing was refused');
  const figures = { rounds, acknowledged: said.acknowledged.size + listed.published.size, ...found, unexpectedExits, recoveryMaxMs };
  return { figures, kept: found.lost + found.duplicated + found.strayRows + unexpectedExits === 0 && recoveryMaxMs <= 10_000 };
};

/** What the database holds against what was promised. */
async function inspect(url: string, said: Ledger, listed: ListingLedger): Promise<{ lost: number; duplicated: number; strayRows: number }> {
  const sql = postgres(url, { max: 1 });
  const rows = new Map((await sql<{ id: string; conversation_id: string; seq: number; body: string }[]>`select id, conversation_id, seq, body from messages`).map((row) => [row.id, row]));
  const lostMessages = [...said.acknowledged].filter(([id, { conversationId, seq, body }]) => {
    const row = rows.get(id);
    return !row || row.seq !== seq || row.body !== body || row.conversation_id !== conversationId;
  }).length;
  const [{ twice }] = await sql<[{ twice: number }]>`select count(*)::int as twice from (select from messages group by body having count(*) > 1) t`;
  // A number without its message, or a message without its number, is half a transaction.
  const [{ gaps }] = await sql<[{ gaps: number }]>`
    select coalesce(sum(abs(c.last_seq - coalesce(m.n, 0)) + abs(c.last_seq - coalesce(m.top, 0))), 0)::int as gaps
    from conversations c left join (select conversation_id, count(*) as n, max(seq) as top from messages group by 1) m on m.conversation_id = c.id`;
  const listings = await sql<{ item: string; copies: number; state: string; version: number | null; versions: number }[]>`
    select l.item_number as item, count(*) over (partition by l.enterprise_id, l.item_number)::int as copies, l.state, l.version,
      (select count(*)::int from listing_versions v where v.listing_id = l.id) as versions
    from listings l`;
  const byItem = new Map(listings.map((row) => [row.item, row]));
  const lostListings = [...listed.published].filter((item) => byItem.get(item)?.state !== 'published').length;
  const copies = listings.filter((row) => row.copies > 1).length;
  const halves = listings.filter((row) => (row.version ?? 0) !== row.versions || (row.state === 'published') !== (row.version !== null)).length;
  const undead = [...listed.refused].filter((item) => byItem.get(item)?.version !== null).length;
  await sql.end();
  return { lost: lostMessages + lostListings, duplicated: twice + said.contradictions + copies, strayRows: gaps + halves + undead };
}
