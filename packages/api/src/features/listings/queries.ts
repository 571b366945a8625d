import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { EnterpriseListingsQuery, OwnListingsQuery } from '@ganwan/shared/listings/contract';
import type { ListingFields } from '@ganwan/shared/listings/fields';
import { pageSize } from '@ganwan/shared/page';
import type { Actor, Member } from '#platform/actor';
import { idCursor, readCursor } from '#platform/cursor';
import type { Queries } from '#platform/database';
import { enterprises } from '#features/enterprises/table';
import { listingFiles, listings, listingVersions } from './table.ts';
import { versionKey } from './answers.ts';

export type ListingRow = typeof listings.$inferSelect;
export type VersionRow = typeof listingVersions.$inferSelect;

export type FreshListing = Pick<ListingRow, 'id' | 'kind' | 'subFamily' | 'itemNumber' | 'draft' | 'expiresAt'> & { public: boolean };

/** Published, by an enterprise that is open, and not past its last day even if nobody has taken it down yet. */
const onDisplay = (now: Date) => and(eq(listings.state, 'published'), isNull(enterprises.closedAt), or(isNull(listings.expiresAt), gt(listings.expiresAt, now)));
const ownedBy = (actor: Actor) => eq(listings.enterpriseId, actor.enterprise?.id ?? '00000000-0000-0000-0000-000000000000');
const current = and(eq(listingVersions.listingId, listings.id), eq(listingVersions.version, listings.version));
const older = (cursor: string | undefined) => (cursor === undefined ? undefined : lt(listings.id, cursor));

export function listingQueries(db: Queries) {
  const published = () => db.select({ listing: listings, version: listingVersions, enterprise: { id: enterprises.id, names: enterprises.names, region: enterprises.region } })
    .from(listings).innerJoin(listingVersions, current).innerJoin(enterprises, eq(enterprises.id, listings.enterpriseId));
  const own = () => db.select({ listing: listings, published: listingVersions.fields }).from(listings).leftJoin(listingVersions, current);

  return {
    insert: async (rows: (typeof listings.$inferInsert)[]): Promise<ListingRow[]> => (rows.length === 0 ? [] : db.insert(listings).values(rows).returning()),

    /** Many new listings of one enterprise, public ones with their first version: one statement, and every text travels once. */
    insertMany: async (rows: readonly FreshListing[], { enterpriseId, by, at }: { enterpriseId: string; by: string; at: Date }): Promise<void> => {
      if (rows.length === 0) return;
      const now = at.toISOString();
      await db.execute(sql`
        with fresh as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh(id uuid, kind text, "subFamily" text, "itemNumber" text, draft jsonb, public boolean, "expiresAt" timestamptz)),
        made as (
          insert into ${listings} (id, enterprise_id, kind, sub_family, item_number, draft, state, version, created_at, created_by, updated_at, updated_by, published_at, published_by, expires_at)
          select id, ${enterpriseId}::uuid, kind, "subFamily", "itemNumber", draft, case when public then 'published' else 'draft' end, case when public then 1 end,
            ${now}::timestamptz, ${by}::uuid, ${now}::timestamptz, ${by}::uuid, case when public then ${now}::timestamptz end, case when public then ${by}::uuid end, case when public then "expiresAt" end
          from fresh
        )
        insert into ${listingVersions} (listing_id, version, fields, changes, published_at, published_by)
        select id, 1, draft, 0, ${now}::timestamptz, ${by}::uuid from fresh where public`);
    },

    /** One of the actor's own, with what everyone sees of it. */
    findOwn: async (actor: Member, id: string) => (await own().where(and(eq(listings.id, id), ownedBy(actor)))).at(0),

    /** The same, held until the transaction ends, so that two edits come one after the other. */
    lockOwn: async (actor: Member, id: string) => (await own().where(and(eq(listings.id, id), ownedBy(actor))).for('update', { of: listings })).at(0),

    lockByItemNumbers: (enterpriseId: string, kind: ListingRow['kind'], itemNumbers: string[]) =>
      itemNumbers.length === 0 ? Promise.resolve([])
        : own().where(and(eq(listings.enterpriseId, enterpriseId), eq(listings.kind, kind), inArray(listings.itemNumber, itemNumbers), isNull(listings.archivedAt))).orderBy(asc(listings.id)).for('update', { of: listings }),

    listOwn: (actor: Member, query: z.output<typeof OwnListingsQuery>) =>
      own().where(and(ownedBy(actor), query.state && eq(listings.state, query.state), query.kind && eq(listings.kind, query.kind), older(idCursor(query))))
        .orderBy(desc(listings.id)).limit(pageSize(query) + 1),

    /** On display and over by then, the first to end first. */
    listEnding: (actor: Member, { by, after, limit }: { by: Date; after: [number, string] | undefined; limit: number }) => {
      const following = after && or(gt(listings.expiresAt, new Date(after[0])), and(eq(listings.expiresAt, new Date(after[0])), gt(listings.id, after[1])));
      return own().where(and(ownedBy(actor), eq(listings.state, 'published'), lte(listings.expiresAt, by), following))
        .orderBy(asc(listings.expiresAt), asc(listings.id)).limit(limit);
    },

    update: async (id: string, set: Partial<typeof listings.$inferInsert>): Promise<ListingRow> =>
      (await db.update(listings).set(set).where(eq(listings.id, id)).returning()).at(0)!,

    /** Working copies of existing listings, many at once. */
    saveDrafts: async (saved: { id: string; draft: ListingFields }[], { by, at }: { by: string; at: Date }): Promise<ListingRow[]> =>
      saved.length === 0 ? [] : db.update(listings).set({ draft: sql`saved.draft`, revision: sql`${listings.revision} + 1`, updatedAt: at, updatedBy: by })
        .from(sql`jsonb_to_recordset(${JSON.stringify(saved)}::jsonb) as saved(id uuid, draft jsonb)`).where(sql`${listings.id} = saved.id`).returning(),

    /** Puts listings on display; `raised` ones show a new version. */
    publish: async (shown: { id: string; raised: boolean; expiresAt: Date | null }[], { by, at }: { by: string; at: Date }): Promise<ListingRow[]> =>
      shown.length === 0 ? [] : db.update(listings).set({
        state: 'published', revision: sql`${listings.revision} + 1`, version: sql`coalesce(${listings.version}, 0) + shown.raised::int`,
        publishedAt: at, publishedBy: by, expiresAt: sql`shown."expiresAt"`, pausedAt: null, pausedBy: null, expiredAt: null,
      }).from(sql`jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as shown(id uuid, raised boolean, "expiresAt" timestamptz)`).where(sql`${listings.id} = shown.id`).returning(),

    findPublished: async (id: string, now: Date) => (await published().where(and(eq(listings.id, id), onDisplay(now)))).at(0),

    findLastPublished: async (id: string) => (await published().where(eq(listings.id, id))).at(0),

    /** What search may know of these: those that are not published are not in the answer. */
    publishedAmong: (ids: readonly string[], now: Date) =>
      ids.length === 0 ? Promise.resolve([]) : published().where(and(inArray(listings.id, [...ids]), onDisplay(now))),

    /** A stretch of everything published, in the order of ids. */
    publishedAfter: (after: string | undefined, limit: number, now: Date) =>
      published().where(and(after === undefined ? undefined : gt(listings.id, after), onDisplay(now))).orderBy(asc(listings.id)).limit(limit),

    /** The newest on display that answer this one: the other side of the same trade, of other enterprises. */
    counterparts: ({ kind, subFamily, enterpriseId }: ListingRow, limit: number, now: Date) =>
      published().where(and(eq(listings.kind, kind === 'supply' ? 'demand' : 'supply'), eq(listings.subFamily, subFamily), ne(listings.enterpriseId, enterpriseId), onDisplay(now)))
        .orderBy(desc(listings.id)).limit(limit),

    listOfEnterprise: (enterpriseId: string, query: z.output<typeof EnterpriseListingsQuery>, now: Date) =>
      published().where(and(eq(listings.enterpriseId, enterpriseId), query.kind && eq(listings.kind, query.kind), onDisplay(now), older(idCursor(query))))
        .orderBy(desc(listings.id)).limit(pageSize(query) + 1),

    /** Anyone sees the versions of what is on display, its own enterprise always. */
    isVisible: async (actor: Actor | undefined, id: string, now: Date): Promise<boolean> =>
      (await db.select({ id: listings.id }).from(listings).innerJoin(enterprises, eq(enterprises.id, listings.enterpriseId)).where(and(eq(listings.id, id), or(onDisplay(now), actor && ownedBy(actor))))).length > 0,

    insertVersions: async (rows: (typeof listingVersions.$inferInsert)[]): Promise<void> => {
      if (rows.length > 0) await db.insert(listingVersions).values(rows);
    },

    listVersions: (id: string, query: { cursor?: string | undefined; limit?: number | undefined }) => {
      const before = readCursor(query.cursor, versionKey)?.[0];
      return db.select().from(listingVersions)
        .where(and(eq(listingVersions.listingId, id), before === undefined ? undefined : lt(listingVersions.version, before)))
        .orderBy(desc(listingVersions.version)).limit(pageSize(query) + 1);
    },

    findVersions: (id: string, versions: number[]): Promise<VersionRow[]> =>
      db.select().from(listingVersions).where(and(eq(listingVersions.listingId, id), inArray(listingVersions.version, versions))),

    /** Takes down at most `limit` whose last day is over; several processes may do it at once. */
    expireDue: (now: Date, limit: number): Promise<ListingRow[]> => {
      const due = db.select({ id: listings.id }).from(listings).where(and(eq(listings.state, 'published'), lte(listings.expiresAt, now)))
        .orderBy(asc(listings.expiresAt)).limit(limit).for('update', { skipLocked: true });
      return db.update(listings).set({ state: 'expired', expiredAt: now, revision: sql`${listings.revision} + 1` }).where(inArray(listings.id, due)).returning();
    },

    /** At most `limit` of an enterprise's that follow a listing, in the order of ids, so that one statement never holds all that a large catalogue has. */
    archiveSome: async (enterpriseId: string, { by, at, after, limit }: { by: string | null; at: Date; after: string | undefined; limit: number }): Promise<string[]> => {
      const some = db.select({ id: listings.id }).from(listings).where(and(eq(listings.enterpriseId, enterpriseId), ne(listings.state, 'archived'), after === undefined ? undefined : gt(listings.id, after))).orderBy(asc(listings.id)).limit(limit);
      const rows = await db.update(listings).set({ state: 'archived', archivedAt: at, archivedBy: by, revision: sql`${listings.revision} + 1` }).where(inArray(listings.id, some)).returning({ id: listings.id });
      return rows.map(({ id }) => id).sort();
    },

    showFiles: async (shown: { listingId: string; fileIds: string[] }[]): Promise<void> => {
      if (shown.length === 0) return;
      await db.delete(listingFiles).where(inArray(listingFiles.listingId, shown.map((s) => s.listingId)));
      const rows = shown.flatMap(({ listingId, fileIds }) => fileIds.map((fileId) => ({ listingId, fileId })));
      if (rows.length > 0) await db.insert(listingFiles).values(rows);
    },

    isFileShown: async (fileId: string, now: Date): Promise<boolean> =>
      (await db.select({ id: listings.id }).from(listingFiles).innerJoin(listings, eq(listings.id, listingFiles.listingId)).innerJoin(enterprises, eq(enterprises.id, listings.enterpriseId)).where(and(eq(listingFiles.fileId, fileId), onDisplay(now))).limit(1)).length > 0,
  };
}
