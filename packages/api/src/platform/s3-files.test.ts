import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bucketOf } from './address.ts';
import { s3Store } from './s3-files.ts';

const [key, secret, region] = ['AKEXAMPLE', 'a/secret+key', 'cn-south-1'];
const kept = new Map<string, Buffer>();
let server: Server;
let address: string;

const sha = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (by: string | Buffer, text: string) => createHmac('sha256', by).update(text).digest();

/** Signature version 4 as its specification says, from what arrived. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '');
  if (!match) return false;
  const [, id, day, place, names, signature] = match as unknown as string[];
  const payload = String(headers['x-amz-content-sha256']);
  const canonical = [method, url, '', ...names!.split(';').map((name) => `${name}:${headers[name] as string}`), '', names, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${place}/s3/aws4_request`, sha(canonical)].join('\n');
  const signing = [place!, 's3', 'aws4_request'].reduce<Buffer>((by, part) => hmac(by, part), hmac(`AWS4${secret}`, day!));
  return id === key && place === region && payload === sha(body) && hmac(signing, text).toString('hex') === signature;
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray() as Buffer[]);
    if (!isSigned(request, body)) return void response.writeHead(403).end();
    const path = request.url!;
    if (request.method === 'PUT') kept.set(path, body);
    if (request.method === 'DELETE') {
      kept.delete(path);
      return void response.writeHead(204).end();
    }
    const found = kept.get(path);
    response.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}/files`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const store = (by = secret) => s3Store(bucketOf(`s3://${key}:${encodeURIComponent(by)}@${address}?region=${region}&tls=off`)!);
const textOf = async (content: Readable) => Buffer.concat(await content.toArray() as Buffer[]).toString();

test('keeps and reads content by its hash', async () => {
  const small = await store().keep(Buffer.from('铜箔'));
  expect(small).toEqual({ sha256: sha('铜箔'), bytes: 6 });
  expect([...kept.keys()]).toEqual([`/files/${small.sha256.slice(0, 2)}/${small.sha256.slice(2, 4)}/${small.sha256}`]);
  expect(await textOf(await store().read(small.sha256))).toBe('铜箔');

  const received = await store().receive(Readable.from([Buffer.from('a'.repeat(100_000))]), 200_000);
  const large = await store().keep(received);
  await received.discard();
  const local = await store().local(large.sha256);
  expect((await readFile(local.path, 'utf8')).length).toBe(100_000);
  await local.release();
  await expect(readFile(local.path)).rejects.toThrow('ENOENT');
});

test('removes content, also what is not there', async () => {
  const { sha256 } = await store().keep(Buffer.from('脐橙'));
  await store().remove(sha256);
  await store().remove(sha256);
  await expect(store().read(sha256)).rejects.toMatchObject({ code: 'not_found' });
  await expect(store('another secret').remove(sha256)).rejects.toMatchObject({ code: 'unavailable' });
});

test('what is not there is not found, and a refusal is no content', async () => {
  await expect(store().read(sha('never kept'))).rejects.toMatchObject({ code: 'not_found' });
  await expect(store('another secret').read(sha('铜箔'))).rejects.toMatchObject({ code: 'unavailable' });
  await expect(store('another secret').keep(Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable' });
});

test('an address without its parts is none', () => {
  for (const wrong of ['s3://host/bucket', 's3://a:b@host', '/var/files', 's3:/x', 's3://a:b%zz@host/bucket']) expect(bucketOf(wrong)).toBeUndefined();
  expect(bucketOf('s3://a:b%2F@s3.example.com/bucket')).toEqual({ url: 'https://s3.example.com/bucket', region: 'us-east-1', accessKeyId: 'a', secretAccessKey: 'b/' });
});
