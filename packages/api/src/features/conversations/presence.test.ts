import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { world, type Someone, type World } from '#test/world';
import { aConversation, hear, until } from './conversations.factory.ts';
import { presences } from './table.ts';

let w: World;
let li: Someone;
let chen: Someone;
let stranger: Someone;
beforeAll(async () => {
  w = await world();
  [li, chen, stranger] = [await w.someone(), await w.someone(), await w.someone()];
});
afterAll(() => w.close());

describe('presence', () => {
  test('is told to those one talks with, over a reload, and to nobody else', async () => {
    const id = await aConversation(w, li, chen);
    const [heard, aside] = [hear(await li.socket()), hear(await stranger.socket())];
    const first = await chen.socket();
    await until(() => heard.of('presence').some(({ personId }) => personId === chen.id));
    expect(heard.of('presence').filter(({ personId }) => personId === chen.id)).toEqual([{ personId: chen.id, online: true }]);
    first.disconnect();
    const second = await chen.socket();
    second.disconnect();
    await until(() => heard.of('presence').some(({ online }) => online === false));
    expect(heard.of('presence').filter(({ personId }) => personId === chen.id).map(({ online }) => online)).toEqual([true, false]);
    expect((await li.call(conversations.show, { params: { id } })).members.find(({ personId }) => personId === chen.id)?.online).toBe(false);
    expect(aside.of('presence').filter(({ personId }) => personId !== stranger.id)).toEqual([]);
  });

  test('is in the answer to whoever comes back, and only of those let in', async () => {
    const [id, other] = [await aConversation(w, li, chen), await aConversation(w, li, stranger)];
    await w.database.db.delete(presences);
    const catchUp = async () => (await li.call(conversations.catchUp, { body: { conversations: [id, other].map((conversationId) => ({ conversationId, after: 0 })) } })).conversations;
    const online = async () => Object.fromEntries((await catchUp()).map((one) => [one.conversationId, one.online]));
    expect(await online()).toEqual({ [id]: [], [other]: [] });
    const later = new Date('2099-01-01');
    await w.database.db.insert(presences).values([uuidv7(), uuidv7()].map((processId) => ({ personId: chen.id, processId, expiresAt: later })));
    await w.database.db.insert(presences).values({ personId: stranger.id, processId: uuidv7(), expiresAt: later });
    expect(await online()).toEqual({ [id]: [chen.id], [other]: [stranger.id] });
    await w.database.db.delete(presences);
  });

  test('of a process that died runs out, and the living tell it', async () => {
    const id = await aConversation(w, li, chen);
    const heard = hear(await li.socket());
    await w.database.db.insert(presences).values({ personId: chen.id, processId: uuidv7(), expiresAt: new Date(0) });
    await until(() => heard.of('presence').some(({ personId, online }) => personId === chen.id && online === false));
    expect(await w.database.db.select().from(presences).then((rows) => rows.filter(({ personId }) => personId === chen.id))).toEqual([]);
    expect((await li.call(conversations.show, { params: { id } })).members.find(({ personId }) => personId === chen.id)?.online).toBe(false);
  });
});
