import { and, asc, count, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { EnterpriseDraft, EnterpriseEdit } from '@ganwan/shared/enterprises/contract';
import type { EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import { pageSize, type PageQuery } from '@ganwan/shared/page';
import { localText, type LocalText } from '@ganwan/shared/values';
import { idCursor } from '#platform/cursor';
import type { Queries } from '#platform/database';
import { people } from '#features/people/table';
import { enterprises, members } from './table.ts';

// The column is for better-auth's organisation; readers get `names`.
const nameFrom = (names: LocalText) => localText(names, 'zh-Hans');

// As the database writes ids: in capitals it would be another lock.
const closing = (id: string) => sql`hashtextextended(${id}::uuid::text, 8)`;

export function enterpriseQueries(db: Queries) {
  const membership = (enterpriseId: string, personId: string) => and(eq(members.organizationId, enterpriseId), eq(members.userId, personId));
  const member = { id: members.id, role: members.role, since: members.createdAt, person: { id: people.id, name: people.name, email: people.email } };

  return {
    find: async (id: string) => (await db.select().from(enterprises).where(eq(enterprises.id, id))).at(0),

    /** The enterprise and the person's role in it; nothing for a stranger. */
    findAs: async (personId: string, id: string) =>
      (await db.select({ enterprise: enterprises, role: members.role }).from(members).innerJoin(enterprises, eq(enterprises.id, members.organizationId)).where(membership(id, personId))).at(0),

    /** The same, holding the enterprise so that two changes of its people come one after the other. */
    holdAs: async (personId: string, id: string) => {
      await db.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.id, id)).for('update');
      return (await db.select({ role: members.role }).from(members).where(membership(id, personId))).at(0);
    },

    /** Those of them that are open, held open until the transaction ends. */
    holdOpen: async (ids: string[]) => {
      // No lock on the rows: those who share one let each other in before whoever waits to close it, for as long as they keep coming.
      for (const id of [...ids].sort()) await db.execute(sql`select pg_advisory_xact_lock_shared(${closing(id)})`);
      return db.select({ id: enterprises.id }).from(enterprises).where(and(inArray(enterprises.id, ids), isNull(enterprises.closedAt)));
    },

    /** Waits for those who hold it open; who asks from now on waits until the transaction ends. */
    holdToClose: (id: string) => db.execute(sql`select pg_advisory_xact_lock(${closing(id)})`),

    insert: async (draft: EnterpriseDraft) => {
      const id = uuidv7();
      return (await db.insert(enterprises).values({ ...draft, id, name: nameFrom(draft.names), slug: id }).returning()).at(0)!;
    },

    /** Undefined when it is closed or no longer at that revision. */
    update: async (id: string, { revision, ...edit }: EnterpriseEdit) =>
      (await db.update(enterprises).set({ ...edit, ...(edit.names && { name: nameFrom(edit.names) }), revision: revision + 1, updatedAt: sql`now()` })
        .where(and(eq(enterprises.id, id), eq(enterprises.revision, revision), isNull(enterprises.closedAt))).returning()).at(0),

    confirmIdentity: async (id: string, administratorId: string) =>
      (await db.update(enterprises).set({ identityConfirmedAt: sql`now()`, identityConfirmedBy: administratorId }).where(and(eq(enterprises.id, id), isNull(enterprises.closedAt))).returning()).at(0),

    members: (enterpriseId: string, query: PageQuery) => {
      const after = idCursor(query);
      return db.select(member).from(members).innerJoin(people, eq(people.id, members.userId))
        .where(and(eq(members.organizationId, enterpriseId), after === undefined ? undefined : gt(members.id, after)))
        .orderBy(asc(members.id)).limit(pageSize(query) + 1);
    },

    member: async (enterpriseId: string, personId: string) =>
      (await db.select(member).from(members).innerJoin(people, eq(people.id, members.userId)).where(membership(enterpriseId, personId))).at(0),

    memberByEmail: async (enterpriseId: string, email: string) =>
      (await db.select({ id: members.id }).from(members).innerJoin(people, eq(people.id, members.userId)).where(and(eq(members.organizationId, enterpriseId), eq(people.email, email)))).at(0),

    owners: async (enterpriseId: string) =>
      (await db.select({ owners: count() }).from(members).where(and(eq(members.organizationId, enterpriseId), eq(members.role, 'owner')))).at(0)!.owners,

    /** Everything one person belongs to, by name. */
    membershipsOf: (personId: string) =>
      db.select({ enterprise: enterprises, role: members.role }).from(members).innerJoin(enterprises, eq(enterprises.id, members.organizationId))
        .where(eq(members.userId, personId)).orderBy(asc(enterprises.name), asc(enterprises.id)).limit(100),

    countOf: async (personId: string) => (await db.select({ enterprises: count() }).from(members).where(eq(members.userId, personId))).at(0)!.enterprises,

    insertMember: (organizationId: string, userId: string, role: EnterpriseRole) => db.insert(members).values({ id: uuidv7(), organizationId, userId, role }),
    setRole: (enterpriseId: string, personId: string, role: EnterpriseRole) => db.update(members).set({ role }).where(membership(enterpriseId, personId)),

    deleteMember: (enterpriseId: string, personId: string) => db.delete(members).where(membership(enterpriseId, personId)),

    /** The one that closed first of those that have something left; two processes never hold the same. Whoever refers to it need not wait. */
    holdClosed: async () =>
      (await db.select({ enterpriseId: enterprises.id, personId: enterprises.closedBy }).from(enterprises)
        .where(and(isNotNull(enterprises.closedAt), isNull(enterprises.woundUpAt))).orderBy(asc(enterprises.closedAt)).limit(1).for('no key update', { skipLocked: true })).at(0),

    setWoundUp: (id: string) => db.update(enterprises).set({ woundUpAt: sql`now()` }).where(eq(enterprises.id, id)),

    /** Nobody belongs to it any more; those who did, to be told. */
    close: async (id: string, personId: string) => {
      await db.update(enterprises).set({ closedAt: sql`now()`, closedBy: personId }).where(eq(enterprises.id, id));
      const former = await db.delete(members).where(eq(members.organizationId, id)).returning({ userId: members.userId });
      return db.select({ name: people.name, email: people.email, locale: people.locale }).from(people).where(inArray(people.id, former.map(({ userId }) => userId)));
    },
  };
}
