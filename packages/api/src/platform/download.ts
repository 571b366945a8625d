import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface Download {
  content: Readable;
  mediaType: string;
  /** What the reader's disk will call it. */
  name: string;
  /** Shown in the page it is embedded in, or always saved. */
  disposition: 'inline' | 'attachment';
}

/** Sends content that people made so that nothing in it runs: no guessing of types, no scripts, no frames, nothing loaded. */
export function sendDownload(reply: FastifyReply, { content, mediaType, name, disposition }: Download): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `${disposition}; ${named(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .send(content);
}

/** A name in ASCII for old readers, where nothing can be taken for a quote or an escape, and the true one (RFC 6266, RFC 8187). */
function named(name: string): string {
  const whole = name.toWellFormed();
  const plain = whole.replace(/[^ -~]|["\\%]/gu, '_');
  const escaped = encodeURIComponent(whole).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${escaped}`;
}
