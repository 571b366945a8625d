import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { openMail, type Letter } from './mail.ts';

const letter: Letter = { to: 'li@example.com', locale: 'zh-Hans', template: 'greeting', values: {} };
const words = () => ({ subject: '您好', text: '请打开链接：\nhttps://ganwan.example/x' });

/** Takes one letter as SMTP servers do (RFC 5321), or refuses every recipient. */
function postOffice(refuse: boolean) {
  const letters: string[] = [];
  const talk = (socket: Socket) => {
    let data: string | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined).on('data', (chunk) => {
      if (data !== undefined) {
        data += chunk.toString();
        if (!data.endsWith('\r\n.\r\n')) return;
        letters.push(data);
        data = undefined;
        return void say('250 kept');
      }
      const verb = chunk.toString().slice(0, 4).toUpperCase();
      if (verb === 'RCPT' && refuse) return void say('550 nobody here');
      if (verb === 'DATA') data = '';
      say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 yes');
    });
    say('220 here');
  };
  const server = createServer(talk).listen(0, '127.0.0.1');
  return { letters, server, ready: once(server, 'listening').then(() => `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`) };
}

test('a letter goes by SMTP when an address is given', async () => {
  const office = postOffice(false);
  const mail = openMail({ smtpUrl: await office.ready, from: 'Ganwan <no-reply@ganwan.example>', outbox: '/nowhere', words, lost: () => undefined });
  await mail.send(letter);
  office.server.close();
  expect(office.letters).toHaveLength(1);
  expect(office.letters[0]).toMatch(/^To: li@example\.com/m);
  expect(office.letters[0]).toContain(`Subject: =?UTF-8?B?${Buffer.from('您好').toString('base64')}?=`);
});

test('a refused letter is told to the log and to nobody who waits', async () => {
  const office = postOffice(true);
  const smtpUrl = await office.ready;
  const lost = new Promise<string>((resolve) => openMail({ smtpUrl, from: 'no-reply@ganwan.example', outbox: '/nowhere', words, lost: (_, template) => resolve(template) }).post(letter));
  expect(await lost).toBe('greeting');
  office.server.close();
});
