import { enterprisePolicy } from '@ganwan/shared/enterprises/rules';
import { localText } from '@ganwan/shared/values';
import { writeDown } from '#features/audit/service';
import type { Actor } from '#platform/actor';
import { rooms } from '#platform/announce';
import type { Database, Queries } from '#platform/database';
import { found } from '#platform/failure';
import type { Mail } from '#platform/mail';
import type { EndSockets } from '#platform/sockets';
import { inTransaction, type AfterCommit } from '#platform/transaction';
import { invitationQueries } from './invitation-queries.ts';
import { enterpriseQueries } from './queries.ts';
import { allow } from './service.ts';

/** Told inside the transaction that an enterprise is closed by somebody, so that what it has elsewhere ends with it. */
export type EnterpriseClosed = (tx: Queries, afterCommit: AfterCommit, closed: { enterpriseId: string; personId: string }) => Promise<void>;

interface Needs {
  db: Database;
  mail: Mail;
  endSockets: EndSockets;
  closed: readonly EnterpriseClosed[];
  /** Called once it is closed: what is left of it may be put away. */
  windUp(): void;
}

/** What others hold of it stays; it publishes, invites and speaks no more, and nobody belongs to it. */
export function closeEnterprise({ db, mail, endSockets, closed, windUp }: Needs, actor: Actor, enterpriseId: string): Promise<void> {
  return inTransaction(db, async (tx, afterCommit) => {
    const held = enterpriseQueries(tx);
    await held.holdToClose(enterpriseId);
    const { role } = found(await held.holdAs(actor.person.id, enterpriseId));
    allow(enterprisePolicy.close(role));
    const { names } = found(await held.find(enterpriseId));
    for (const listener of closed) await listener(tx, afterCommit, { enterpriseId, personId: actor.person.id });
    await invitationQueries(tx).cancelAll(enterpriseId);
    for (const { name, email, locale } of await held.close(enterpriseId, actor.person.id)) {
      const values = { name, enterprise: localText(names, locale), by: actor.person.name };
      await mail.post(tx, { to: email, locale, template: 'enterprise_closed', values, hours: 72 });
    }
    await writeDown(tx, { kind: 'enterprise_closed', by: actor, enterpriseId });
    afterCommit(() => endSockets(rooms.enterprise(enterpriseId)));
    afterCommit(windUp);
  });
}
