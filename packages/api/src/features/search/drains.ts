import type { OpenDatabase } from '#platform/database';
import type { SearchEngine } from './engine.ts';
import { drainOnce, forgetDone, isBuilt, outboxChannel, rebuild, type PublishedListings } from './outbox.ts';

/** Raised when the way of analysing text changes, so that every index is built anew. */
export const analysis = '1';

interface Needs {
  database: OpenDatabase;
  listings: PublishedListings;
  /** What there is to write to now: Meilisearch may come and go. */
  engines(): Promise<readonly SearchEngine[]>;
  failed(error: unknown, doing: string): void;
  /** Milliseconds between looks when nobody called. */
  everyMs: number;
}

/** Carries changes to every engine: at once when a commit says so, and every so often in case nobody did. */
export function startDrains({ database, listings, engines, failed, everyMs }: Needs): { wake(): void; close(): Promise<void> } {
  let stopped = false;
  let wanted = false;
  let running: Promise<void> | undefined;
  const reported = new Set<string>();

  /** Said once per engine until it works again: an engine that is away for an hour is one line, not thousands. */
  async function attempt(engine: SearchEngine, doing: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      reported.delete(engine.name);
    } catch (error) {
      if (!reported.has(engine.name) && !stopped) failed(error, doing);
      reported.add(engine.name);
    }
  }

  async function serve(engine: SearchEngine): Promise<void> {
    await attempt(engine, `${engine.name} was not built`, async () => {
      if (engine.fresh() || !(await isBuilt(database, engine.name, analysis))) await rebuild(database, engine, listings, analysis);
    });
    await attempt(engine, `changes did not reach ${engine.name}`, async () => {
      while (!stopped && (await drainOnce(database, engine, listings)) > 0);
    });
  }

  async function round(): Promise<void> {
    const all = await engines();
    await Promise.all(all.map(serve));
    await forgetDone(database, all.map((engine) => engine.name)).catch((error: unknown) => failed(error, 'old outbox rows were not forgotten'));
  }

  function wake(): void {
    wanted = true;
    if (stopped || running) return;
    running = (async () => {
      while (wanted && !stopped) {
        wanted = false;
        await round().catch((error: unknown) => failed(error, 'search was not brought up to date'));
      }
    })().finally(() => { running = undefined; });
  }

  const listening = database.sql.listen(outboxChannel, wake, wake).catch((error: unknown) => failed(error, 'search does not hear of commits'));
  const timer = setInterval(wake, everyMs).unref();
  wake();

  return {
    wake,
    async close() {
      stopped = true;
      clearInterval(timer);
      await running;
      await listening.then((heard) => heard?.unlisten()).catch(() => undefined);
    },
  };
}
