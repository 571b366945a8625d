import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longLimits, openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import type { Bench } from './main.ts';
import { benchPostgres } from './search-postgres.ts';
import { dataFolder, namesSet, partsSet, type BenchSet } from './search-sets.ts';

export interface SetFigures {
  name: string; documents: number; engine: 'postgresql' | 'meilisearch'; p50Ms: number; p99Ms: number;
  ilikeP50Ms: number | null; bigramP50Ms: number | null; bigramP99Ms: number | null; bareP50Ms: number | null; bareP99Ms: number | null;
}

export const bench: Bench = async (say, args) => {
  const folder = dataFolder(args);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
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
    }
    return { sets, searchableP95Ms: null };
  } finally {
    await database.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
