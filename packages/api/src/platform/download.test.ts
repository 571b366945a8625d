import { Readable } from 'node:stream';
import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { sendDownload } from './download.ts';

const app = Fastify();
app.get('/:name', (request, reply) =>
  sendDownload(reply, { content: Readable.from(['x']), mediaType: 'application/pdf', name: JSON.parse((request.params as { name: string }).name) as string, disposition: 'attachment' }));
afterAll(() => app.close());

/** RFC 6266's grammar, as far as we use it: one quoted string without escapes and one extended value of RFC 8187's characters. */
const header = /^attachment; filename="([ !#$&-[\]-~]*)"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+)$/;

test.each([
  ['report.pdf', 'report.pdf'],
  ['检测报告 2026.pdf', '____ 2026.pdf'],
  ['say "hi".pdf', 'say _hi_.pdf'],
  ['50%22.pdf', '50_22.pdf'],
  ["it's (1)*;=,.pdf", "it's (1)*;=,.pdf"],
  ['back\\slash\r\nset-cookie: a=b.pdf', 'back_slash__set-cookie: a=b.pdf'],
  ['🍊 orange.pdf', '_ orange.pdf'],
])('%j is saved under its own name, by old readers under %j', async (name, plain) => {
  const answer = await app.inject(`/${encodeURIComponent(JSON.stringify(name))}`);
  const [, old, extended] = header.exec(String(answer.headers['content-disposition'])) ?? [];
  expect(old).toBe(plain);
  expect(decodeURIComponent(extended!)).toBe(name);
});

test('half a character is no reason to fail', async () => {
  const answer = await app.inject(`/${encodeURIComponent(JSON.stringify('cut \ud83c'))}`);
  expect(header.exec(String(answer.headers['content-disposition']))?.[2]).toBe('cut%20%EF%BF%BD');
});
