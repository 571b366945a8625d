import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/database';
import { world, type Someone, type World } from '#test/world';
import { aConversation } from './conversations.factory.ts';
import type { NewMessage } from './write-batch.ts';
import { openWriter, type Spoken, type Writer } from './writer.ts';

let w: World;
let li: Someone;
let chen: Someone;
let writer: Writer;
let announced: Spoken[][] = [];

beforeAll(async () => {
  w = await world();
  [li, chen] = [await w.someone(), await w.someone()];
  writer = openWriter({ sql: w.database.sql, onAdded: (spoken) => void announced.push(spoken), failed: (error) => { throw error; } });
});
afterAll(() => w.close());

const message = (conversationId: string, given: Partial<NewMessage> = {}): NewMessage => ({ id: uuidv7(), conversationId, senderId: li.id, enterpriseId: li.enterpriseId, body: '好', files: [], ...given });

describe('the writer', () => {
  test('commits what comes together as one, announces it before anyone is answered, and keeps the order', async () => {
    const id = await aConversation(w, li, chen);
    announced = [];
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => writer.write(message(id, { body: `${n}` })).then((sent) => ({ ...sent, toldBefore: announced.length }))));
    expect(answers.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(announced).toHaveLength(1);
    expect(answers.every(({ toldBefore }) => toldBefore === 1)).toBe(true);
    expect(announced[0]![0]!.messages.map(({ seq, body }) => [seq, body])).toEqual(Array.from({ length: 50 }, (_, n) => [n + 1, `${n}`]));
  });

  test('answers each by itself when one of many cannot be stored', async () => {
    const id = await aConversation(w, li, chen);
    const good = Array.from({ length: 20 }, () => message(id));
    // PostgreSQL holds no NUL; the contract never lets one through, a fault of ours might.
    const bad = message(id, { body: 'a\u0000b' });
    const batch = [...good.slice(0, 7), bad, ...good.slice(7)];
    const outcomes = await Promise.allSettled(batch.map((one) => writer.write(one)));
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.seq : outcome.reason.code))).toEqual([1, 2, 3, 4, 5, 6, 7, 'invalid_input', 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  test('goes on with what comes next when somebody else holds a conversation too long', async () => {
    const [held, free] = [await aConversation(w, li, chen), await aConversation(w, li, chen)];
    const impatient = openWriter({ sql: w.database.sql, onAdded: () => undefined, failed: () => undefined, deadlineMs: 1500 });
    const holder = postgres(urlOf(w), { max: 1 });
    await holder.begin(async (tx) => {
      await tx`select from conversations where id = ${held} for update`;
      await expect(impatient.write(message(held))).rejects.toMatchObject({ code: 'deadline_exceeded' });
      expect(await impatient.write(message(free))).toMatchObject({ seq: 1 });
    });
    await holder.end();
    expect(await impatient.write(message(held))).toHaveProperty('seq');
  });

  test('keeps nobody waiting behind those who wait too long', async () => {
    const [held, free] = [await aConversation(w, li, chen), await aConversation(w, li, chen)];
    const narrow = openWriter({ sql: w.database.sql, onAdded: () => undefined, failed: () => undefined, deadlineMs: 1500, largestBatch: 1 });
    const holder = postgres(urlOf(w), { max: 1 });
    await holder.begin(async (tx) => {
      await tx`select from conversations where id = ${held} for update`;
      const outcomes = await Promise.allSettled([held, held, free].map((id) => narrow.write(message(id))));
      expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(Array.from({ length: 3 }, () => 'deadline_exceeded'));
      expect(await narrow.write(message(free))).toMatchObject({ seq: 1 });
    });
    await holder.end();
  });

  test('says that the database is away, and writes again when it is back', async () => {
    const id = await aConversation(w, li, chen);
    const database = openDatabase(urlOf(w));
    const cut = openWriter({ sql: database.sql, onAdded: () => undefined, failed: () => undefined });
    expect(await cut.write(message(id))).toMatchObject({ seq: 1 });
    const once = message(id);
    const tryOnce = (one: NewMessage) => cut.write(one).then(({ seq }) => seq, (failure: { code: string }) => failure.code);
    const insist = async (one: NewMessage, answer = tryOnce(one)) => {
      while ((await answer) === 'unavailable') answer = tryOnce(one);
      return answer;
    };
    const writing = tryOnce(once);
    await w.database.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    // Whatever became of the first attempt, the same id has one place.
    expect(await insist(once, writing)).toBe(2);
    expect(await insist(message(id))).toBe(3);
    await database.close();
  });
});

function urlOf({ database: { sql: { options } } }: World): string {
  return `postgres://${options.user}:${options.pass}@${options.host[0]}:${options.port[0]}/${options.database}`;
}
