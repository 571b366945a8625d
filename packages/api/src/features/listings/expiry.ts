import type { listingEvents } from '@ganwan/shared/listings/contract';
import type { Told } from '#features/notices/service';
import { rooms, type Announce } from '#platform/announce';
import type { Clock } from '#platform/clock';
import type { Database, Queries } from '#platform/database';
import { inTransaction, type AfterCommit } from '#platform/transaction';
import { listingQueries } from './queries.ts';
import type { ListingsChanged } from './service.ts';

interface Needs {
  db: Database;
  clock: Clock;
  changed: readonly ListingsChanged[];
  announce: Announce<typeof listingEvents>;
  tell(tx: Queries, afterCommit: AfterCommit, told: readonly Told[]): Promise<void>;
}

/** Listings taken down in one transaction. */
const batch = 200;

/** Takes down every listing whose last day is over, and tells its enterprise. Answers how many. */
export async function expireDueListings({ db, clock, changed, announce, tell }: Needs): Promise<number> {
  let total = 0;
  for (;;) {
    const expired = await inTransaction(db, async (tx, afterCommit) => {
      const rows = await listingQueries(tx).expireDue(clock.now(), batch);
      if (rows.length === 0) return 0;
      for (const listener of changed) await listener(tx, rows.map((row) => row.id), afterCommit);
      await tell(tx, afterCommit, rows.map((row) => ({ enterpriseId: row.enterpriseId, kind: 'listing_expired', listing: { id: row.id, title: row.draft.title } })));
      afterCommit(() => rows.forEach(({ id, enterpriseId, state, revision }) => announce(rooms.enterprise(enterpriseId), 'listing:changed', { id, state, revision })));
      return rows.length;
    });
    total += expired;
    if (expired < batch) return total;
  }
}
