import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { aFoil, publishedBy } from '#features/listings/listings.factory';
import { world, type Someone, type World } from '#test/world';
import { aMessage, hear, say, until } from './conversations.factory.ts';

let w: World;
let owner: Someone;
let author: Someone;
let buyer: Someone;
beforeAll(async () => {
  w = await world();
  owner = await w.someone();
  author = await w.someone({ enterprise: owner.enterpriseId, role: 'member' });
  buyer = await w.someone();
});
afterAll(() => w.close());

test('its listing is read by those in it as it was last published, however it stands now, and by nobody else', async () => {
  const listing = await publishedBy(author);
  const { id, listing: about } = await buyer.call(conversations.open, { body: { listingId: listing.id } });
  expect(about.state).toBe('published');
  const edited = await author.call(listings.edit, { params: { id: listing.id }, body: { revision: listing.revision, title: { 'zh-Hans': '还没发布的标题' } } });
  await author.call(listings.pause, { params: { id: listing.id }, body: { revision: edited.revision } });
  await expect(buyer.call(listings.show, { params: { id: listing.id } })).rejects.toMatchObject({ code: 'not_found' });
  expect((await buyer.call(conversations.show, { params: { id } })).listing.state).toBe('paused');
  expect(await buyer.call(conversations.listing, { params: { id } })).toMatchObject({ id: listing.id, version: 1, title: listing.title });
  const [stranger, colleague] = [await w.someone(), await w.someone({ enterprise: buyer.enterpriseId, role: 'member' })];
  for (const outside of [stranger, colleague]) await expect(outside.call(conversations.listing, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
  await w.database.sql`update listings set state = 'published', expires_at = now() - interval '1 day' where id = ${listing.id}`;
  expect((await buyer.call(conversations.list, { query: {} })).items.find((entry) => entry.id === id)?.listing.state).toBe('expired');
  await w.database.sql`update listings set state = 'archived' where id = ${listing.id}`;
  expect((await buyer.call(conversations.show, { params: { id } })).listing.state).toBe('archived');
  expect((await buyer.call(conversations.listing, { params: { id } })).version).toBe(1);
});

test('how its listing stands is told to those in it as it changes, and to nobody else', async () => {
  const listing = await publishedBy(author);
  const { id } = await buyer.call(conversations.open, { body: { listingId: listing.id } });
  const other = await w.someone();
  const elsewhere = await other.call(conversations.open, { body: { listingId: (await publishedBy(author)).id } });
  const [heard, aside, colleague] = await Promise.all([buyer, other, await w.someone({ enterprise: buyer.enterpriseId, role: 'member' })].map(async (one) => hear(await one.socket())));
  const paused = await author.call(listings.pause, { params: { id: listing.id }, body: { revision: listing.revision } });
  const shown = await author.call(listings.publish, { params: { id: listing.id }, body: { revision: paused.revision } });
  await author.call(listings.archive, { params: { id: listing.id }, body: { revision: shown.revision } });
  await until(() => heard!.of('conversation:listing').length === 3);
  expect(heard!.of('conversation:listing')).toEqual(['paused', 'published', 'archived'].map((state) => ({ conversationId: id, state })));
  expect((await buyer.call(conversations.catchUp, { body: { conversations: [{ conversationId: id, after: 0 }] } })).conversations).toMatchObject([{ conversationId: id, listing: 'archived' }]);
  // A word of their own has come since, and nothing of this.
  await author.call(conversations.send, { params: { id: elsewhere.id }, body: { ...aMessage(elsewhere.id), conversationId: undefined } as never });
  await until(() => aside!.messages(elsewhere.id).length === 1);
  expect([...aside!.of('conversation:listing'), ...colleague!.of('conversation:listing')]).toEqual([]);
});

describe('a conversation is opened from a listing', () => {
  test('for who asks, who wrote the listing and who leads its enterprise; all hear of it at once', async () => {
    const [listing, bystander] = [await publishedBy(author), await w.someone({ enterprise: owner.enterpriseId, role: 'member' })];
    const [heard, aside] = [hear(await owner.socket()), hear(await bystander.socket())];
    const asking = await buyer.socket();
    const opened = await buyer.call(conversations.open, { body: { listingId: listing.id } });
    expect(opened).toMatchObject({ listing: { id: listing.id, title: listing.title }, publisher: { enterpriseId: owner.enterpriseId }, enquirer: { enterpriseId: buyer.enterpriseId }, lastSeq: 0, can: { write: true, admit: true } });
    expect(opened.members.map(({ personId }) => personId).sort()).toEqual([owner.id, author.id, buyer.id].sort());
    await until(() => heard.of('conversation:changed').length === 1);
    expect(await say(asking, 'message:send', aMessage(opened.id))).toMatchObject({ seq: 1 });
    await until(() => heard.messages(opened.id).length === 1);
    expect(aside.all.filter(({ name }) => name.startsWith('conversation') || name.startsWith('message'))).toEqual([]);
  });

  test('once for each enterprise that asks, however often and however fast', async () => {
    const listing = await publishedBy(author);
    const opened = await Promise.all(Array.from({ length: 5 }, () => buyer.call(conversations.open, { body: { listingId: listing.id } })));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const other = await w.someone();
    expect((await other.call(conversations.open, { body: { listingId: listing.id } })).id).not.toBe(opened[0]!.id);
  });

  test('not from a draft, not from a paused one, not with oneself, and not by a viewer', async () => {
    const draft = await author.call(listings.create, { body: aFoil() });
    await expect(buyer.call(conversations.open, { body: { listingId: draft.id } })).rejects.toMatchObject({ code: 'not_found' });
    const listing = await publishedBy(author);
    await expect(owner.call(conversations.open, { body: { listingId: listing.id } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'listingId', code: 'own_listing' }] });
    const viewer = await w.someone({ role: 'viewer' });
    await expect(viewer.call(conversations.open, { body: { listingId: listing.id } })).rejects.toMatchObject({ code: 'not_allowed' });
    const { id } = await buyer.call(conversations.open, { body: { listingId: listing.id } });
    await author.call(listings.pause, { params: { id: listing.id }, body: { revision: listing.revision } });
    const [late, colleague] = [await w.someone(), await w.someone({ enterprise: buyer.enterpriseId, role: 'member' })];
    for (const outside of [late, colleague]) await expect(outside.call(conversations.open, { body: { listingId: listing.id } })).rejects.toMatchObject({ code: 'not_found' });
    // Whoever has talked of it before is led back there.
    expect((await buyer.call(conversations.open, { body: { listingId: listing.id } })).id).toBe(id);
  });
});
