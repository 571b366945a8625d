import { z } from 'zod';
import { Membership } from '../enterprises/contract.ts';
import { pageOf, PageQuery } from '../page.ts';
import { contract } from '../route.ts';
import { Done, Id, Instant, Locale } from '../values.ts';

export const platformRoles = ['person', 'organiser', 'administrator'] as const;
export const PlatformRole = z.enum(platformRoles);

/** What people say of themselves. */
const PersonFields = z.strictObject({ name: z.string().trim().min(1).max(80), locale: Locale });
export const PersonEdit = PersonFields.partial();

export const Person = z.object({ id: Id, ...PersonFields.shape, email: z.string(), role: PlatformRole });

export const Me = z.object({
  person: Person,
  security: z.object({ emailVerified: z.boolean(), twoFactor: z.boolean(), passkeys: z.number().int() }),
  /** Every enterprise the person belongs to (50 at most), by name. */
  enterprises: z.array(Membership),
  /** The enterprise this session acts for. */
  active: Membership.nullable(),
  can: z.object({ createEnterprise: z.boolean(), organise: z.boolean(), administer: z.boolean() }),
});

export const Session = z.object({
  id: Id,
  current: z.boolean(),
  createdAt: Instant,
  /** When it was last used, to ten minutes. */
  seenAt: Instant,
  expiresAt: Instant,
  address: z.string().nullable(),
  device: z.string().nullable(),
});

export const PersonSearch = PageQuery.extend({ q: z.string().trim().max(100).optional(), role: PlatformRole.optional() });

export type PlatformRole = z.output<typeof PlatformRole>;
export type PersonEdit = z.output<typeof PersonEdit>;
export type Person = z.output<typeof Person>;
export type Me = z.output<typeof Me>;
export type Session = z.output<typeof Session>;
export type PersonSearch = z.output<typeof PersonSearch>;

/** At most so many enterprises for one person, so that switching stays one short list. */
export const enterprisesAtMost = 50;

export const people = contract({
  me: { method: 'GET', path: '/api/me', summary: 'Who I am, the enterprises I belong to, the one I act for, and what I may do.', access: 'person', response: Me },
  edit: { method: 'PATCH', path: '/api/me', summary: 'Change my name or language.', access: 'person', body: PersonEdit, response: Me },
  sessions: { method: 'GET', path: '/api/me/sessions', summary: 'Where I am signed in, newest first.', access: 'person', query: PageQuery, response: pageOf(Session) },
  endSession: { method: 'DELETE', path: '/api/me/sessions/:id', summary: 'End one of my sessions; its sockets close.', access: 'person', params: z.object({ id: Id }), response: Done },
  endOtherSessions: { method: 'POST', path: '/api/me/sessions/end-others', summary: 'End all my sessions but this one.', access: 'person', response: z.object({ ended: z.number().int() }) },
  search: { method: 'GET', path: '/api/people', summary: 'Find people by name or e-mail address.', access: 'administrator', query: PersonSearch, response: pageOf(Person) },
  grant: { method: 'PUT', path: '/api/people/:id/role', summary: 'Give a person a platform role or take it back.', access: 'administrator', params: z.object({ id: Id }), body: z.strictObject({ role: PlatformRole }), response: Person },
});
