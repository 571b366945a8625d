import type { OpenDatabase } from '#platform/database';
import { recurring } from '#platform/recurring';
import type { SearchEngine } from './engine.ts';
import { drainOnce, isBuilt, rebuild, type PublishedListings } from './outbox.ts';

/** Raised when the way of analysing text or what a document says of a listing changes, so that every index is built anew. */
export const analysis = '6';

interface Needs {
  database: OpenDatabase;
  listings: PublishedListings;
  /** What to write to now; undefined while it is away. */
  engine(): Promise<SearchEngine | undefined>;
  failed(error: unknown, doing: string): void;
  /** Milliseconds between looks when nobody called. */
  everyMs: number;
  /** After each look. */
  tidy?(): Promise<void>;
}

export interface Drain {
  wake(): void;
  /** Built, and up to date at least once. */
  isCurrent(engine: SearchEngine): boolean;
  close(): Promise<void>;
}

/** Carries changes to one engine: at once when a commit says so, and every so often in case nobody did. Engines never wait for one another. */
export function startDrain({ database, listings, engine: engineNow, failed, everyMs, tidy }: Needs): Drain {
  let stopped = false;
  /** Said once until it works again: an engine that is away for an hour is one line, not thousands. */
  let said = false;
  const current = new WeakSet<SearchEngine>();

  async function round(): Promise<void> {
    const engine = await engineNow();
    if (!engine) return;
    if (engine.fresh() || !(await isBuilt(database, engine.name, analysis))) await rebuild(database, engine, listings, analysis);
    while (!stopped && (await drainOnce(database, engine, listings)) > 0);
    if (!engine.fresh()) current.add(engine);
    await tidy?.();
    said = false;
  }

  const rounds = recurring({
    everyMs,
    work: round,
    failed: (error) => {
      if (!said && !stopped) failed(error, 'changes did not reach the search index');
      said = true;
    },
  });

  return {
    wake: rounds.wake,
    isCurrent: (engine) => current.has(engine),
    async close() {
      stopped = true;
      await rounds.stop();
    },
  };
}
