import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, refuse } from './failure.ts';

export interface Uploaded {
  content: Readable;
  /** As the sender named it; not to be trusted. */
  name: string;
}

/** What multipart wraps around one file. */
const wrapping = 16 * 1024;

/**
 * The one file of a multipart request, as it arrives. Throws `too_large` before anything is read when the sender
 * says so, and a field failure for `file` when there is none.
 */
export async function oneFile(request: FastifyRequest, reply: FastifyReply, limit: number): Promise<Uploaded> {
  endUnreadWith(request, reply);
  if (Number(request.headers['content-length'] ?? 0) > limit + wrapping) throw new Failure('too_large');
  if (!request.isMultipart()) throw refuse('file', 'required');
  // The receiver counts the bytes itself, and more than one part ends the request.
  const part = await request.file({ limits: { files: 1, fields: 0, parts: 1, fileSize: Infinity }, throwFileSizeLimit: false });
  if (!part) throw refuse('file', 'required');
  return { content: part.file, name: unescaped(part.filename) };
}

/** What a browser writes for a quote or the end of a line in a file's name, and for nothing else (HTML, multipart/form-data encoding). */
const unescaped = (name: string): string => name.replace(/%(22|0A|0D)/g, decodeURIComponent);

const graceMs = 5_000;

/**
 * A refused sender is often still sending. Read on for a moment, so that the answer reaches it and is not lost in a
 * reset connection, then hang up: an endless sender must not hold one for ever.
 */
function endUnreadWith({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    if (raw.complete) return;
    const hangUp = setTimeout(() => raw.destroy(), graceMs);
    raw.once('close', () => clearTimeout(hangUp));
    raw.unpipe();
    raw.resume();
  });
}
