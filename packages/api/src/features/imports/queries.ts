import { and, asc, desc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { ImportFault } from '@ganwan/shared/imports/contract';
import type { PageQuery } from '@ganwan/shared/page';
import { pageSize } from '@ganwan/shared/page';
import type { RegionCode } from '@ganwan/shared/places/regions';
import { idCursor } from '#platform/cursor';
import type { Queries } from '#platform/database';
import { enterprises } from '#features/enterprises/table';
import { people } from '#features/people/table';
import { importRefusals, imports } from './table.ts';

export type ImportRow = typeof imports.$inferSelect & { startedByName: string | null };
export type Refusal = typeof importRefusals.$inferInsert;

const leaseMs = 60_000;
const live = and(isNull(imports.finishedAt), isNull(imports.cancelledAt), isNull(imports.failedAt));
const hasWork = and(live, or(isNull(imports.checkedAt), isNotNull(imports.confirmedAt)));
const later = (now: Date, ms = leaseMs) => new Date(now.getTime() + ms);

/** What one batch adds to the figures. */
export interface Counted { rows: number; created: number; changed: number; unchanged: number; incomplete: number; refused: number }
const raised = (by: Counted) => ({
  rows: sql`${imports.rows} + ${by.rows}`, created: sql`${imports.created} + ${by.created}`, changed: sql`${imports.changed} + ${by.changed}`,
  unchanged: sql`${imports.unchanged} + ${by.unchanged}`, incomplete: sql`${imports.incomplete} + ${by.incomplete}`, refused: sql`${imports.refused} + ${by.refused}`,
});
const nothingYet = { lastRow: 0, progress: 0, rows: 0, created: 0, changed: 0, unchanged: 0, incomplete: 0, refused: 0, attempts: 0, worker: null, leaseUntil: null };

export function importQueries(db: Queries) {
  const all = () => db.select({ import: imports, name: people.name }).from(imports).leftJoin(people, eq(people.id, imports.startedBy));
  const flat = (row: { import: typeof imports.$inferSelect; name: string | null }): ImportRow => ({ ...row.import, startedByName: row.name });
  const mine = (id: string, worker: string) => and(eq(imports.id, id), eq(imports.worker, worker), live);

  return {
    insert: async (row: typeof imports.$inferInsert): Promise<void> => void (await db.insert(imports).values(row)),

    countLive: async (enterpriseId: string): Promise<number> => (await db.select({ id: imports.id }).from(imports).where(and(eq(imports.enterpriseId, enterpriseId), hasWork))).length,

    find: async (id: string): Promise<ImportRow | undefined> => (await all().where(eq(imports.id, id))).map(flat).at(0),
    findOf: async (enterpriseId: string, id: string): Promise<ImportRow | undefined> => (await all().where(and(eq(imports.id, id), eq(imports.enterpriseId, enterpriseId)))).map(flat).at(0),

    list: async (enterpriseId: string, query: PageQuery): Promise<ImportRow[]> => {
      const before = idCursor(query);
      return (await all().where(and(eq(imports.enterpriseId, enterpriseId), before === undefined ? undefined : lt(imports.id, before))).orderBy(desc(imports.id)).limit(pageSize(query) + 1)).map(flat);
    },

    /** Starts the second pass; false unless the first has just ended well. */
    confirm: async (enterpriseId: string, id: string, by: string, publish: boolean, now: Date): Promise<boolean> =>
      (await db.update(imports).set({ ...nothingYet, publish, confirmedAt: now, confirmedBy: by })
        .where(and(eq(imports.enterpriseId, enterpriseId), eq(imports.id, id), live, isNotNull(imports.checkedAt), isNull(imports.confirmedAt))).returning({ id: imports.id })).length > 0,

    cancel: async (enterpriseId: string, id: string, by: string, now: Date): Promise<void> =>
      void (await db.update(imports).set({ cancelledAt: now, cancelledBy: by, worker: null, leaseUntil: null }).where(and(eq(imports.enterpriseId, enterpriseId), eq(imports.id, id), live))),

    cancelAll: async (enterpriseId: string, by: string, now: Date): Promise<void> =>
      void (await db.update(imports).set({ cancelledAt: now, cancelledBy: by, worker: null, leaseUntil: null }).where(and(eq(imports.enterpriseId, enterpriseId), live))),

    forgetRefusals: async (id: string): Promise<void> => void (await db.delete(importRefusals).where(eq(importRefusals.importId, id))),
    insertRefusals: async (rows: Refusal[]): Promise<void> => void (rows.length > 0 && (await db.insert(importRefusals).values(rows).onConflictDoNothing())),
    refusalsAfter: (id: string, fault: ImportFault, row: number, limit: number) =>
      db.select().from(importRefusals).where(and(eq(importRefusals.importId, id), eq(importRefusals.fault, fault), gt(importRefusals.row, row))).orderBy(asc(importRefusals.row)).limit(limit),

    /** Takes the oldest import that has work and no worker. Several processes may ask at once. */
    claim: async (worker: string, now: Date): Promise<typeof imports.$inferSelect | undefined> => {
      const next = db.select({ id: imports.id }).from(imports).where(and(hasWork, or(isNull(imports.leaseUntil), lt(imports.leaseUntil, now)))).orderBy(asc(imports.id)).limit(1).for('update', { skipLocked: true });
      return (await db.update(imports).set({ worker, leaseUntil: later(now), attempts: sql`${imports.attempts} + 1` }).where(eq(imports.id, sql`(${next})`)).returning()).at(0);
    },

    setHead: async (id: string, worker: string, set: { encoding?: typeof imports.$inferInsert['encoding']; ignoredColumns?: string[] }): Promise<void> =>
      void (await db.update(imports).set(set).where(mine(id, worker))),

    /** Undefined when it was cancelled, or when another worker took over. */
    advance: async (id: string, worker: string, by: Counted, to: { lastRow?: number | undefined; progress: number }, now: Date) =>
      (await db.update(imports).set({ ...raised(by), progress: to.progress, ...(to.lastRow !== undefined && { lastRow: to.lastRow }), attempts: 0, leaseUntil: later(now) }).where(mine(id, worker)).returning()).at(0),

    /** The dry run is through; where what is not refused is all there already, nobody is asked anything. */
    endCheck: async (id: string, worker: string, at: Date): Promise<void> => {
      const allThere = sql<Date | null>`case when ${imports.created} + ${imports.changed} = 0 and ${imports.unchanged} > 0 then ${at.toISOString()}::timestamptz end`;
      await db.update(imports).set({ checkedAt: at, finishedAt: allThere, worker: null, leaseUntil: null }).where(mine(id, worker));
    },

    end: async (id: string, worker: string, set: Partial<Pick<typeof imports.$inferInsert, 'finishedAt' | 'failedAt' | 'problem'>>): Promise<void> =>
      void (await db.update(imports).set({ ...set, worker: null, leaseUntil: null }).where(mine(id, worker))),

    /** Lets others go on with it after a while. */
    letGo: async (id: string, worker: string, now: Date, ms: number): Promise<void> =>
      void (await db.update(imports).set({ worker: null, leaseUntil: later(now, ms) }).where(mine(id, worker))),

    regionOf: async (enterpriseId: string): Promise<RegionCode | undefined> =>
      (await db.select({ region: enterprises.region }).from(enterprises).where(eq(enterprises.id, enterpriseId))).at(0)?.region as RegionCode | undefined,
  };
}
