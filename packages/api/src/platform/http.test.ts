import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '@ganwan/shared/route';
import { prepare, serve } from './http.ts';
import { oneFile } from './upload.ts';

const routes = contract({
  say: { method: 'POST', path: '/api/tests/say', summary: 'Say.', access: 'anyone', body: z.object({ text: z.string() }), response: z.object({ bytes: z.number() }) },
  send: { method: 'POST', path: '/api/tests/send', summary: 'Send.', access: 'anyone', upload: true, response: z.object({ bytes: z.number() }) },
});

const app = Fastify();
afterEach(() => app.close());

/** Sends the head of a request and half of its body; then the rest, if the other side still listens. */
async function slowly(path: string, type: string, first: string, rest: string): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const heard: Buffer[] = [];
  socket.on('data', (chunk) => heard.push(chunk));
  socket.on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${first.length + rest.length}\r\n\r\n${first}`);
  const wait = setTimeout(() => socket.write(rest), 600);
  await once(socket, 'close');
  clearTimeout(wait);
  return Buffer.concat(heard).toString();
}

test('a body that does not arrive is given up, an upload may take its time', async () => {
  prepare(app, async () => undefined, 100);
  await app.register(multipart);
  serve(app, routes, {
    say: ({ body }) => ({ bytes: body.text.length }),
    send: async ({ request, reply }) => ({ bytes: (await (await oneFile(request, reply, 1000)).content.toArray()).join('').length }),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  expect(await slowly('/api/tests/say', 'application/json', '{"text":', '"hello"}')).not.toContain('200 OK');
  const form = (part: string) => `--edge\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${part}`;
  expect(await slowly('/api/tests/send', 'multipart/form-data; boundary=edge', form('he'), 'llo\r\n--edge--\r\n')).toMatch(/200 OK[^]*"bytes":5/);
});
