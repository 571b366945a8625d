import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { missingAfter, shown, timelineOf, withHead, withMessages } from '@ganwan/shared/conversations/timeline';
import { freshDatabase } from '#test/database';
import { startRedis, type RedisServer } from '#test/redis';
import { world, type Someone, type World } from '#test/world';
import { aConversation, aMessage, hear, say, until } from './conversations.factory.ts';

let redis: RedisServer;
let database: Awaited<ReturnType<typeof freshDatabase>>;
/** Two servers with pools, writers and adapters of their own, that share a database and Redis. */
let one: World;
let two: World;
let li: Someone;
let chen: Someone;
const opened: Socket[] = [];

beforeAll(async () => {
  [redis, database] = await Promise.all([startRedis(), freshDatabase()]);
  const settings = { redisUrl: redis.url, messageRate: { burst: 1000, perSecond: 1000 }, logLevel: 'silent' };
  one = await world({ databaseUrl: database.url, settings });
  two = await world({ databaseUrl: database.url, settings });
  [li, chen] = [await one.someone({ name: '李工' }), await one.someone({ name: '陈采购' })];
});
afterAll(async () => {
  for (const socket of opened) socket.disconnect();
  await one?.close();
  await two?.close();
  await redis?.away();
  await database?.drop();
});

const socketAt = (w: World, { cookie }: Someone) => new Promise<Socket>((resolve, reject) => {
  const socket = io(w.address, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false });
  opened.push(socket);
  socket.once('connect', () => resolve(socket));
  socket.once('connect_error', reject);
});

describe('two processes', () => {
  test('deliver messages, read marks, typing and presence to each other\'s sockets', async () => {
    const id = await aConversation(one, li, chen);
    const here = await socketAt(one, li);
    const heardHere = hear(here);
    const there = await socketAt(two, chen);
    const heardThere = hear(there);
    await until(() => heardHere.of('presence').some(({ personId, online }) => personId === chen.id && online === true));
    expect(await say(here, 'message:send', aMessage(id, { body: '从一到二' }))).toMatchObject({ seq: 1 });
    expect(await say(there, 'message:send', aMessage(id, { body: '从二到一' }))).toMatchObject({ seq: 2 });
    there.emit('typing', { conversationId: id });
    await say(there, 'read:move', { conversationId: id, seq: 2 });
    await until(() => heardHere.messages(id).length === 2 && heardThere.messages(id).length === 2 && heardHere.of('typing').length === 1 && heardHere.of('read:moved').length === 1);
    expect(heardHere.messages(id).map(({ body }) => body)).toEqual(['从一到二', '从二到一']);
    there.disconnect();
    await until(() => heardHere.of('presence').some(({ personId, online }) => personId === chen.id && online === false));
  });

  test('write to the same conversations at once without a gap, a double or a deadlock', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => aConversation(one, li, chen)));
    const sockets = [await socketAt(one, li), await socketAt(two, chen), await socketAt(two, li), await socketAt(one, chen)];
    const messages = Array.from({ length: 600 }, (_, n) => aMessage(ids[n % ids.length]!));
    const answers = await Promise.all(messages.map((message, n) => say(sockets[n % 4]!, 'message:send', message)));
    // The same message over both processes in the same moment, as after a reconnection.
    const twice = await Promise.all(ids.flatMap((id) => {
      const message = aMessage(id);
      return [say(sockets[0]!, 'message:send', message), say(sockets[2]!, 'message:send', message)];
    }));
    for (let n = 0; n < twice.length; n += 2) expect(twice[n]).toEqual(twice[n + 1]);
    expect(answers.filter((answer) => !('seq' in answer))).toEqual([]);
    for (const id of ids) {
      const seqs = answers.filter((_, n) => messages[n]!.conversationId === id).map((answer) => ('seq' in answer ? answer.seq : 0)).sort((a, b) => a - b);
      expect(seqs).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
      expect((await li.call(conversations.show, { params: { id } })).lastSeq).toBe(101);
    }
  });

  test('let people in and take them out on each other\'s sockets, and on their own before the next word', async () => {
    const id = await aConversation(one, li, chen);
    const colleague = await one.someone({ enterprise: chen.enterpriseId, role: 'member' });
    const heard = { near: hear(await socketAt(one, colleague)), far: hear(await socketAt(two, colleague)) };
    await chen.call(conversations.admit, { params: { id, personId: colleague.id } });
    await until(() => heard.near.of('conversation:changed').length === 1 && heard.far.of('conversation:changed').length === 1);
    const speaker = await socketAt(one, chen);
    await say(speaker, 'message:send', aMessage(id, { body: 'in' }));
    await until(() => heard.near.messages(id).length === 1 && heard.far.messages(id).length === 1);
    await chen.call(conversations.remove, { params: { id, personId: colleague.id } });
    await until(() => heard.near.of('conversation:gone').length === 1 && heard.far.of('conversation:gone').length === 1);
    const own = hear(await socketAt(two, li));
    await say(speaker, 'message:send', aMessage(id, { body: 'out' }));
    await until(() => own.messages(id).length === 1);
    for (const { all } of [heard.near, heard.far]) {
      const after = all.slice(all.findIndex(({ name }) => name === 'conversation:gone') + 1);
      expect(after.filter(({ name }) => name !== 'presence')).toEqual([]);
    }
  });
});

describe('without Redis', () => {
  test('nothing is lost: who is behind is told, who was taken out hears no more, and news flow again when it is back', async () => {
    const id = await aConversation(one, li, chen);
    const colleague = await one.someone({ enterprise: chen.enterpriseId, role: 'member' });
    await chen.call(conversations.admit, { params: { id, personId: colleague.id } });
    const [speaker, reader] = [await socketAt(one, li), await socketAt(two, chen)];
    const socket = await socketAt(two, colleague);
    const [heard, taken] = [hear(reader), hear(socket)];
    let timeline = timelineOf(chen.id, { readSeq: 0, lastSeq: 0, unread: 0 }, []);

    await redis.away();
    for (const body of ['一', '二', '三']) expect(await say(speaker, 'message:send', aMessage(id, { body }))).toHaveProperty('seq');
    await until(() => heard.of('conversation:head').some(({ lastSeq }) => lastSeq === 3));
    timeline = withHead(timeline, 3);
    const missed = await chen.call(conversations.catchUp, { body: { conversations: [{ conversationId: id, after: missingAfter(timeline)! }] } });
    timeline = withMessages(timeline, missed.conversations[0]!.messages);
    expect(shown(timeline).map(({ body }) => body)).toEqual(['一', '二', '三']);

    await chen.call(conversations.remove, { params: { id, personId: colleague.id } });
    await until(() => two.app.io.sockets.adapter.rooms.get(`conversation:${id}`)?.has(socket.id!) === false);
    const before = taken.all.length;
    await say(reader, 'message:send', aMessage(id, { body: '四' }));
    await until(() => heard.messages(id).some(({ body }) => body === '四'));
    expect(taken.all.slice(before).filter(({ name }) => name === 'message:added')).toEqual([]);

    await redis.back();
    await until(async () => {
      await say(speaker, 'message:send', aMessage(id, { body: '又通了' }));
      return heard.messages(id).some(({ body }) => body === '又通了');
    });
  });
});
