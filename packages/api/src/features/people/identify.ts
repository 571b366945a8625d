import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor, Identify } from '#platform/actor';
import type { Database } from '#platform/database';
import type { Standings } from '#platform/socket-sweep';
import { members } from '#features/enterprises/table';
import { people, sessions } from './table.ts';

/**
 * The actor by session cookie, in one query over three indexes. Session and membership are read every
 * time, so an ended session or a removed role ends at once. `cookie` is the name better-auth signs under.
 */
export function identifyWith({ db, secret, cookie }: { db: Database; secret: string; cookie: string }): Identify {
  return async (headers, address) => {
    const token = headers.cookie === undefined ? undefined : signedValue(headers.cookie, cookie, secret);
    if (token === undefined) return undefined;
    const row = (await db
      .select({ sessionId: sessions.id, person: { id: people.id, name: people.name, email: people.email, locale: people.locale, role: people.role }, enterpriseId: members.organizationId, role: members.role })
      .from(sessions)
      .innerJoin(people, and(eq(people.id, sessions.userId), isNull(people.closedAt)))
      .leftJoin(members, and(eq(members.organizationId, sessions.activeOrganizationId), eq(members.userId, sessions.userId)))
      .where(and(eq(sessions.token, token), gt(sessions.expiresAt, sql`now()`)))).at(0);
    if (!row) return undefined;
    const { sessionId, person, enterpriseId, role } = row;
    return { sessionId, address, person, enterprise: enterpriseId !== null && role !== null ? { id: enterpriseId, role } : null } satisfies Actor;
  };
}

/** What each of these sessions stands for now; a session that ended is missing. */
export const standingsOf = (db: Database): Standings => async (sessionIds) => {
  const rows = await db
    .select({ sessionId: sessions.id, platformRole: people.role, enterpriseId: members.organizationId, role: members.role })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.userId), isNull(people.closedAt)))
    .leftJoin(members, and(eq(members.organizationId, sessions.activeOrganizationId), eq(members.userId, sessions.userId)))
    // One parameter however many sockets there are.
    .where(and(sql`${sessions.id} = any(${`{${sessionIds.join(',')}}`}::uuid[])`, gt(sessions.expiresAt, sql`now()`)));
  return new Map(rows.map(({ sessionId, platformRole, enterpriseId, role }) => [sessionId, { role: platformRole, enterprise: enterpriseId !== null && role !== null ? { id: enterpriseId, role } : null }]));
};

/** better-auth writes `token.signature`, percent-encoded, signed by HMAC-SHA256 in base64. */
function signedValue(header: string, name: string, secret: string): string | undefined {
  const pair = header.split(/; */).find((one) => one.startsWith(`${name}=`));
  if (pair === undefined) return undefined;
  const value = decoded(pair.slice(name.length + 1));
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const [given, right] = [Buffer.from(value.slice(dot + 1), 'base64'), createHmac('sha256', secret).update(token).digest()];
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
