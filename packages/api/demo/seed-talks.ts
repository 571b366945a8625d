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
/** Firms that a reader of the demo can sign in as come first. */
const byLogin = (a: DemoEnterprise, b: DemoEnterprise) => Number(hasLogin(b)) - Number(hasLogin(a));

export async function seedTalks(service: Talking, db: Database, actors: Map<string, Member>, firms: readonly DemoEnterprise[]): Promise<void> {
  const asked = new Set<string>();
  for (const [at, talk] of demoTalks.entries()) {
    const { listing, host } = await listingFor(db, talk, actors, firms, asked);
    const guest = guestFor(talk, firms, host, at);
    if (!listing || !guest) throw new Error(`no firms for a talk about ${talk.subFamily}`);
    asked.add(listing);
    await speak(service, db, talk, listing, actors.get(guest.key)!, actors.get(host.key)!, at);
  }
}

async function listingFor(db: Database, talk: DemoTalk, actors: Map<string, Member>, firms: readonly DemoEnterprise[], asked: Set<string>) {
  const hosts = firms.filter((firm) => firm.sells.includes(talk.subFamily)).sort(byLogin);
  for (const host of hosts) {
    const rows = await db.select({ id: listings.id, draft: listings.draft }).from(listings).where(eq(listings.enterpriseId, actors.get(host.key)!.enterprise.id)).orderBy(listings.id);
    const listing = rows.find(({ id, draft }) => !asked.has(id) && draft.subFamily === talk.subFamily && draft.kind === 'supply');
    if (listing) return { listing: listing.id, host };
  }
  throw new Error(`nothing on offer in ${talk.subFamily}`);
}

function guestFor(talk: DemoTalk, firms: readonly DemoEnterprise[], host: DemoEnterprise, at: number): DemoEnterprise | undefined {
  const southern = traditional.test(talk.lines[0]![1]);
  const buyers = firms.filter((firm) => firm !== host && firm.buys.includes(talk.subFamily) && (firm.names['zh-Hant'] !== undefined) === southern);
  const others = firms.filter((firm) => firm !== host && (firm.names['zh-Hant'] !== undefined) === southern);
  return buyers.find(hasLogin) ?? buyers[at % Math.max(1, buyers.length)] ?? others[at % others.length];
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
