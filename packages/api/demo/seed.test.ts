import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations as conversationRoutes } from '@ganwan/shared/conversations/contract';
import { systemClock } from '#platform/clock';
import { conversations, messages } from '#features/conversations/table';
import { enterprises } from '#features/enterprises/table';
import { listings } from '#features/listings/table';
import { people } from '#features/people/table';
import { world, type World } from '#test/world';
import { demoTalks } from './conversations.ts';
import { demoEnterprises } from './enterprises.ts';
import { demoListings } from './listings/all.ts';
import { demoLogins, demoPassword } from './people.ts';
import { seedDemo } from './seed.ts';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const load = (site: World) => seedDemo({ db: site.database.db, clock: systemClock, ...site.app.services });
const counts = async ({ database: { db } }: World) => ({
  enterprises: await db.$count(enterprises),
  published: await db.$count(listings, eq(listings.state, 'published')),
  conversations: await db.$count(conversations),
  messages: await db.$count(messages),
});
const whole = { enterprises: demoEnterprises.length, published: demoListings.length, conversations: demoTalks.length, messages: demoTalks.reduce((sum, { lines }) => sum + lines.length, 0) };

test('an empty database gets the whole demo, and everybody who can sign in finds conversations, some unread', async () => {
  expect(await load(w)).toBe('loaded');
  expect(await counts(w)).toEqual(whole);
  const rows = await w.database.db.select().from(listings);
  expect(rows.filter(({ kind, draft }) => kind === 'supply' && draft.imageIds.length !== 1)).toEqual([]);
  const opened = new Map((await w.database.db.select().from(conversations)).map(({ id, openedAt }) => [id, openedAt]));
  expect((await w.database.db.select().from(messages)).filter(({ conversationId, sentAt }) => sentAt < opened.get(conversationId)!)).toEqual([]);
  const published = await w.database.sql<{ early: number }[]>`
    select count(*)::int as early from conversations c join listings l on l.id = c.listing_id join enterprises e on e.id = l.enterprise_id
    join listing_versions v on v.listing_id = l.id
    where not (e.created_at < l.created_at and l.created_at < l.published_at and v.published_at = l.published_at and l.published_at < c.opened_at)`;
  expect(published).toEqual([{ early: 0 }]);
  let unread = 0;
  for (const { email } of demoLogins.filter(({ enterprise }) => enterprise !== null)) {
    const answer = await w.nobody.send('/api/auth/sign-in/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: demoPassword }) });
    expect(answer.status, await answer.clone().text()).toBe(200);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const { items } = (await (await w.nobody.send(conversationRoutes.list.path, { headers: { cookie } })).json()) as { items: { reading: { unread: number } }[] };
    expect(items.length, email).toBeGreaterThan(1);
    unread += items.reduce((sum, { reading }) => sum + reading.unread, 0);
  }
  expect(unread).toBeGreaterThan(0);
}, 240_000);

test('a demo that is there is not loaded again, and an interrupted one is completed without doubles', async () => {
  expect(await load(w)).toBe('there');
  await w.database.db.delete(people).where(eq(people.email, 'admin@demo.example'));
  await w.database.db.delete(listings).where(eq(listings.itemNumber, 'COP-0012'));
  await w.database.db.delete(messages).where(eq(messages.seq, 3));
  expect(await load(w)).toBe('loaded');
  expect(await counts(w)).toEqual(whole);
}, 240_000);

test('a database with people of its own is left alone', async () => {
  const other = await world();
  await other.someone();
  expect(await load(other)).toBe('left_alone');
  expect((await counts(other)).published).toBe(0);
  await other.close();
}, 240_000);
