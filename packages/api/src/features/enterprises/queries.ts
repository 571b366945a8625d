import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { EnterpriseDraft } from '@ganwan/shared/enterprises/contract';
import type { Queries } from '#platform/database';
import { sessions } from '#features/people/table';
import { enterprises, members } from './table.ts';

export function enterpriseQueries(db: Queries) {
  return {
    find: async (id: string) => (await db.select().from(enterprises).where(eq(enterprises.id, id))).at(0),

    insert: async (draft: EnterpriseDraft) => {
      const id = uuidv7();
      const name = draft.names['zh-Hans'] ?? draft.names['zh-Hant'] ?? draft.names.en ?? '';
      return (await db.insert(enterprises).values({ ...draft, id, name, slug: id }).returning()).at(0)!;
    },

    insertMember: (organizationId: string, userId: string, role: 'viewer' | 'member' | 'admin' | 'owner') =>
      db.insert(members).values({ id: uuidv7(), organizationId, userId, role }),

    activate: (sessionId: string, enterpriseId: string) =>
      db.update(sessions).set({ activeOrganizationId: enterpriseId }).where(eq(sessions.id, sessionId)),
  };
}
