import { z } from 'zod';
import { Chain } from '../places/chains.ts';
import { identityKinds, isIdentityNumber, isRegisteredThere, oneSpelling, tidyRegistration } from '../places/identity.ts';
import { RegionCode } from '../places/regions.ts';
import { pageOf, PageQuery } from '../page.ts';
import { Password } from '../people/accounts-contract.ts';
import { contract } from '../route.ts';
import { Done, Id, Instant, Locale, LocalText } from '../values.ts';
import { enterpriseRoles } from './rules.ts';

export const EnterpriseRole = z.enum(enterpriseRoles);

/** A name in at least one language. */
export const Names = LocalText.refine((names) => Object.keys(names).length > 0, { params: { code: 'one_language_needed' } });

/** What an enterprise says of itself. No defaults and no refinements across fields here, so that the edit derives from it. */
const EnterpriseFields = z.strictObject({
  names: Names,
  identityKind: z.enum(identityKinds),
  identityNumber: z.string().max(80).transform(tidyRegistration),
  region: RegionCode,
  chains: z.array(Chain).min(1).max(12).refine((chains) => new Set(chains).size === chains.length, { params: { code: 'twice' } }),
  about: z.partialRecord(Locale, z.string().trim().max(4000)),
});

export const EnterpriseDraft = EnterpriseFields
  .refine(({ identityKind, identityNumber }) => isIdentityNumber(identityKind, identityNumber), { path: ['identityNumber'], params: { code: 'registration_number' } })
  .refine(({ identityKind, region }) => isRegisteredThere(identityKind, region), { path: ['region'], params: { code: 'another_register' } })
  .overwrite((draft) => ({ ...draft, identityNumber: oneSpelling(draft.identityKind, draft.identityNumber) }));
const Revision = z.number().int().min(1).max(2_147_483_646);

/** The identity stays: another registration is another enterprise. `revision` is the one that was read; `conflict` when somebody has changed it since. */
export const EnterpriseEdit = EnterpriseFields.omit({ identityKind: true, identityNumber: true }).partial().extend({ revision: Revision });

/** What is known of an enterprise and since when; `identity_number_checked` is the register's own rule, nobody was asked. */
export const EnterpriseFact = z.object({ kind: z.enum(['joined', 'identity_number_checked', 'identity_confirmed', 'changed', 'closed']), at: Instant });

/** An answer shows what is there; what may be entered is the draft's to say. */
export const Enterprise = z.object({ id: Id, ...EnterpriseFields.shape, names: LocalText, chains: z.array(Chain), identityNumber: z.string(), revision: Revision, facts: z.array(EnterpriseFact) });
/** What a list or a card shows. */
export const EnterpriseCard = Enterprise.pick({ id: true, names: true, region: true, chains: true });

const who = { id: Id, name: z.string() };

export const Member = z.object({
  person: z.object({ ...who, email: z.string() }),
  role: EnterpriseRole,
  since: Instant,
  /** What the reader may do to this member. */
  can: z.object({ roles: z.array(EnterpriseRole), remove: z.boolean() }),
});

export const InvitationDraft = z.strictObject({ email: z.email().max(200).transform((email) => email.toLowerCase()), role: EnterpriseRole });
export const Invitation = z.object({ id: Id, email: z.string(), role: EnterpriseRole, invitedBy: z.object(who), createdAt: Instant, expiresAt: Instant });
/** What the holder of the link in the letter sees. `joined`: the reader belongs to the enterprise already; only they see it after it was answered. */
export const InvitationLetter = z.object({ enterprise: EnterpriseCard, email: z.string(), role: EnterpriseRole, invitedBy: z.object({ name: z.string() }), expiresAt: Instant, joined: z.boolean() });

/** An enterprise the reader belongs to; `can` is what their role allows there. */
export const Membership = z.object({
  enterprise: EnterpriseCard,
  role: EnterpriseRole,
  can: z.object({ edit: z.boolean(), close: z.boolean(), publish: z.boolean(), invite: z.array(EnterpriseRole), manageMembers: z.boolean() }),
});

export type EnterpriseDraft = z.output<typeof EnterpriseDraft>;
export type EnterpriseEdit = z.output<typeof EnterpriseEdit>;
export type Enterprise = z.output<typeof Enterprise>;
export type EnterpriseCard = z.output<typeof EnterpriseCard>;
export type Member = z.output<typeof Member>;
export type InvitationDraft = z.output<typeof InvitationDraft>;
export type Invitation = z.output<typeof Invitation>;
export type InvitationLetter = z.output<typeof InvitationLetter>;
export type Membership = z.output<typeof Membership>;

const one = z.object({ id: Id });
const member = z.object({ id: Id, personId: Id });
const byLink = z.object({ token: z.string().min(20).max(100) });

export const enterprises = contract({
  create: { method: 'POST', path: '/api/enterprises', summary: 'Create an enterprise; the creator becomes its owner and acts for it at once.', access: 'person', body: EnterpriseDraft, response: Enterprise },
  show: { method: 'GET', path: '/api/enterprises/:id', summary: 'One enterprise, as everyone may see it.', access: 'anyone', params: one, response: Enterprise },
  edit: { method: 'PATCH', path: '/api/enterprises/:id', summary: 'Change what an enterprise says of itself; for its admins and owners.', access: 'person', params: one, body: EnterpriseEdit, response: Enterprise },
  close: { method: 'POST', path: '/api/enterprises/:id/close', summary: 'Close an enterprise for good: its listings leave the search, its conversations can only be read by the other side, its members and open invitations end; for its owners.', access: 'person', params: one, body: z.strictObject({ password: Password }), response: Done },
  confirmIdentity: { method: 'POST', path: '/api/enterprises/:id/confirm-identity', summary: 'Record that an administrator has seen the registration.', access: 'administrator', params: one, response: Enterprise },
  activate: { method: 'POST', path: '/api/enterprises/:id/activate', summary: 'Act for this enterprise in this session from now on; open sockets of the session close and reconnect.', access: 'person', params: one, response: Membership },
  leave: { method: 'POST', path: '/api/enterprises/:id/leave', summary: 'Stop belonging to an enterprise; its last owner cannot.', access: 'person', params: one, response: Done },
  members: { method: 'GET', path: '/api/enterprises/:id/members', summary: 'The people of an enterprise, oldest first; for its members.', access: 'person', params: one, query: PageQuery, response: pageOf(Member) },
  changeRole: { method: 'PATCH', path: '/api/enterprises/:id/members/:personId', summary: "Change a member's role.", access: 'person', params: member, body: z.strictObject({ role: EnterpriseRole }), response: Member },
  removeMember: { method: 'DELETE', path: '/api/enterprises/:id/members/:personId', summary: 'Remove a member; their sockets close.', access: 'person', params: member, response: Done },
  invitations: { method: 'GET', path: '/api/enterprises/:id/invitations', summary: 'Open invitations, newest first; for admins and owners.', access: 'person', params: one, query: PageQuery, response: pageOf(Invitation) },
  invite: { method: 'POST', path: '/api/enterprises/:id/invitations', summary: 'Invite somebody by a letter with a link that works for 7 days.', access: 'person', params: one, body: InvitationDraft, response: Invitation, rate: 20 },
  revokeInvitation: { method: 'DELETE', path: '/api/enterprises/:id/invitations/:invitationId', summary: 'Take an open invitation back.', access: 'person', params: z.object({ id: Id, invitationId: Id }), response: Done },
  invitation: { method: 'GET', path: '/api/invitations/:token', summary: 'What an invitation offers, for the holder of its link.', access: 'anyone', params: byLink, response: InvitationLetter, rate: 30 },
  acceptInvitation: { method: 'POST', path: '/api/invitations/:token/accept', summary: 'Join the enterprise and act for it at once; the e-mail address must be the invited one.', access: 'person', params: byLink, response: Membership, rate: 30 },
  declineInvitation: { method: 'POST', path: '/api/invitations/:token/decline', summary: 'Decline an invitation; its link is enough.', access: 'anyone', params: byLink, response: Done, rate: 30 },
});
