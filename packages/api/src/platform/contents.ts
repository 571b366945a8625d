import { and, asc, eq, gt, lt, notExists, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import { contents } from './contents-table.ts';
import { sha256Of, type FileStore } from './files.ts';

/** How long something uploaded may wait for what it is uploaded for. */
export const waitsHours = 24;
const tooOld = sql`now() - make_interval(hours => ${waitsHours})`;
const batch = 100;

interface Needs {
  db: Database;
  store: FileStore;
  /** Every column that names content; what none of them names is nobody's. */
  namedBy: readonly PgColumn[];
}

/**
 * The store with a list of what is in it. Keeping something writes it on the list before it is there, so whoever
 * removes it either sees the new date or has removed it before it is put back.
 */
export function listedContents({ db, store, namedBy }: Needs): { store: FileStore; removeNameless(): Promise<number> } {
  const listed: FileStore = {
    ...store,
    async keep(content) {
      const sha256 = Buffer.isBuffer(content) ? sha256Of(content) : content.sha256;
      await db.insert(contents).values({ sha256 }).onConflictDoUpdate({ target: contents.sha256, set: { keptAt: sql`now()` } });
      return store.keep(content);
    },
  };

  const nameless = and(lt(contents.keptAt, tooOld), ...namedBy.map((column) => notExists(db.select({ one: sql`1` }).from(column.table).where(eq(column, contents.sha256)))));

  /** Nothing is removed that is named again in the meantime; what cannot be removed now is tried again. */
  const remove = (sha256: string): Promise<boolean> =>
    db.transaction(async (tx) => {
      const gone = await tx.delete(contents).where(and(eq(contents.sha256, sha256), nameless)).returning({ sha256: contents.sha256 });
      if (gone.length > 0) await store.remove(sha256);
      return gone.length > 0;
    });

  return {
    store: listed,
    /** How many were removed. */
    async removeNameless() {
      let removed = 0;
      for (let after = ''; ; ) {
        const found = await db.select({ sha256: contents.sha256 }).from(contents).where(and(gt(contents.sha256, after), nameless)).orderBy(asc(contents.sha256)).limit(batch);
        for (const { sha256 } of found) if (await remove(sha256)) removed += 1;
        if (found.length < batch) return removed;
        after = found.at(-1)!.sha256;
      }
    },
  };
}
