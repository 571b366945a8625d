import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ImportProblem } from '@ganwan/shared/imports/contract';
import { importQueries } from './queries.ts';
import { Gone, runPass, type PassNeeds } from './pass.ts';
import type { imports } from './table.ts';

export interface ImportWorker {
  /** There is something new to do. */
  wake(): void;
  /** Stops after the batch at hand; another worker goes on from there. */
  close(): Promise<void>;
}

const restMs = 5_000;
const attemptsAtMost = 5;

/**
 * Works off imports one after another. What is to be done stands in the table, so a restart or another process goes
 * on where this one stopped; see docs/decisions/0012-imports-work-off-their-table.md.
 */
export function startImportWorker(needs: Omit<PassNeeds, 'worker' | 'stopping'> & { failed(error: unknown): void }): ImportWorker {
  const worker = randomUUID();
  const queries = importQueries(needs.db);
  let stopping = false;
  let rest = new AbortController();

  async function work(claimed: typeof imports.$inferSelect): Promise<void> {
    const { id, attempts } = claimed;
    try {
      if (attempts > attemptsAtMost) await queries.end(id, worker, { failedAt: needs.clock.now(), problem: { code: 'interrupted', params: {} } satisfies ImportProblem });
      else await runPass({ ...needs, worker, stopping: () => stopping }, claimed);
    } catch (error) {
      if (!(error instanceof Gone)) needs.failed(error);
      await queries.letGo(id, worker, needs.clock.now(), stopping ? 0 : restMs * attempts);
    }
    await needs.told(id);
  }

  const done = (async () => {
    while (!stopping) {
      try {
        const claimed = await queries.claim(worker, needs.clock.now());
        if (claimed) await work(claimed);
        else await setTimeout(restMs, undefined, { signal: rest.signal, ref: false }).catch(() => undefined);
      } catch (error) {
        // The database may be away; what was begun is claimed again once its lease is over.
        needs.failed(error);
        await setTimeout(restMs, undefined, { signal: rest.signal, ref: false }).catch(() => undefined);
      }
      if (rest.signal.aborted && !stopping) rest = new AbortController();
    }
  })();

  return {
    wake: () => rest.abort(),
    close: async () => {
      stopping = true;
      rest.abort();
      await done;
    },
  };
}
