import { codesOf, type Database, type Transaction } from './database.ts';

export type AfterCommit = (work: () => unknown) => void;

const attemptsAtMost = 3;
/** Of transactions that wait for each other PostgreSQL ends one, which may try again. */
const endedForOthers = (error: unknown): boolean => codesOf(error).includes('40P01');

/** Work given to `afterCommit` runs only once the data is there for everyone to read. `work` may run again from the start: outside `tx` it changes nothing. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction, afterCommit: AfterCommit) => Promise<T>, attempt = 1): Promise<T> {
  const later: (() => unknown)[] = [];
  try {
    const result = await db.transaction((tx) => work(tx, (fn) => later.push(fn)));
    for (const fn of later) fn();
    return result;
  } catch (error) {
    if (attempt < attemptsAtMost && endedForOthers(error)) return inTransaction(db, work, attempt + 1);
    throw error;
  }
}
