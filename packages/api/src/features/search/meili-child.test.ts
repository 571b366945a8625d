import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { meiliProgram, startMeili } from './meili-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'ganwan-meili-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program of that name which listens where it is told, as the real one does. */
const program = join(folder, 'meilisearch');
writeFileSync(program, `#!${process.execPath}
const [host, port] = process.argv[process.argv.indexOf('--http-addr') + 1].split(':');
if (!process.env.MEILI_MASTER_KEY) process.exit(1);
require('node:net').createServer((socket) => socket.on('data', () => process.exit(1))).listen(Number(port), host);
`);
chmodSync(program, 0o755);

const answers = (url: string) => new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname, () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});
const soon = { timeout: 15_000, interval: 50 };

test('a program is found on the path, and only one that may be run', () => {
  expect(meiliProgram(`/nowhere:${folder}`)).toBe(program);
  expect(meiliProgram('/nowhere')).toBeUndefined();
  expect(meiliProgram('')).toBeUndefined();
});

test('it is started with a key of its own, started again when it dies, and gone after stop', async () => {
  const said: string[] = [];
  const child = await startMeili(program, join(folder, 'data'), (line) => said.push(line));
  expect(child.address.key).toMatch(/^[\w-]{32}$/);
  await expect.poll(() => answers(child.address.url), soon).toBe(true);
  const { hostname, port } = new URL(child.address.url);
  await new Promise<void>((resolve) => createConnection(Number(port), hostname).on('close', () => resolve()).on('error', () => undefined).end('die'));
  await expect.poll(() => answers(child.address.url), soon).toBe(false);
  await expect.poll(() => answers(child.address.url), soon).toBe(true);
  await child.stop();
  expect(await answers(child.address.url)).toBe(false);
});
