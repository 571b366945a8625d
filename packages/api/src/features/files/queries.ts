import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Queries } from '#platform/database';
import { files } from './table.ts';

export type FileRow = typeof files.$inferSelect;

export function fileQueries(db: Queries) {
  return {
    insert: async (row: typeof files.$inferInsert): Promise<FileRow> => (await db.insert(files).values(row).returning()).at(0)!,

    find: async (id: string): Promise<FileRow | undefined> => (await db.select().from(files).where(eq(files.id, id))).at(0),

    /** Waits for a removal that is under way: afterwards the file is either kept for good or not there. */
    attach: (enterpriseId: string, ids: string[]) =>
      db.update(files).set({ attachedAt: sql`now()` }).where(and(eq(files.enterpriseId, enterpriseId), inArray(files.id, ids), isNull(files.attachedAt))),

    removeUnattached: async (hours: number, most: number) =>
      (await db.delete(files).where(inArray(files.id, db.select({ id: files.id }).from(files).where(and(isNull(files.attachedAt), sql`${files.createdAt} < now() - make_interval(hours => ${hours})`)).limit(most).for('update', { skipLocked: true })))
        .returning({ id: files.id })).length,

    ownedBy: (enterpriseId: string, ids: string[]): Promise<FileRow[]> =>
      ids.length === 0 ? Promise.resolve([]) : db.select().from(files).where(and(eq(files.enterpriseId, enterpriseId), inArray(files.id, ids))),
  };
}
