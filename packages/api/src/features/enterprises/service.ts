import type { Enterprise, EnterpriseDraft } from '@ganwan/shared/enterprises/contract';
import type { Actor } from '#platform/actor';
import type { Database } from '#platform/database';
import { found } from '#platform/failure';
import { inTransaction } from '#platform/transaction';
import { enterpriseQueries } from './queries.ts';

export function enterpriseService({ db }: { db: Database }) {
  return {
    show: async (id: string): Promise<Enterprise> => found(await enterpriseQueries(db).find(id)),

    /** The creator owns the enterprise and acts for it from the next request on. */
    create: (actor: Actor, draft: EnterpriseDraft): Promise<Enterprise> =>
      inTransaction(db, async (tx) => {
        const queries = enterpriseQueries(tx);
        const enterprise = await queries.insert(draft);
        await queries.insertMember(enterprise.id, actor.person.id, 'owner');
        await queries.activate(actor.sessionId, enterprise.id);
        return enterprise;
      }),
  };
}
