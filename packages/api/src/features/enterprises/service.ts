import type { Enterprise, EnterpriseDraft, EnterpriseEdit, Member, Membership } from '@ganwan/shared/enterprises/contract';
import { enterprisePolicy, leavesNoOwner, type EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import type { PageQuery } from '@ganwan/shared/page';
import { isRegisteredThere } from '@ganwan/shared/places/identity';
import { enterprisesAtMost } from '@ganwan/shared/people/contract';
import { writeDown } from '#features/audit/service';
import { actFor, type ProvePassword } from '#features/people/service';
import type { Actor } from '#platform/actor';
import { rooms } from '#platform/announce';
import { page } from '#platform/cursor';
import type { Database, Queries } from '#platform/database';
import { Failure, found, refuse } from '#platform/failure';
import type { Mail } from '#platform/mail';
import type { EndSockets } from '#platform/sockets';
import { inTransaction } from '#platform/transaction';
import { memberFor, membershipOf, shown } from './answers.ts';
import { closeEnterprise, type EnterpriseClosed } from './closing.ts';
import { enterpriseQueries } from './queries.ts';

interface Needs {
  db: Database;
  mail: Mail;
  endSockets: EndSockets;
  provePassword: ProvePassword;
  /** What else ends with an enterprise. */
  closed: readonly EnterpriseClosed[];
  windUp(): void;
}

/** Everything a person may do here is reached through their membership: to a stranger there is nothing. */
export function enterpriseService({ provePassword, ...needs }: Needs) {
  const { db, endSockets } = needs;
  const queries = enterpriseQueries(db);

  return {
    show: async (id: string): Promise<Enterprise> => shown(found(await queries.find(id))),

    /** The creator owns the enterprise and acts for it from the next request on. */
    create: (actor: Actor, draft: EnterpriseDraft): Promise<Enterprise> =>
      inTransaction(db, async (tx, afterCommit) => {
        const enterprise = await enterpriseQueries(tx).insert(draft);
        await join(tx, actor, enterprise.id, 'owner');
        await writeDown(tx, { kind: 'enterprise_created', by: actor, enterpriseId: enterprise.id });
        afterCommit(() => endSockets(rooms.session(actor.sessionId)));
        return shown(enterprise);
      }),

    edit: async (actor: Actor, id: string, edit: EnterpriseEdit): Promise<Enterprise> => {
      const { role, enterprise } = found(await queries.findAs(actor.person.id, id));
      allow(enterprisePolicy.edit(role));
      if (edit.region && !isRegisteredThere(enterprise.identityKind, edit.region)) throw refuse('region', 'another_register');
      // A revision alone says nothing, and would refuse a colleague for nothing.
      if (Object.keys(edit).length === 1) return shown(enterprise);
      const edited = await queries.update(id, edit);
      if (!edited) throw new Failure('conflict');
      return shown(edited);
    },

    close: async (asked: Parameters<ProvePassword>[0], actor: Actor, id: string, password: string): Promise<void> => {
      const { role } = found(await queries.findAs(actor.person.id, id));
      allow(enterprisePolicy.close(role));
      await provePassword(asked, actor, password);
      await closeEnterprise(needs, actor, id);
    },

    confirmIdentity: (actor: Actor, id: string): Promise<Enterprise> =>
      inTransaction(db, async (tx) => {
        const enterprise = found(await enterpriseQueries(tx).confirmIdentity(id, actor.person.id));
        await writeDown(tx, { kind: 'identity_confirmed', by: actor, enterpriseId: id });
        return shown(enterprise);
      }),

    activate: async (actor: Actor, id: string): Promise<Membership> => {
      const membership = found(await queries.findAs(actor.person.id, id));
      await actFor(db, actor.sessionId, id);
      endSockets(rooms.session(actor.sessionId));
      return membershipOf(membership);
    },

    members: async (actor: Actor, id: string, query: PageQuery) => {
      const { role } = found(await queries.findAs(actor.person.id, id));
      return page(await queries.members(id, query), query, memberFor({ personId: actor.person.id, role }));
    },

    changeRole: (actor: Actor, id: string, personId: string, to: EnterpriseRole): Promise<Member> =>
      inTransaction(db, async (tx, afterCommit) => {
        const held = enterpriseQueries(tx);
        const me = found(await held.holdAs(actor.person.id, id));
        const member = found(await held.member(id, personId));
        allow(enterprisePolicy.changeRole(me.role, member.role, to));
        if (leavesNoOwner(await held.owners(id), member.role, to)) throw new Failure('last_owner');
        await held.setRole(id, personId, to);
        await writeDown(tx, { kind: 'role_changed', by: actor, personId, enterpriseId: id, detail: { from: member.role, to } });
        afterCommit(() => endSockets(rooms.membership(id, personId)));
        const reader = { personId: actor.person.id, role: personId === actor.person.id ? to : me.role };
        return memberFor(reader)({ ...member, role: to });
      }),

    removeMember: (actor: Actor, id: string, personId: string) =>
      inTransaction(db, async (tx, afterCommit) => {
        const held = enterpriseQueries(tx);
        const me = found(await held.holdAs(actor.person.id, id));
        const member = found(await held.member(id, personId));
        allow(enterprisePolicy.remove(me.role, member.role));
        await part(held, id, personId, member.role);
        await writeDown(tx, { kind: 'member_removed', by: actor, personId, enterpriseId: id, detail: { from: member.role } });
        afterCommit(() => endSockets(rooms.membership(id, personId)));
      }),

    leave: (actor: Actor, id: string) =>
      inTransaction(db, async (tx, afterCommit) => {
        const held = enterpriseQueries(tx);
        const { role } = found(await held.holdAs(actor.person.id, id));
        await part(held, id, actor.person.id, role);
        await writeDown(tx, { kind: 'member_left', by: actor, enterpriseId: id, detail: { from: role } });
        afterCommit(() => endSockets(rooms.membership(id, actor.person.id)));
      }),
  };
}

/** Everything a person belongs to, by name. */
export const membershipsOf = async (db: Queries, personId: string): Promise<Membership[]> => (await enterpriseQueries(db).membershipsOf(personId)).map(membershipOf);

/**
 * Keeps enterprises open until the transaction ends; undefined when one of them is closed. Whoever writes for an
 * enterprise asks before it holds anything else: a closing waits for what is under way, and then ends that too.
 */
export async function holdOpen(tx: Queries, ...ids: string[]): Promise<true | undefined> {
  return (await enterpriseQueries(tx).holdOpen(ids)).length === ids.length || undefined;
}

/** Makes somebody a member and lets this session act for the enterprise. Throws `too_many_enterprises`. */
export async function join(tx: Queries, actor: Actor, enterpriseId: string, role: EnterpriseRole): Promise<void> {
  const queries = enterpriseQueries(tx);
  if ((await queries.countOf(actor.person.id)) >= enterprisesAtMost) throw new Failure('too_many_enterprises');
  await queries.insertMember(enterpriseId, actor.person.id, role);
  await actFor(tx, actor.sessionId, enterpriseId);
}

/** Leaves every enterprise at once. Throws `last_owner` when one would have none left. */
export async function partFromAll(tx: Queries, actor: Actor): Promise<void> {
  const held = enterpriseQueries(tx);
  const mine = await held.membershipsOf(actor.person.id);
  // In one order everywhere, so that two who leave the same ones do not wait for each other.
  for (const id of mine.map(({ enterprise }) => enterprise.id).sort()) {
    const { role } = found(await held.holdAs(actor.person.id, id));
    await part(held, id, actor.person.id, role);
    await writeDown(tx, { kind: 'member_left', by: actor, enterpriseId: id, detail: { from: role } });
  }
}

async function part(held: ReturnType<typeof enterpriseQueries>, id: string, personId: string, role: EnterpriseRole): Promise<void> {
  if (leavesNoOwner(await held.owners(id), role, undefined)) throw new Failure('last_owner');
  await held.deleteMember(id, personId);
}

/** Somebody who belongs to the enterprise learns that their role is not enough. */
export function allow(allowed: boolean): void {
  if (!allowed) throw new Failure('not_allowed');
}
