import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longLimits, openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import type { Bench } from './main.ts';
import { readEnv } from '../src/env.ts';
import { benchMeili } from './search-meili.ts';
import { benchPostgres } from './search-postgres.ts';
import { benchSearchable } from './search-searchable.ts';
import { dataFolder, namesSet, partsSet, type BenchSet } from './search-sets.ts';

/** One engine on one set; what was not measured for it is null. */
export interface SetFigures {
  name: string; documents: number; engine: 'postgresql' | 'meilisearch'; p50Ms: number; p99Ms: number;
  ilikeP50Ms: number | null; bigramP50Ms: number | null; bigramP99Ms: number | null; bareP50Ms: number | null; bareP99Ms: number | null;
}

export const bench: Bench = async (say, args) => {
  const folder = dataFolder(args);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const { MEILI_URL: url, MEILI_KEY: key } = readEnv();
  const meili = url === undefined ? undefined : { url, key };
  if (!meili) say('Meilisearch is not measured: MEILI_URL names none.');
  const dataDir = mkdtempSync(join(tmpdir(), 'ganwan-bench-'));
  chmodSync(dataDir, 0o755);
  const server = await startEmbedded({ dataDir, log: () => undefined });
  const database = openDatabase(server.url, longLimits);
  try {
    const sets: SetFigures[] = [];
    const load: Record<BenchSet['name'], () => BenchSet | Promise<BenchSet>> = { names: () => namesSet(folder), parts: () => partsSet(folder) };
    for (const [name, read] of Object.entries(load)) {
      if (only !== undefined && only !== name) continue;
      const set = await read();
      sets.push(await benchPostgres(database, set, say));
      if (meili) sets.push(await benchMeili(meili, set, say));
    }
    const searchableP95Ms = await benchSearchable(database, say);
    return { sets, searchableP95Ms };
  } finally {
    await database.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
