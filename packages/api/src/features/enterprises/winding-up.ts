import type { Database, Queries } from '#platform/database';
import { inTransaction, type AfterCommit } from '#platform/transaction';
import { enterpriseQueries } from './queries.ts';

/**
 * Puts away, inside the transaction, some of what a closed enterprise still has, and answers where to go on; undefined
 * when nothing is left. What is put away again, after a crash, is as it was.
 */
export type PutAway = (tx: Queries, afterCommit: AfterCommit, closed: { enterpriseId: string; personId: string | null }, after: string | undefined) => Promise<string | undefined>;

/** Works off what closed enterprises have, a step a transaction: a million listings would outlast the request that closes. */
export async function windUp(db: Database, putAway: PutAway, stopping: () => boolean): Promise<void> {
  for (let at: { enterpriseId: string; after: string | undefined } | undefined; !stopping(); ) {
    const next = await inTransaction(db, async (tx, afterCommit) => {
      const closed = await enterpriseQueries(tx).holdClosed();
      if (!closed) return undefined;
      const { enterpriseId } = closed;
      const after = await putAway(tx, afterCommit, closed, at?.enterpriseId === enterpriseId ? at.after : undefined);
      if (after === undefined) await enterpriseQueries(tx).setWoundUp(enterpriseId);
      return { enterpriseId, after };
    });
    if (!next) return;
    at = next;
  }
}
