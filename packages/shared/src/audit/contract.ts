import { z } from 'zod';
import { pageOf, PageQuery } from '../page.ts';
import { contract } from '../route.ts';
import { Id, Instant } from '../values.ts';

/** What is written down for good because somebody's safety may depend on it. */
export const auditKinds = [
  'signed_up', 'sign_in_limited', 'password_changed', 'password_reset', 'email_changed', 'account_closed', 'two_factor_on', 'two_factor_off', 'passkey_added', 'passkey_removed', 'session_ended', 'other_sessions_ended',
  'enterprise_created', 'enterprise_closed', 'identity_confirmed', 'member_joined', 'member_left', 'member_removed', 'role_changed',
  'invited', 'invitation_revoked', 'invitation_declined', 'platform_role_granted',
] as const;
export const AuditKind = z.enum(auditKinds);

export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  kind: AuditKind,
  /** Who did it; null when nobody was signed in. */
  by: z.object({ id: Id, name: z.string().nullable() }).nullable(),
  /** To whom it was done, when that is somebody else or nobody is signed in. */
  personId: Id.nullable(),
  enterpriseId: Id.nullable(),
  address: z.string().nullable(),
  /** Language-neutral particulars, such as `from` and `to` of a role. */
  detail: z.record(z.string(), z.string()),
});

export const AuditQuery = PageQuery.extend({ kind: AuditKind.optional(), personId: Id.optional(), enterpriseId: Id.optional() });

export type AuditKind = z.output<typeof AuditKind>;
export type AuditEntry = z.output<typeof AuditEntry>;
export type AuditQuery = z.output<typeof AuditQuery>;

export const audit = contract({
  list: { method: 'GET', path: '/api/audit', summary: 'Security-relevant facts, newest first; of a person both what they did and what was done to them.', access: 'administrator', query: AuditQuery, response: pageOf(AuditEntry) },
});
