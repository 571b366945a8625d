import type { FastifyReply, FastifyRequest } from 'fastify';
import { enterprisesAtMost, type Me, type Person, type PersonEdit, type PersonSearch, type PlatformRole, type Session } from '@ganwan/shared/people/contract';
import type { PageQuery } from '@ganwan/shared/page';
import { writeDown } from '#features/audit/service';
import { membershipsOf } from '#features/enterprises/service';
import type { Actor } from '#platform/actor';
import { rooms } from '#platform/announce';
import { page } from '#platform/cursor';
import type { Database, Queries } from '#platform/database';
import { Failure, found } from '#platform/failure';
import type { EndSockets } from '#platform/sockets';
import { inTransaction } from '#platform/transaction';
import { personQueries } from './queries.ts';

/** A request with the answer that may carry cookies. */
export interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Throws `wrong_password`, or `too_many_requests` after many tries. */
export type ProvePassword = (asked: Asked, actor: Actor, password: string) => Promise<void>;

interface Needs {
  db: Database;
  endSockets: EndSockets;
}

export function personService({ db, endSockets }: Needs) {
  const queries = personQueries(db);

  async function me({ person, enterprise }: Actor): Promise<Me> {
    const [{ emailVerified, twoFactorEnabled, passkeys, ...row }, enterprises] = await Promise.all([queries.profile(person.id).then(found), membershipsOf(db, person.id)]);
    const active = enterprises.find((one) => one.enterprise.id === enterprise?.id) ?? null;
    const administer = row.role === 'administrator';
    return {
      person: row,
      security: { emailVerified, twoFactor: twoFactorEnabled, passkeys },
      enterprises,
      active,
      can: { createEnterprise: enterprises.length < enterprisesAtMost, organise: administer || row.role === 'organiser', administer },
    };
  }

  return {
    me: async (actor: Actor): Promise<Me> => {
      await queries.seen(actor.sessionId);
      return me(actor);
    },

    edit: async (actor: Actor, edit: PersonEdit): Promise<Me> => {
      await queries.update(actor.person.id, edit);
      return me(actor);
    },

    sessions: async (actor: Actor, query: PageQuery) =>
      page(await queries.sessions(actor.person.id, query), query, (row): Session => ({ ...row, current: row.id === actor.sessionId })),

    endSession: (actor: Actor, id: string) =>
      inTransaction(db, async (tx, afterCommit) => {
        found((await personQueries(tx).endSessions(actor.person.id, { only: id })).at(0));
        await writeDown(tx, { kind: 'session_ended', by: actor });
        afterCommit(() => endSockets(rooms.session(id)));
      }),

    endOtherSessions: (actor: Actor) =>
      inTransaction(db, async (tx, afterCommit) => {
        const ended = await personQueries(tx).endSessions(actor.person.id, { allBut: actor.sessionId });
        await writeDown(tx, { kind: 'other_sessions_ended', by: actor, detail: { ended: String(ended.length) } });
        afterCommit(() => endSockets(ended.map(({ id }) => rooms.session(id))));
        return { ended: ended.length };
      }),

    /** The first administrator, whom nobody could grant the role: the configured address, once a letter has confirmed it. */
    appoint: (email: string) =>
      inTransaction(db, async (tx, afterCommit) => {
        const person = await personQueries(tx).appoint(email.toLowerCase());
        if (!person) return;
        await writeDown(tx, { kind: 'platform_role_granted', personId: person.id, detail: { to: 'administrator', because: 'configured' } });
        afterCommit(() => endSockets(rooms.person(person.id)));
      }),

    search: async (query: PersonSearch) => page(await queries.search(query), query, (row): Person => row),

    grant: (actor: Actor, personId: string, to: PlatformRole): Promise<Person> =>
      inTransaction(db, async (tx, afterCommit) => {
        const held = personQueries(tx);
        // Held together, so that two administrators cannot take the role from each other at once.
        const administrators = await held.holdAdministrators();
        const person = found(await held.hold(personId));
        if (person.role === 'administrator' && to !== 'administrator' && administrators.length <= 1) throw new Failure('last_administrator');
        const changed = found(await held.setRole(personId, to));
        await writeDown(tx, { kind: 'platform_role_granted', by: actor, personId, detail: { from: person.role, to } });
        afterCommit(() => endSockets(rooms.person(personId)));
        return changed;
      }),
  };
}

/** Lets a session act for an enterprise; whether it may is the caller's to know. */
export const actFor = (tx: Queries, sessionId: string, enterpriseId: string) => personQueries(tx).actFor(sessionId, enterpriseId);

/** The person has shown that letters to their address reach them. */
export const confirmEmail = (tx: Queries, personId: string) => personQueries(tx).confirmEmail(personId);
