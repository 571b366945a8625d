import { writeDown } from '#features/audit/service';
import { partFromAll } from '#features/enterprises/service';
import type { Actor } from '#platform/actor';
import { rooms } from '#platform/announce';
import type { Database } from '#platform/database';
import { Failure } from '#platform/failure';
import type { Mail } from '#platform/mail';
import type { EndSockets } from '#platform/sockets';
import { inTransaction } from '#platform/transaction';
import { personQueries } from './queries.ts';

interface Needs {
  db: Database;
  mail: Mail;
  endSockets: EndSockets;
}

/** What a person wrote stays with the enterprises they wrote it for; who they were goes. Throws `last_owner` or `last_administrator`. */
export function closeAccount({ db, mail, endSockets }: Needs, actor: Actor): Promise<void> {
  const { id, name, email, locale } = actor.person;
  return inTransaction(db, async (tx, afterCommit) => {
    const held = personQueries(tx);
    const administrators = await held.holdAdministrators();
    if (administrators.length === 1 && administrators[0]!.id === id) throw new Failure('last_administrator');
    await held.hold(id);
    await partFromAll(tx, actor);
    await held.close(id);
    await writeDown(tx, { kind: 'account_closed', by: actor });
    await mail.post(tx, { to: email, locale, template: 'account_closed', values: { name }, hours: 72 });
    afterCommit(() => endSockets(rooms.person(id)));
  });
}
