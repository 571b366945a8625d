import type { IncomingHttpHeaders } from 'node:http';
import { atLeast, type EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import type { PlatformRole } from '@ganwan/shared/people/contract';
import type { Access } from '@ganwan/shared/route';
import type { Locale } from '@ganwan/shared/values';
import { Failure } from './failure.ts';

export type { EnterpriseRole, PlatformRole };

/** Who asks: a signed-in person, and the enterprise they act for in this session, if any. */
export interface Actor {
  sessionId: string;
  /** Where the request or the socket comes from. */
  address: string;
  person: { id: string; name: string; email: string; locale: Locale; role: PlatformRole };
  enterprise: { id: string; role: EnterpriseRole } | null;
}
export interface Member extends Actor {
  enterprise: { id: string; role: EnterpriseRole };
}

export const isMember = (actor: Actor): actor is Member => actor.enterprise !== null;

/** Finds the actor of a request or socket handshake by its cookies; nobody when there is no valid session. */
export type Identify = (headers: IncomingHttpHeaders, address: string) => Promise<Actor | undefined>;

/** Throws `sign_in_required`, `enterprise_required` or `not_allowed` unless the actor may call a route of this access. */
export function admit(access: Access, actor: Actor | undefined): Actor | undefined {
  if (access === 'anyone') return actor;
  if (!actor) throw new Failure('sign_in_required');
  if (access === 'person') return actor;
  if (access === 'organiser' || access === 'administrator') {
    const allowed = actor.person.role === 'administrator' || actor.person.role === access;
    if (!allowed) throw new Failure('not_allowed');
    return actor;
  }
  if (!actor.enterprise) throw new Failure('enterprise_required');
  if (!atLeast(actor.enterprise.role, access)) throw new Failure('not_allowed');
  return actor;
}
