import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { freshDatabase } from '#test/database';
import { world } from '#test/world';
import { openDatabase, type OpenDatabase } from './database.ts';
import { letterQueue, triesAtMost, waitAfter } from './letters.ts';
import { openMail, type Letter, type Mail, type Trouble } from './mail.ts';

const letter: Letter = { to: 'li@example.com', locale: 'zh-Hans', template: 'greeting', values: { url: 'https://ganwan.example/x?token=the-key' }, hours: 1 };
const words = () => ({ subject: '您好', text: '请打开链接：\nhttps://ganwan.example/x' });

type Mood = 'takes' | 'busy' | 'nobody here' | 'silent';

/** A mail server on this host (RFC 5321) that takes letters, refuses recipients for now or for good, or says nothing. */
async function postOffice(mood: Mood) {
  const office = { letters: [] as string[], mood, url: '', close: () => server.close() };
  const talk = (socket: Socket) => {
    let data: string | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined).on('data', (chunk) => {
      if (data !== undefined) {
        data += chunk.toString();
        if (!data.endsWith('\r\n.\r\n')) return;
        office.letters.push(data);
        data = undefined;
        return void say('250 kept');
      }
      const verb = chunk.toString().slice(0, 4).toUpperCase();
      if (verb === 'RCPT' && office.mood === 'busy') return void say('451 li@example.com: come back later');
      if (verb === 'RCPT' && office.mood === 'nobody here') return void say('550 li@example.com: nobody here');
      if (verb === 'DATA') data = '';
      say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 yes');
    });
    if (office.mood !== 'silent') say('220 here');
  };
  const server = createServer(talk).listen(0, '127.0.0.1');
  await once(server, 'listening');
  office.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return office;
}

let own: Awaited<ReturnType<typeof freshDatabase>>;
let database: OpenDatabase;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  own = await freshDatabase();
  database = openDatabase(own.url);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await database.close();
  await own.drop();
});

async function opened(smtpUrl: string, given: { secret?: string; tryMs?: number } = {}): Promise<Mail & { troubles: Trouble[] }> {
  const troubles: Trouble[] = [];
  const mail = await openMail({ database, secret: 'a secret of the house', smtpUrl, from: 'Ganwan <no-reply@ganwan.example>', outbox: '/nowhere', words, failed: (trouble) => troubles.push(trouble), ...given });
  cleanups.push(mail.close);
  return { ...mail, troubles };
}

async function anOffice(mood: Mood) {
  const office = await postOffice(mood);
  cleanups.push(office.close);
  return office;
}

const rows = () => database.sql<{ attempts: number; failure: string | null; died: boolean; sealed: string }[]>`select attempts, failure, died_at is not null as died, sealed from letters`;
/** Once a try has failed; while one is under way nothing is written yet. */
const afterTries = (attempts: number) => vi.waitFor(async () => {
  const [row] = await rows();
  expect(row).toMatchObject({ attempts });
  expect(row!.failure).not.toBeNull();
  return row!;
}, 5000);
/** As if its waiting time were over. */
const dueNow = async () => {
  await database.sql`update letters set next_try_at = now(), failure = null`;
  await database.sql`select pg_notify('letters', '')`;
};

test('a letter goes by SMTP when an address is given, and nothing of it stays', async () => {
  const office = await anOffice('takes');
  const mail = await opened(office.url);
  await mail.post(database.db, letter);
  await vi.waitFor(async () => expect(await rows()).toEqual([]), 5000);
  expect(office.letters).toHaveLength(1);
  expect(office.letters[0]).toMatch(/^To: li@example\.com/m);
  expect(office.letters[0]).toContain(`Subject: =?UTF-8?B?${Buffer.from('您好').toString('base64')}?=`);
});

test('a letter refused for now goes later, also after a restart, and comes once', async () => {
  const office = await anOffice('busy');
  const first = await opened(office.url);
  await first.post(database.db, letter);
  expect(await afterTries(1)).toMatchObject({ failure: 'EENVELOPE 451', died: false });
  expect(await first.count()).toEqual({ waiting: 1, dead: 0 });
  await dueNow();
  await afterTries(2);
  await first.close();
  office.mood = 'takes';
  const second = await opened(office.url);
  expect(office.letters).toEqual([]);
  await dueNow();
  await vi.waitFor(async () => expect(await second.count()).toEqual({ waiting: 0, dead: 0 }), 5000);
  expect(office.letters).toHaveLength(1);
});

test('while it waits nobody reads it without the secret, and the log names neither address nor link', async () => {
  const office = await anOffice('busy');
  const mail = await opened(office.url);
  await mail.post(database.db, letter);
  await afterTries(1);
  const [everything] = await database.sql<{ row: string }[]>`select letters::text as row from letters`;
  for (const secret of ['li@example.com', 'the-key']) expect(everything!.row + JSON.stringify(mail.troubles)).not.toContain(secret);
  expect(mail.troubles).toEqual([{ template: 'greeting', failure: 'EENVELOPE 451' }]);
  await mail.close();
  office.mood = 'takes';
  await opened(office.url, { secret: 'the secret of another house' });
  await dueNow();
  await afterTries(2);
  expect(office.letters).toEqual([]);
});

test('an address that will never take it, the last try and a link that ran out end a letter and erase it', async () => {
  const office = await anOffice('nobody here');
  const mail = await opened(office.url);
  await mail.post(database.db, letter);
  expect(await afterTries(1)).toMatchObject({ died: true, sealed: '', failure: 'EENVELOPE 550' });
  office.mood = 'busy';
  for (const change of [{ attempts: triesAtMost - 1 }, { expires_at: 'now' }]) {
    await database.sql`delete from letters`;
    await mail.post(database.db, letter);
    expect(await afterTries(1)).toMatchObject({ died: false });
    await database.sql`update letters set ${database.sql(change)}`;
    await dueNow();
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ died: true, sealed: '', failure: 'EENVELOPE 451' }), 5000);
  }
  expect(await mail.count()).toEqual({ waiting: 0, dead: 1 });
  expect(mail.troubles.at(-1)).toEqual({ template: 'greeting', failure: 'EENVELOPE 451' });
});

test('a mail server that says nothing is left at the deadline, and the letter waits', async () => {
  const office = await anOffice('silent');
  const mail = await opened(office.url, { tryMs: 100 });
  await mail.post(database.db, letter);
  expect(await afterTries(1)).toMatchObject({ died: false });
});

test('two processes never have one letter in hand, and neither waits for the other', async () => {
  const queue = letterQueue('a secret of the house');
  for (let i = 0; i < 3; i += 1) await queue.add(database.db, letter);
  const hands = await database.db.transaction(async (one) => [await queue.take(one, 2), await database.db.transaction((other) => queue.take(other, 2))]);
  expect(hands.map((taken) => taken.length)).toEqual([2, 1]);
  expect(new Set(hands.flat().map((taken) => taken.id)).size).toBe(3);
});

test('tries outlast a day', () => {
  const seconds = Array.from({ length: triesAtMost - 1 }, (_, i) => waitAfter(i + 1)).reduce((sum, wait) => sum + wait);
  expect(seconds).toBeGreaterThan(24 * 3600);
});

test('what a rolled-back transaction posted never goes', async () => {
  const office = await anOffice('takes');
  const mail = await opened(office.url);
  await database.db.transaction(async (tx) => {
    await mail.post(tx, letter);
    throw new Error('changed its mind');
  }).catch(() => undefined);
  await mail.post(database.db, { ...letter, to: 'wong@example.com' });
  await vi.waitFor(() => expect(office.letters).toHaveLength(1), 5000);
  expect(office.letters[0]).toMatch(/^To: wong@example\.com/m);
});

test('an invitation written while the mail server is away arrives after the product has started anew, and the metrics count it', async () => {
  const office = await anOffice('busy');
  const before = await world({ databaseUrl: own.url, settings: { smtpUrl: office.url, logLevel: 'silent' } });
  const owner = await before.someone();
  await database.sql`delete from letters`;
  await owner.call(enterprises.invite, { params: { id: owner.enterpriseId }, body: { email: 'new@example.com', role: 'member' } });
  await afterTries(1);
  const metrics = async (here: typeof before) => (await here.nobody.send('/metrics')).text();
  expect(await metrics(before)).toContain('\nletters{state="waiting"} 1\n');
  await before.close();
  office.mood = 'takes';
  await database.sql`update letters set next_try_at = now()`;
  const after = await world({ databaseUrl: own.url, settings: { smtpUrl: office.url } });
  cleanups.push(after.close);
  await vi.waitFor(async () => expect(await rows()).toEqual([]), 5000);
  expect(office.letters).toHaveLength(1);
  expect(office.letters[0]).toMatch(/^To: new@example\.com/m);
  expect(await metrics(after)).toContain('\nletters{state="waiting"} 0\n');
});
