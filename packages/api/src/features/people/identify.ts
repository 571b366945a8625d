import { and, eq } from 'drizzle-orm';
import { fromNodeHeaders } from 'better-auth/node';
import type { Actor, Identify } from '#platform/actor';
import type { Database } from '#platform/database';
import { members } from '#features/enterprises/table';
import type { Auth } from './auth.ts';

/** The actor by session cookie. Membership is read on every request, so a removed role ends at once. */
export function identifyWith(auth: Auth, db: Database): Identify {
  return async (headers) => {
    if (headers.cookie === undefined) return undefined;
    const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
    if (!found) return undefined;
    const { user, session } = found;
    const enterpriseId = session.activeOrganizationId;
    const membership = enterpriseId
      ? (await db.select({ role: members.role }).from(members).where(and(eq(members.organizationId, enterpriseId), eq(members.userId, user.id)))).at(0)
      : undefined;
    return {
      sessionId: session.id,
      person: { id: user.id, name: user.name, email: user.email, locale: user.locale as Actor['person']['locale'], role: user.role as Actor['person']['role'] },
      enterprise: enterpriseId && membership ? { id: enterpriseId, role: membership.role } : null,
    };
  };
}
