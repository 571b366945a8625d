import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationEvents, conversations } from '@ganwan/shared/conversations/contract';
import { announcer } from '#platform/announce';
import { world, type Someone, type World } from '#test/world';
import { aConversation, aMessage, hear, say, until } from './conversations.factory.ts';

let w: World;
let li: Someone;
let chen: Someone;
let stranger: Someone;
let colleague: Someone;

beforeAll(async () => {
  w = await world();
  [li, chen, stranger] = [await w.someone(), await w.someone(), await w.someone()];
  colleague = await w.someone({ enterprise: chen.enterpriseId, role: 'member' });
});
afterAll(() => w.close());

describe('outsiders', () => {
  test('read, join, probe and hear nothing, colleagues who were not let in included', async () => {
    const id = await aConversation(w, li, chen);
    const listeners = [await stranger.socket(), await colleague.socket()].map((socket) => ({ socket, heard: hear(socket) }));
    const own = hear(await li.socket());
    const speaker = await chen.socket();
    for (const { socket } of listeners) {
      for (const name of ['join', 'subscribe', 'room']) socket.emit(name, `conversation:${id}`);
      socket.emit('typing', { conversationId: id });
      expect(await say(socket, 'message:send', aMessage(id))).toEqual(await say(socket, 'message:send', aMessage(uuidv7())));
      expect(await say(socket, 'read:move', { conversationId: id, seq: 1 })).toEqual({ code: 'not_found' });
    }
    await say(speaker, 'message:send', aMessage(id, { body: '底价 86.40' }));
    speaker.emit('typing', { conversationId: id });
    await say(speaker, 'read:move', { conversationId: id, seq: 1 });
    await until(() => own.of('read:moved').length === 1 && own.messages(id).length === 1);
    expect(own.of('typing')).toEqual([{ conversationId: id, personId: chen.id }]);
    for (const { heard } of listeners) expect(heard.all).toEqual([]);
    for (const someone of [stranger, colleague]) {
      for (const [route, given] of [
        [conversations.show, { params: { id } }],
        [conversations.messages, { params: { id }, query: {} }],
        [conversations.send, { params: { id }, body: { id: uuidv7(), body: 'x', fileIds: [] } }],
        [conversations.read, { params: { id }, body: { seq: 1 } }],
        [conversations.admit, { params: { id, personId: someone.id } }],
        [conversations.remove, { params: { id, personId: chen.id } }],
      ] as const) await expect(someone.call(route, given as never)).rejects.toMatchObject({ code: 'not_found' });
      expect((await someone.call(conversations.list, { query: {} })).items).toEqual([]);
    }
  });

  test('let in hear from then on; taken out hear, read and say nothing more', async () => {
    const id = await aConversation(w, li, chen);
    const [socket, others] = [await colleague.socket(), hear(await li.socket())];
    const heard = hear(socket);
    const speaker = await chen.socket();
    const shown = await chen.call(conversations.admit, { params: { id, personId: colleague.id } });
    expect(shown.members.map((member) => [member.personId, member.active])).toContainEqual([colleague.id, true]);
    await until(() => heard.of('conversation:changed').length === 1 && others.of('conversation:changed').length === 1);
    await say(speaker, 'message:send', aMessage(id, { body: 'welcome' }));
    await until(() => heard.messages(id).length === 1);
    expect(await say(socket, 'message:send', aMessage(id))).toMatchObject({ seq: 2 });
    await chen.call(conversations.remove, { params: { id, personId: colleague.id } });
    await until(() => heard.of('conversation:gone').length === 1);
    const before = heard.all.length;
    await say(speaker, 'message:send', aMessage(id, { body: 'among ourselves' }));
    await until(() => others.messages(id).length === 3);
    expect(heard.all.slice(before)).toEqual([]);
    expect(await say(socket, 'message:send', aMessage(id))).toEqual({ code: 'not_found' });
    await expect(colleague.call(conversations.messages, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'not_found' });
    expect((await li.call(conversations.show, { params: { id } })).members.map((member) => [member.personId, member.active])).toContainEqual([colleague.id, false]);
  });

  test('of the other side are not let in, nor taken out by it, and a side keeps one', async () => {
    const id = await aConversation(w, li, chen);
    await expect(li.call(conversations.admit, { params: { id, personId: colleague.id } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(li.call(conversations.remove, { params: { id, personId: chen.id } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(chen.call(conversations.remove, { params: { id, personId: chen.id } })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('who lead a side let themselves in', async () => {
    const id = await aConversation(w, li, colleague);
    expect((await chen.call(conversations.admit, { params: { id, personId: chen.id } })).can.write).toBe(true);
    expect((await chen.call(conversations.show, { params: { id } })).id).toBe(id);
  });
});

describe('the wire', () => {
  test('carries no column outside the contract', async () => {
    const id = await aConversation(w, li, chen);
    const heard = hear(await li.socket());
    await say(await chen.socket(), 'message:send', aMessage(id));
    await until(() => heard.of('message:added').length === 1);
    const [message] = heard.of('message:added')[0]!['messages'] as object[];
    expect(Object.keys(message!).sort()).toEqual(['body', 'files', 'id', 'senderId', 'sentAt', 'seq']);
    const row = { id, seq: 1, body: '', senderId: chen.id, files: [], sentAt: new Date(0), enterpriseId: 'secret' };
    announcer(conversationEvents, w.app.io)(`conversation:${id}`, 'message:added', { conversationId: id, messages: [row] });
    await until(() => heard.of('message:added').length === 2);
    expect(JSON.stringify(heard.all)).not.toContain('secret');
  });

  test('has a limit per person, over all their sockets', async () => {
    const id = await aConversation(w, li, chen);
    const sockets = [await chen.socket(), await chen.socket()];
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => say(sockets[n % 2]!, 'message:send', aMessage(id))));
    expect(answers.filter((answer) => 'code' in answer && answer.code === 'too_many_requests').length).toBeGreaterThan(0);
    expect(answers.filter((answer) => 'seq' in answer).length).toBeGreaterThanOrEqual(50);
  });
});
