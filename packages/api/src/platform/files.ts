import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from './failure.ts';

export interface Kept {
  /** Lower-case hexadecimal; the content's only name. */
  sha256: string;
  bytes: number;
}

/** Something that arrived whole and is not kept yet. Whoever receives it discards it. */
export interface Received extends Kept {
  path: string;
  discard(): Promise<void>;
}

/** Content by its SHA-256. The same content twice is kept once, and a name never changes its content. */
export interface FileStore {
  /** Streams into a file of its own; throws `too_large` beyond `limit` bytes and leaves nothing behind. */
  receive(content: Readable, limit: number): Promise<Received>;
  keep(content: Received | Buffer): Promise<Kept>;
  /** Throws `not_found` when nothing has this name. */
  read(sha256: string): Promise<Readable>;
  /** Nothing happens when it is not there. */
  remove(sha256: string): Promise<void>;
  /** The content as a file on this machine, for readers that jump about in it. Release it afterwards; throws `not_found`. */
  local(sha256: string): Promise<{ path: string; release(): Promise<void> }>;
}

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** A folder: `ab/cd/abcd...`, so that no folder grows large. Throws at once when it cannot be written. */
export function folderStore(root: string): FileStore {
  const incoming = join(root, 'incoming');
  mkdirSync(incoming, { recursive: true });
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function place(path: string, sha256: string): Promise<void> {
    const target = pathOf(sha256);
    await mkdir(join(target, '..'), { recursive: true });
    // A rename inside one file system: others see all of the content or none.
    await rename(path, target);
  }

  async function existing(sha256: string): Promise<string> {
    const path = pathOf(sha256);
    if (!(await stat(path).catch(() => undefined))?.isFile()) throw new Failure('not_found');
    return path;
  }

  return {
    receive: (content, limit) => receiveInto(incoming, content, limit),

    async keep(content) {
      if (!Buffer.isBuffer(content)) {
        await place(content.path, content.sha256);
        return { sha256: content.sha256, bytes: content.bytes };
      }
      const path = join(incoming, randomUUID());
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      const sha256 = sha256Of(content);
      await place(path, sha256);
      return { sha256, bytes: content.length };
    },

    read: async (sha256) => createReadStream(await existing(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    local: async (sha256) => ({ path: await existing(sha256), release: async () => {} }),
  };
}

/** Writes a stream to a new file in `folder`, counting and hashing on the way. */
export async function receiveInto(folder: string, content: Readable, limit: number): Promise<Received> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > limit) done(new Failure('too_large'));
      else done(null, chunk);
    },
  });
  const discard = () => rm(path, { force: true });
  try {
    await pipeline(content, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, bytes, sha256: hash.digest('hex'), discard };
}
