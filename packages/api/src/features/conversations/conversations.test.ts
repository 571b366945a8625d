import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { members } from '#features/enterprises/table';
import { world, type Someone, type World } from '#test/world';
import { aConversation, aMessage, hear, say, until } from './conversations.factory.ts';

let w: World;
let li: Someone;
let chen: Someone;
let stranger: Someone;
let id: string;

beforeAll(async () => {
  w = await world({ settings: { messageRate: { burst: 1000, perSecond: 1000 } } });
  [li, chen, stranger] = [await w.someone({ name: '李工' }), await w.someone({ name: '陈采购' }), await w.someone({ name: '路人' })];
  id = await aConversation(w, li, chen);
});
afterAll(() => w.close());

describe('messages', () => {
  test('reach everyone in the conversation, the sender included, in one order without a gap', async () => {
    const [one, other] = [await li.socket(), await chen.socket()];
    const [heardByLi, heardByChen] = [hear(one), hear(other)];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => say(n % 2 ? one : other, 'message:send', aMessage(id, { body: `第 ${n} 句` }))));
    const seqs = answers.map((answer) => ('seq' in answer ? answer.seq : -1)).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    await until(() => heardByLi.messages(id).length === 40 && heardByChen.messages(id).length === 40);
    expect(heardByLi.messages(id).map(({ seq }) => seq)).toEqual(seqs);
    expect(heardByChen.messages(id)).toEqual(heardByLi.messages(id));
    const page = await chen.call(conversations.messages, { params: { id }, query: { limit: '100' } as never });
    expect(page.messages.map(({ seq, body }) => [seq, body])).toEqual(heardByChen.messages(id).map(({ seq, body }) => [seq, body]));
    expect(page.lastSeq).toBe(40);
  });

  test('sent twice are one, over the socket and over HTTP, and nobody hears the second', async () => {
    const socket = await chen.socket();
    const heard = hear(socket);
    const { conversationId: _, ...draft } = aMessage(id);
    const first = await say(socket, 'message:send', { ...draft, conversationId: id });
    const [second, third] = await Promise.all([say(socket, 'message:send', { ...draft, conversationId: id }), chen.call(conversations.send, { params: { id }, body: draft })]);
    expect([second, third]).toEqual([first, first]);
    await say(socket, 'message:send', aMessage(id, { body: 'after' }));
    await until(() => heard.messages(id).some(({ body }) => body === 'after'));
    expect(heard.messages(id).filter((message) => message.id === draft.id)).toHaveLength(1);
  });

  test('the same id from somebody else is refused and changes nothing', async () => {
    const mine = aMessage(id, { body: 'mine' });
    await say(await chen.socket(), 'message:send', mine);
    expect(await say(await li.socket(), 'message:send', { ...mine, body: 'theirs' })).toEqual({ code: 'conflict' });
    const { messages } = await li.call(conversations.messages, { params: { id }, query: {} });
    expect(messages.find((message) => message.id === mine.id)).toMatchObject({ body: 'mine', senderId: chen.id });
  });

  test('are the same however their ids are spelled', async () => {
    const [heard, socket] = [hear(await li.socket()), await chen.socket()];
    const message = aMessage(id);
    const first = await say(socket, 'message:send', { ...message, id: message.id.toUpperCase(), conversationId: id.toUpperCase() });
    expect(first).toMatchObject({ seq: expect.any(Number) });
    socket.emit('typing', { conversationId: id.toUpperCase() });
    await say(socket, 'read:move', { conversationId: id.toUpperCase(), seq: 1 });
    await until(() => heard.messages(id).length === 1 && heard.of('typing').length === 1 && heard.of('read:moved').length === 1);
    expect(heard.messages(id)[0]!.id).toBe(message.id);
    for (const name of ['typing', 'read:moved'] as const) expect(heard.of(name)[0]).toMatchObject({ conversationId: id });
    expect(await say(socket, 'message:send', message)).toEqual(first);
    const caught = await chen.call(conversations.catchUp, { body: { conversations: [{ conversationId: id.toUpperCase(), after: 0 }] } });
    expect(caught).toMatchObject({ conversations: [{ conversationId: id }], gone: [] });
  });

  test('that are no good say which field, and cost no seq', async () => {
    const socket = await chen.socket();
    const before = await chen.call(conversations.show, { params: { id } });
    expect(await say(socket, 'message:send', aMessage(id, { body: '  \u0000 ' }))).toEqual({ code: 'invalid_input', fields: [{ path: 'body', code: 'required', params: {} }] });
    expect(await say(socket, 'message:send', aMessage(id, { id: uuidv7().replace(/^(.{14})7/, '$14') }))).toMatchObject({ code: 'invalid_input', fields: [{ path: 'id' }] });
    expect(await say(socket, 'message:send', { ...aMessage(id), secret: 1 })).toMatchObject({ code: 'invalid_input' });
    expect(await say(socket, 'message:send', 'not even an object')).toMatchObject({ code: 'invalid_input' });
    expect(await say(socket, 'message:send', aMessage(id, { body: 'x'.repeat(4001) }))).toMatchObject({ code: 'invalid_input', fields: [{ path: 'body', code: 'too_big', params: { maximum: 4000 } }] });
    expect((await chen.call(conversations.show, { params: { id } })).lastSeq).toBe(before.lastSeq);
  });

  test('keep their neighbours whole when one of a batch is not allowed', async () => {
    const [socket, outside] = [await chen.socket(), await stranger.socket()];
    const answers = await Promise.all([say(socket, 'message:send', aMessage(id)), say(outside, 'message:send', aMessage(id)), say(socket, 'message:send', aMessage(id))]);
    expect(answers).toMatchObject([{ seq: expect.any(Number) }, { code: 'not_found' }, { seq: expect.any(Number) }]);
  });

  test('are refused from a viewer, who still reads along', async () => {
    const viewer = await w.someone({ enterprise: chen.enterpriseId, role: 'viewer' });
    const read = await aConversation(w, li, chen, [viewer]);
    expect(await say(await viewer.socket(), 'message:send', aMessage(read))).toEqual({ code: 'not_allowed' });
    await expect(viewer.call(conversations.send, { params: { id: read }, body: { id: uuidv7(), body: 'x', fileIds: [] } })).rejects.toMatchObject({ code: 'not_allowed' });
    expect((await viewer.call(conversations.show, { params: { id: read } })).can).toEqual({ write: false, admit: false });
  });

  test('are refused by the statement itself once the role in the enterprise is gone, whatever the socket still says', async () => {
    const leaver = await w.someone({ enterprise: chen.enterpriseId, role: 'member' });
    const left = await aConversation(w, li, chen, [leaver]);
    const socket = await leaver.socket();
    expect(await say(socket, 'message:send', aMessage(left))).toMatchObject({ seq: 1 });
    await w.database.db.delete(members).where(eq(members.userId, leaver.id));
    expect(await say(socket, 'message:send', aMessage(left))).toEqual({ code: 'not_found' });
  });
});

describe('files', () => {
  const upload = async (someone: Someone): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob(['批号,剥离强度\n1,1.2']), '检测报告.csv');
    const answer = await someone.send('/api/files', { method: 'POST', body: form });
    return ((await answer.json()) as { id: string }).id;
  };

  test('go with a message, and those in the conversation read them, nobody else', async () => {
    const [shared, fileId] = [await aConversation(w, li, chen), await upload(li)];
    const heard = hear(await chen.socket());
    expect(await say(await li.socket(), 'message:send', aMessage(shared, { body: '', fileIds: [fileId] }))).toMatchObject({ seq: 1 });
    await until(() => heard.messages(shared).length === 1);
    expect(heard.messages(shared)[0]).toMatchObject({ body: '', files: [{ id: fileId, name: '检测报告.csv', mediaType: 'text/csv', kind: 'document' }] });
    expect(JSON.stringify(heard.all)).not.toMatch(/sha256|uploadedBy/);
    expect((await chen.send(`/api/files/${fileId}/original`)).status).toBe(200);
    expect((await stranger.send(`/api/files/${fileId}/original`)).status).toBe(404);
    // A colleague of the sender who was not let in is an outsider too.
    const colleague = await w.someone({ enterprise: li.enterpriseId, role: 'member' });
    expect((await colleague.send(`/api/files/${fileId}/original`)).status).toBe(404);
    await li.call(conversations.admit, { params: { id: shared, personId: colleague.id } });
    expect((await colleague.send(`/api/files/${fileId}/original`)).status).toBe(200);
  });

  test('of another enterprise cannot be sent on', async () => {
    const [shared, fileId] = [await aConversation(w, li, chen), await upload(stranger)];
    expect(await say(await li.socket(), 'message:send', aMessage(shared, { fileIds: [fileId] }))).toEqual({ code: 'invalid_input', fields: [{ path: 'fileIds', code: 'not_found', params: {} }] });
    expect((await stranger.send(`/api/files/${fileId}/original`)).status).toBe(200);
  });
});

describe('reading', () => {
  test('moves one pointer forward for all devices of a person, and the other side sees it', async () => {
    const read = await aConversation(w, li, chen);
    const [phone, desk, other] = [await chen.socket(), await chen.socket(), await li.socket()];
    const [heardOnDesk, heardByLi] = [hear(desk), hear(other)];
    for (const body of ['1', '2', '3']) await say(other, 'message:send', aMessage(read, { body }));
    await say(phone, 'message:send', aMessage(read, { body: 'own words are never unread' }));
    expect((await chen.call(conversations.show, { params: { id: read } })).reading).toEqual({ readSeq: 0, lastSeq: 4, unread: 3 });
    expect(await say(phone, 'read:move', { conversationId: read, seq: 2 })).toEqual({ readSeq: 2, lastSeq: 4, unread: 1 });
    await until(() => heardOnDesk.of('read:moved').length === 1 && heardByLi.of('read:moved').length === 1);
    expect(heardOnDesk.of('read:moved')).toEqual([{ conversationId: read, personId: chen.id, reading: { readSeq: 2, lastSeq: 4, unread: 1 } }]);
    expect(await say(phone, 'read:move', { conversationId: read, seq: 1 })).toMatchObject({ readSeq: 2 });
    expect(await chen.call(conversations.read, { params: { id: read }, body: { seq: 999 } })).toEqual({ readSeq: 4, lastSeq: 4, unread: 0 });
    expect((await li.call(conversations.show, { params: { id: read } })).members.find((member) => member.personId === chen.id)).toMatchObject({ readSeq: 4 });
  });

  test('pages go both ways, and a catch-up serves many conversations and names those that are gone', async () => {
    const [first, second, foreign] = [await aConversation(w, li, chen), await aConversation(w, li, chen), await aConversation(w, li, stranger)];
    const socket = await li.socket();
    for (let n = 1; n <= 5; n++) await say(socket, 'message:send', aMessage(first, { body: `${n}` }));
    await say(socket, 'message:send', aMessage(second));
    await say(socket, 'message:send', aMessage(foreign, { body: '底价' }));
    const bodies = async (query: object) => (await chen.call(conversations.messages, { params: { id: first }, query: query as never })).messages.map(({ body }) => body);
    expect(await bodies({ limit: '2' })).toEqual(['4', '5']);
    expect(await bodies({ before: '4', limit: '2' })).toEqual(['2', '3']);
    expect(await bodies({ after: '1', limit: '2' })).toEqual(['2', '3']);
    const caught = await chen.call(conversations.catchUp, { body: { conversations: [{ conversationId: first, after: 3 }, { conversationId: second, after: 0 }, { conversationId: foreign, after: 0 }] } });
    expect(caught.conversations.map(({ conversationId, messages }) => [conversationId, messages.map(({ seq }) => seq)]).sort()).toEqual([[first, [4, 5]], [second, [1]]].sort());
    expect(caught.gone).toEqual([foreign]);
    expect(JSON.stringify(caught)).not.toContain('底价');
  });

  test('the inbox is paged, the last spoken in first, and unread ones can be asked for alone', async () => {
    const [mine, theirs] = [await w.someone(), await w.someone()];
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await aConversation(w, mine, theirs));
    await say(await theirs.socket(), 'message:send', aMessage(ids[1]!, { body: '在吗' }));
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await mine.call(conversations.list, { query: { limit: '2', ...(cursor && { cursor }) } as never });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([ids[1], ids[4], ids[3], ids[2], ids[0]]);
    const unread = await mine.call(conversations.list, { query: { unread: 'true' } });
    expect(unread.items.map((item) => [item.id, item.lastMessage?.body, item.reading.unread])).toEqual([[ids[1], '在吗', 1]]);
    expect(await mine.call(conversations.unread, {})).toEqual({ conversations: 1 });
    await expect(mine.call(conversations.list, { query: { cursor: 'bm90IG91cnM' } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'cursor' }] });
  });
});
