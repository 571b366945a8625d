import { eq, sql } from 'drizzle-orm';
import type { conversationService } from '#features/conversations/service';
import { conversations, messages } from '#features/conversations/table';
import { listings } from '#features/listings/table';
import type { Member } from '#platform/actor';
import type { Database } from '#platform/database';
import { demoTalks, type DemoTalk } from './conversations.ts';
import type { DemoEnterprise } from './enterprises.ts';
import { demoLogins } from './people.ts';

export type Talking = Pick<ReturnType<typeof conversationService>, 'open' | 'send' | 'read'>;

/** Characters that only traditional writing uses: such a talk is begun from Hong Kong or Macao. */
const traditional = /[請嗎備樣訂報豬層鉛鱖雲價齊問禮貨農]/;
const hasLogin = (firm: DemoEnterprise) => demoLogins.some(({ enterprise }) => enterprise === firm.names.en);

export async function seedTalks(service: Talking, db: Database, actors: Map<string, Member>, firms: readonly DemoEnterprise[]): Promise<void> {
  const hosts = new Map(firms.map((firm) => [actors.get(firm.key)!.enterprise.id, firm]));
  const offered = await db.select({ id: listings.id, enterpriseId: listings.enterpriseId, draft: listings.draft }).from(listings).where(eq(listings.kind, 'supply'));
  for (const [at, talk] of demoTalks.entries()) {
    const listing = offered.find(({ enterpriseId, draft }) => hosts.has(enterpriseId) && Object.values(draft.title).some((title) => title.startsWith(talk.about)));
    if (!listing) throw new Error(`nothing on offer called ${talk.about}`);
    const host = hosts.get(listing.enterpriseId)!;
    const guest = guestFor(talk, listing.draft.subFamily, firms, host, at);
    await speak(service, db, talk, listing.id, actors.get(guest.key)!, actors.get(host.key)!, at);
  }
}

function guestFor(talk: DemoTalk, subFamily: string, firms: readonly DemoEnterprise[], host: DemoEnterprise, at: number): DemoEnterprise {
  const southern = traditional.test(talk.lines[0]![1]);
  const others = firms.filter((firm) => firm !== host && (firm.names['zh-Hant'] !== undefined) === southern);
  const buyers = others.filter((firm) => firm.buys.includes(subFamily));
  return buyers.find(hasLogin) ?? buyers[at % Math.max(1, buyers.length)] ?? others[at % others.length]!;
}

/** The same line always has the same id, so that a talk which was interrupted goes on without saying anything twice. */
const messageId = (listingId: string, line: number): string => `${listingId.slice(0, 14)}7${line.toString(16).padStart(3, '0')}${listingId.slice(18)}`;

async function speak(service: Talking, db: Database, talk: DemoTalk, listingId: string, guest: Member, host: Member, at: number): Promise<void> {
  const { id } = await service.open(guest, listingId);
  for (const [line, [side, body]] of talk.lines.entries()) await service.send(side === 'a' ? guest : host, id, { id: messageId(listingId, line), body, fileIds: [] });
  const speaker = talk.lines.at(-1)![0] === 'a' ? guest : host;
  const listener = speaker === guest ? host : guest;
  await service.read(speaker, id, talk.lines.length);
  await service.read(listener, id, talk.lines.length - talk.unread);
  // The talks were held over the last days, not in the second the demo was loaded.
  const hours = 2 + at * 5;
  await db.update(messages).set({ sentAt: sql`now() - make_interval(hours => ${hours}, mins => (${talk.lines.length} - ${messages.seq}) * 7)` }).where(eq(messages.conversationId, id));
  const said = (moment: 'min' | 'max') => sql`(select ${sql.raw(moment)}(sent_at) from ${messages} where conversation_id = ${id})`;
  await db.update(conversations).set({ openedAt: sql`${said('min')} - interval '3 minutes'`, activeAt: said('max') }).where(eq(conversations.id, id));
}
