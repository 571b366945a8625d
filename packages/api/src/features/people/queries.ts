import { and, asc, count, desc, eq, gt, ilike, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { PersonEdit, PersonSearch, PlatformRole } from '@ganwan/shared/people/contract';
import { pageSize, type PageQuery } from '@ganwan/shared/page';
import { idCursor } from '#platform/cursor';
import type { Queries } from '#platform/database';
import { members } from '#features/enterprises/table';
import { accounts, passkeys, people, sessions, twoFactors, verifications } from './table.ts';

const shown = { id: people.id, name: people.name, email: people.email, locale: people.locale, role: people.role };
/** Typed wildcards stand for themselves. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export function personQueries(db: Queries) {
  return {
    profile: async (id: string) => {
      const keys = db.select({ keys: count() }).from(passkeys).where(eq(passkeys.userId, id));
      const rows = await db.select({ ...shown, emailVerified: people.emailVerified, twoFactorEnabled: people.twoFactorEnabled, passkeys: sql<string>`(${keys})`.mapWith(Number) }).from(people).where(eq(people.id, id));
      return rows.at(0);
    },

    update: (id: string, edit: PersonEdit) => db.update(people).set({ ...edit, updatedAt: sql`now()` }).where(eq(people.id, id)),

    sessions: (personId: string, query: PageQuery) => {
      const before = idCursor(query);
      return db.select({ id: sessions.id, createdAt: sessions.createdAt, seenAt: sessions.updatedAt, expiresAt: sessions.expiresAt, address: sessions.ipAddress, device: sessions.userAgent })
        .from(sessions).where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, sql`now()`), before === undefined ? undefined : lt(sessions.id, before)))
        .orderBy(desc(sessions.id)).limit(pageSize(query) + 1);
    },

    endSessions: (personId: string, which: { only: string } | { allBut: string }) =>
      db.delete(sessions).where(and(eq(sessions.userId, personId), 'only' in which ? eq(sessions.id, which.only) : ne(sessions.id, which.allBut))).returning({ id: sessions.id }),

    search: (query: PersonSearch) => {
      const { q, role } = query;
      const after = idCursor(query);
      return db.select(shown).from(people)
        .where(and(isNull(people.closedAt), q === undefined ? undefined : or(ilike(people.name, containing(q)), ilike(people.email, containing(q))), role && eq(people.role, role), after === undefined ? undefined : gt(people.id, after)))
        .orderBy(asc(people.id)).limit(pageSize(query) + 1);
    },

    hold: async (id: string) => (await db.select(shown).from(people).where(eq(people.id, id)).for('update')).at(0),
    holdAdministrators: () => db.select({ id: people.id }).from(people).where(eq(people.role, 'administrator')).orderBy(asc(people.id)).for('update'),
    setRole: async (id: string, role: PlatformRole) => (await db.update(people).set({ role, updatedAt: sql`now()` }).where(eq(people.id, id)).returning(shown)).at(0),

    appoint: async (email: string) =>
      (await db.update(people).set({ role: 'administrator' }).where(and(eq(people.email, email), people.emailVerified, ne(people.role, 'administrator'))).returning({ id: people.id })).at(0),

    actFor: async (sessionId: string, enterpriseId: string) => {
      const [session] = await db.update(sessions).set({ activeOrganizationId: enterpriseId }).where(eq(sessions.id, sessionId)).returning({ userId: sessions.userId });
      if (session) await db.update(people).set({ lastEnterpriseId: enterpriseId }).where(eq(people.id, session.userId));
    },

    /** Where a new session starts: the enterprise the person last acted for, else the one they joined first. */
    enterpriseToActFor: async (personId: string) =>
      (await db.select({ id: members.organizationId }).from(members).innerJoin(people, eq(people.id, members.userId)).where(eq(members.userId, personId))
        .orderBy(sql`${members.organizationId} = ${people.lastEnterpriseId} desc nulls last`, asc(members.id)).limit(1)).at(0)?.id ?? null,

    passkeys: async (personId: string, most: number) =>
      (await db.select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt }).from(passkeys).where(eq(passkeys.userId, personId)).orderBy(asc(passkeys.id)).limit(most))
        .map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),

    removePasskey: async (personId: string, id: string) => (await db.delete(passkeys).where(and(eq(passkeys.userId, personId), eq(passkeys.id, id))).returning({ id: passkeys.id })).at(0),

    /** Everything by which somebody could be the person again goes; the row stays, for nobody. */
    close: async (id: string) => {
      for (const key of [sessions, accounts, twoFactors, passkeys]) await db.delete(key).where(eq(key.userId, id));
      await db.update(people).set({ name: '', email: `${id}@closed.invalid`, emailVerified: false, image: null, role: 'person', twoFactorEnabled: false, lastEnterpriseId: null, closedAt: sql`now()`, updatedAt: sql`now()` }).where(eq(people.id, id));
    },

    forgetOld: async () => {
      await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
      await db.delete(verifications).where(lt(verifications.expiresAt, sql`now()`));
    },

    /** Written at most every ten minutes, so that looking around stays reading. */
    seen: (sessionId: string) => db.update(sessions).set({ updatedAt: sql`now()` }).where(and(eq(sessions.id, sessionId), sql`${sessions.updatedAt} < now() - interval '10 minutes'`)),
    confirmEmail: (id: string) => db.update(people).set({ emailVerified: true }).where(eq(people.id, id)),
  };
}
