import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Import, ImportStatus } from '@ganwan/shared/imports/contract';
import type { SearchAnswer } from '@ganwan/shared/search/contract';
import { openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { makeCrowd } from './crowd.ts';
import { writeSupplierList, type Part } from './import-parts.ts';
import type { Bench } from './main.ts';
import { dataFolder } from './search-sets.ts';

/**
 * A supplier's list of electronic parts through the product's own HTTP import, and then found through its own search.
 * `seconds` runs from the upload until every row is imported, the dry run included; `peakRssMB` is the product's process.
 */
export const bench: Bench = async (say, args) => {
  const rows = Number(args[args.indexOf('--rows') + 1]) || 100_000;
  const samples = Number(args[args.indexOf('--samples') + 1]) || 60;
  const folder = dataFolder(args);
  const dataDir = mkdtempSync(join(tmpdir(), 'ganwan-bench-'));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const secret = randomBytes(32).toString('hex');
  const database = openDatabase(embedded.url);
  await migrate(database.db, { migrationsFolder: join(import.meta.dirname, '../drizzle') });
  const [pair] = await makeCrowd(database.db, secret, 1);
  await database.close();
  const server = fork(join(import.meta.dirname, 'import-server.ts'), [embedded.url, secret]);
  try {
    const [{ address }] = (await once(server, 'message')) as [{ address: string }];
    const list = join(dataDir, 'parts.csv');
    const parts = await writeSupplierList(folder, rows, list);
    say(`${parts.length} parts written as a supplier's list`);
    const product = callsOf(address, pair!.publisher.cookie);

    const begin = performance.now();
    const lap = () => Math.round((performance.now() - begin) / 100) / 10;
    const { id } = await product.upload(list);
    const checked = await product.until(id, 'checked', say);
    const checkSeconds = lap();
    await product.ask(`/api/imports/${id}/run`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ publish: true }) });
    const done = await product.until(id, 'finished', say);
    const seconds = lap();
    const { peakRssMB } = await memory(server);
    say(`imported in ${seconds} s; waiting for search`);
    // Search learns of listings in the order they were published.
    await product.found(parts.at(-1)!.mpn);
    const searchableSeconds = lap();
    const spread = (all: Part[]) => Array.from({ length: samples }, (_, i) => all[Math.floor((i + 0.5) * (all.length / samples))]!);
    const count = async (asked: Part[], query: (part: Part) => string) => {
      let found = 0;
      for (const part of asked) if (await product.finds(query(part), part.mpn)) found++;
      return found;
    };
    return {
      rows: parts.length, imported: done.created, errors: done.refused, incomplete: done.incomplete, seconds, checkSeconds, searchableSeconds, peakRssMB, dryRunAgreed: checked.created === done.created,
      foundByNumber: await count(spread(parts), (part) => part.mpn),
      foundByPartial: await count(spread(parts), (part) => part.mpn.slice(0, Math.max(4, Math.ceil(part.mpn.length * 0.75)))),
      // Not every part has one.
      foundByDescription: await count(spread(parts.filter((part) => part.desc !== '')), (part) => part.desc.split(/\s+/).slice(0, 6).join(' ')),
      samples,
    };
  } finally {
    server.kill();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function memory(server: ChildProcess): Promise<{ peakRssMB: number }> {
  server.send({ ask: 'memory' });
  const [answer] = (await once(server, 'message')) as [{ peakRssMB: number }];
  return answer;
}

function callsOf(address: string, cookie: string) {
  /** Waits its turn when the product says that it asks too often. */
  async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    for (;;) {
      const answer = await fetch(address + path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
      if (answer.ok) return (await answer.json()) as T;
      if (answer.status !== 429) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      await setTimeout(2000);
    }
  }
  const search = (q: string) => ask<SearchAnswer>(`/api/search?${new URLSearchParams({ q: q.slice(0, 200), limit: '50' })}`);
  const finds = async (q: string, mpn: string) => (await search(q)).hits.some((hit) => hit.title.en === mpn);

  return {
    ask, finds,
    async upload(path: string) {
      const form = new FormData();
      form.set('file', await openAsBlob(path), 'parts.csv');
      return ask<Import>('/api/imports?kind=supply&subFamily=component', { method: 'POST', body: form });
    },
    async until(id: string, status: ImportStatus, say: (line: string) => void): Promise<Import> {
      for (let turn = 0; ; turn++) {
        const now = await ask<Import>(`/api/imports/${id}`);
        if (now.status === status) return now;
        if (now.status === 'failed') throw new Error(JSON.stringify(now.problem));
        if (turn % 20 === 0) say(`${now.status} ${Math.round(now.progress * 100)} %, ${now.rows} rows, ${now.refused} refused`);
        await setTimeout(500);
      }
    },
    async found(mpn: string): Promise<void> {
      while (!(await finds(mpn, mpn))) await setTimeout(1000);
    },
  };
}
