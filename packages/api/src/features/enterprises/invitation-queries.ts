import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { InvitationDraft } from '@ganwan/shared/enterprises/contract';
import { pageSize, type PageQuery } from '@ganwan/shared/page';
import { idCursor } from '#platform/cursor';
import type { Queries } from '#platform/database';
import { people } from '#features/people/table';
import { enterprises, invitations } from './table.ts';

type Answer = 'accepted' | 'rejected' | 'canceled';

export function invitationQueries(db: Queries) {
  const open = and(eq(invitations.status, 'pending'), gt(invitations.expiresAt, sql`now()`));
  const shown = {
    id: invitations.id, email: invitations.email, role: invitations.role, createdAt: invitations.createdAt, expiresAt: invitations.expiresAt,
    invitedBy: { id: people.id, name: people.name },
  };

  return {
    open: (enterpriseId: string, query: PageQuery) => {
      const before = idCursor(query);
      return db.select(shown).from(invitations).innerJoin(people, eq(people.id, invitations.inviterId))
        .where(and(eq(invitations.organizationId, enterpriseId), open, before === undefined ? undefined : lt(invitations.id, before)))
        .orderBy(desc(invitations.id)).limit(pageSize(query) + 1);
    },

    /** An invitation that ran out makes room for a new one to the same address. */
    insert: async (organizationId: string, inviterId: string, draft: InvitationDraft, tokenHash: string) => {
      await db.update(invitations).set({ status: 'canceled' })
        .where(and(eq(invitations.organizationId, organizationId), eq(invitations.email, draft.email), eq(invitations.status, 'pending'), sql`${invitations.expiresAt} <= now()`));
      return (await db.insert(invitations).values({ ...draft, id: uuidv7(), organizationId, inviterId, tokenHash, expiresAt: sql`now() + interval '7 days'` }).returning()).at(0)!;
    },

    byToken: async (tokenHash: string) =>
      (await db.select({ ...shown, enterprise: enterprises, open: sql<boolean>`${open}` }).from(invitations)
        .innerJoin(people, eq(people.id, invitations.inviterId)).innerJoin(enterprises, eq(enterprises.id, invitations.organizationId))
        .where(and(eq(invitations.tokenHash, tokenHash), isNull(enterprises.closedAt)))).at(0),

    findOpen: async (enterpriseId: string, id: string) =>
      (await db.select().from(invitations).where(and(eq(invitations.id, id), eq(invitations.organizationId, enterpriseId), open))).at(0),

    /** True for the one answer that came first. */
    answer: async (id: string, status: Answer) =>
      (await db.update(invitations).set({ status }).where(and(eq(invitations.id, id), open)).returning({ id: invitations.id })).length > 0,

    cancelAll: (enterpriseId: string) => db.update(invitations).set({ status: 'canceled' }).where(and(eq(invitations.organizationId, enterpriseId), eq(invitations.status, 'pending'))),

    localeOf: async (email: string) => (await db.select({ locale: people.locale }).from(people).where(eq(people.email, email))).at(0)?.locale,
  };
}
