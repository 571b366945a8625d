import type { Database, Transaction } from './database.ts';

export type AfterCommit = (work: () => unknown) => void;

/** Work given to `afterCommit` runs only once the data is there for everyone to read. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
  const later: (() => unknown)[] = [];
  const result = await db.transaction((tx) => work(tx, (fn) => later.push(fn)));
  for (const fn of later) fn();
  return result;
}
