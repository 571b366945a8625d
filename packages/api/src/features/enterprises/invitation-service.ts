import { createHash, randomBytes } from 'node:crypto';
import type { Invitation, InvitationDraft, InvitationLetter, Membership } from '@ganwan/shared/enterprises/contract';
import { enterprisePolicy } from '@ganwan/shared/enterprises/rules';
import type { PageQuery } from '@ganwan/shared/page';
import { localText } from '@ganwan/shared/values';
import { writeDown } from '#features/audit/service';
import { confirmEmail } from '#features/people/service';
import type { Actor } from '#platform/actor';
import { rooms } from '#platform/announce';
import { page } from '#platform/cursor';
import type { Database } from '#platform/database';
import { Failure, found } from '#platform/failure';
import type { Mail } from '#platform/mail';
import type { EndSockets } from '#platform/sockets';
import { inTransaction } from '#platform/transaction';
import { card, membershipOf } from './answers.ts';
import { invitationQueries } from './invitation-queries.ts';
import { enterpriseQueries } from './queries.ts';
import { allow, holdOpen, join } from './service.ts';

interface Needs {
  db: Database;
  mail: Mail;
  origin: string;
  endSockets: EndSockets;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The letter's link is the invitation: it is stored hashed, works for 7 days and once. */
export function invitationService({ db, mail, origin, endSockets }: Needs) {
  const queries = invitationQueries(db);
  const byToken = async (token: string) => {
    const invitation = found(await queries.byToken(hashOf(token)));
    return found(invitation.open ? invitation : undefined);
  };

  return {
    list: async (actor: Actor, enterpriseId: string, query: PageQuery) => {
      const { role } = found(await enterpriseQueries(db).findAs(actor.person.id, enterpriseId));
      allow(enterprisePolicy.manageMembers(role));
      return page(await queries.open(enterpriseId, query), query, (row): Invitation => row);
    },

    invite: (actor: Actor, enterpriseId: string, draft: InvitationDraft): Promise<Invitation> =>
      inTransaction(db, async (tx) => {
        found(await holdOpen(tx, enterpriseId));
        const { enterprise, role } = found(await enterpriseQueries(tx).findAs(actor.person.id, enterpriseId));
        allow(enterprisePolicy.invite(role, draft.role));
        const invitee = await enterpriseQueries(tx).memberByEmail(enterpriseId, draft.email);
        if (invitee) throw new Failure('already_member');
        const token = randomBytes(24).toString('base64url');
        const invitation = await invitationQueries(tx).insert(enterpriseId, actor.person.id, draft, hashOf(token));
        await writeDown(tx, { kind: 'invited', by: actor, enterpriseId, detail: { email: draft.email, role: draft.role } });
        const locale = (await invitationQueries(tx).localeOf(draft.email)) ?? actor.person.locale;
        const values = { url: `${origin}/invitations/${token}`, enterprise: localText(enterprise.names, locale), inviter: actor.person.name };
        await mail.post(tx, { to: draft.email, locale, template: 'invitation', values, hours: 7 * 24 });
        return { ...invitation, invitedBy: { id: actor.person.id, name: actor.person.name } };
      }),

    revoke: (actor: Actor, enterpriseId: string, id: string) =>
      inTransaction(db, async (tx) => {
        const { role } = found(await enterpriseQueries(tx).findAs(actor.person.id, enterpriseId));
        allow(enterprisePolicy.manageMembers(role));
        const invitation = found(await invitationQueries(tx).findOpen(enterpriseId, id));
        allow(enterprisePolicy.invite(role, invitation.role));
        if (!(await invitationQueries(tx).answer(id, 'canceled'))) throw new Failure('not_found');
        await writeDown(tx, { kind: 'invitation_revoked', by: actor, enterpriseId, detail: { email: invitation.email } });
      }),

    /** Answered, it is nobody's business any more but theirs who belong to the enterprise. */
    show: async (actor: Actor | undefined, token: string): Promise<InvitationLetter> => {
      const { enterprise, email, role, invitedBy, expiresAt, open } = found(await queries.byToken(hashOf(token)));
      const joined = actor !== undefined && (await enterpriseQueries(db).findAs(actor.person.id, enterprise.id)) !== undefined;
      if (!open && !joined) throw new Failure('not_found');
      return { enterprise: card(enterprise), email, role, invitedBy: { name: invitedBy.name }, expiresAt, joined };
    },

    /** The link came by letter, so whoever holds it and the address it was sent to has that mailbox. */
    accept: async (actor: Actor, token: string): Promise<Membership> => {
      const { id, enterprise, email, role } = await byToken(token);
      if (email !== actor.person.email.toLowerCase()) throw new Failure('invitation_for_another_email');
      return inTransaction(db, async (tx, afterCommit) => {
        found(await holdOpen(tx, enterprise.id));
        if (!(await invitationQueries(tx).answer(id, 'accepted'))) throw new Failure('not_found');
        await join(tx, actor, enterprise.id, role);
        await confirmEmail(tx, actor.person.id);
        await writeDown(tx, { kind: 'member_joined', by: actor, enterpriseId: enterprise.id, detail: { role } });
        afterCommit(() => endSockets(rooms.session(actor.sessionId)));
        return membershipOf({ enterprise, role });
      });
    },

    decline: async (token: string, address: string) => {
      const { id, enterprise, email } = await byToken(token);
      await inTransaction(db, async (tx) => {
        if (!(await invitationQueries(tx).answer(id, 'rejected'))) throw new Failure('not_found');
        await writeDown(tx, { kind: 'invitation_declined', enterpriseId: enterprise.id, address, detail: { email } });
      });
    },
  };
}
