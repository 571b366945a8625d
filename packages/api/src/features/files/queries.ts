import { and, eq, inArray } from 'drizzle-orm';
import type { Queries } from '#platform/database';
import { files } from './table.ts';

export type FileRow = typeof files.$inferSelect;

export function fileQueries(db: Queries) {
  return {
    insert: async (row: typeof files.$inferInsert): Promise<FileRow> => (await db.insert(files).values(row).returning()).at(0)!,

    find: async (id: string): Promise<FileRow | undefined> => (await db.select().from(files).where(eq(files.id, id))).at(0),

    ownedBy: (enterpriseId: string, ids: string[]): Promise<FileRow[]> =>
      ids.length === 0 ? Promise.resolve([]) : db.select().from(files).where(and(eq(files.enterpriseId, enterpriseId), inArray(files.id, ids))),
  };
}
