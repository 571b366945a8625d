import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { conversations, participants } from '#features/conversations/table';
import { enterprises, members } from '#features/enterprises/table';
import { people, sessions } from '#features/people/table';

/** Somebody signed in: the rows and the signed cookie that signing in would leave, without its costly password hash. */
export interface Visitor { personId: string; enterpriseId: string; cookie: string }
export interface Pair { conversationId: string; enquirer: Visitor; publisher: Visitor }

/** Pairs of enterprises with one person each and a conversation between them. `secret` is the server's. */
export async function makeCrowd(db: Database, secret: string, pairs: number): Promise<Pair[]> {
  const visitors = Array.from({ length: pairs * 2 }, () => visitor(secret));
  await db.insert(people).values(visitors.map(({ personId }) => ({ id: personId, name: '示例', email: `${personId}@example.com` })));
  await db.insert(enterprises).values(visitors.map(({ enterpriseId }) => ({ id: enterpriseId, slug: enterpriseId, name: '示例', names: { 'zh-Hans': '示例' }, identityKind: 'macao_registration' as const, identityNumber: enterpriseId, region: '360600' as const })));
  await db.insert(members).values(visitors.map(({ personId, enterpriseId }) => ({ id: uuidv7(), organizationId: enterpriseId, userId: personId, role: 'member' as const })));
  await db.insert(sessions).values(visitors.map(({ personId, enterpriseId, token }) => ({ id: uuidv7(), userId: personId, token, expiresAt: new Date('2100-01-01'), activeOrganizationId: enterpriseId })));
  const made = Array.from({ length: pairs }, (_, n) => ({ conversationId: uuidv7(), enquirer: visitors[2 * n]!, publisher: visitors[2 * n + 1]! }));
  await db.insert(conversations).values(made.map(({ conversationId, enquirer, publisher }) => ({ id: conversationId, listingId: uuidv7(), title: { 'zh-Hans': '示例' }, publisherId: publisher.enterpriseId, enquirerId: enquirer.enterpriseId })));
  await db.insert(participants).values(made.flatMap(({ conversationId, enquirer, publisher }) => [enquirer, publisher].map(({ personId, enterpriseId }) => ({ conversationId, personId, enterpriseId }))));
  return made;
}

function visitor(secret: string): Visitor & { token: string } {
  const token = randomBytes(24).toString('base64url');
  const signed = `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;
  return { personId: uuidv7(), enterpriseId: uuidv7(), token, cookie: `ganwan.session_token=${encodeURIComponent(signed)}` };
}
