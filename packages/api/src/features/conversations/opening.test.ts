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
    await author.call(listings.pause, { params: { id: listing.id }, body: { revision: listing.revision } });
    await expect(buyer.call(conversations.open, { body: { listingId: listing.id } })).rejects.toMatchObject({ code: 'not_found' });
  });
});
