import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import { request, type Dispatcher } from 'undici';
import type { Bucket } from './address.ts';
import { Failure } from './failure.ts';
import { receiveInto, sha256Of, type FileStore } from './files.ts';

/** The store is asked for a file on every view: it answers soon or not at all. */
const answerMs = 10_000;
const silenceMs = 30_000;

/** Content in a bucket of any server that speaks S3, by path: `ab/cd/abcd...`. What arrives waits in a temporary folder. */
export function s3Store(bucket: Bucket): FileStore {
  const incoming = join(tmpdir(), `ganwan-incoming-${randomUUID()}`);
  mkdirSync(incoming, { recursive: true, mode: 0o700 });

  async function ask(method: 'GET' | 'PUT' | 'DELETE', sha256: string, content?: { body: Buffer | Readable; bytes: number }): Promise<Dispatcher.ResponseData> {
    const url = `${bucket.url}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    // The name is the hash of the content, so the server checks what arrived against what was signed.
    const payload = content ? sha256 : sha256Of(Buffer.alloc(0));
    const { headers } = await new AwsV4Signer({ ...bucket, url, method, service: 's3', headers: { 'x-amz-content-sha256': payload } }).sign();
    return request(url, {
      method, headersTimeout: answerMs, bodyTimeout: silenceMs, ...(content && { body: content.body }),
      headers: { ...Object.fromEntries(headers), ...(content && { 'content-length': String(content.bytes) }) },
    });
  }

  async function expect(status: number, answer: Dispatcher.ResponseData): Promise<Dispatcher.ResponseData> {
    if (answer.statusCode === status) return answer;
    await answer.body.dump();
    if (answer.statusCode === 404) throw new Failure('not_found');
    throw new Failure('unavailable', { cause: new Error(`the file store answered ${answer.statusCode}`) });
  }

  const read = async (sha256: string) => (await expect(200, await ask('GET', sha256))).body;

  return {
    receive: (content, limit) => receiveInto(incoming, content, limit),

    async keep(content) {
      const [sha256, bytes, body] = Buffer.isBuffer(content) ? [sha256Of(content), content.length, content] : [content.sha256, content.bytes, createReadStream(content.path)];
      await (await expect(200, await ask('PUT', sha256, { body, bytes }))).body.dump();
      return { sha256, bytes };
    },

    read,

    async remove(sha256) {
      await (await expect(204, await ask('DELETE', sha256))).body.dump();
    },

    async local(sha256) {
      const path = join(incoming, randomUUID());
      const release = () => rm(path, { force: true });
      try {
        await pipeline(await read(sha256), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        await release();
        throw error;
      }
      return { path, release };
    },
  };
}
