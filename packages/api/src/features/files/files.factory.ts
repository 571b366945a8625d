import sharp from 'sharp';
import type { StoredFile } from '@ganwan/shared/files/contract';
import { StoredFile as StoredFileSchema } from '@ganwan/shared/files/contract';
import { FailureBody } from '@ganwan/shared/failures';
import { Refused, type Someone } from '#test/world';

/** Uploads as a browser's form does. Throws `Refused`. */
export async function upload(by: Pick<Someone, 'send'>, content: Buffer | string, name: string, type = 'application/octet-stream'): Promise<StoredFile> {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(Buffer.from(content))], name, { type }));
  const answer = await by.send('/api/files', { method: 'POST', body: form });
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, FailureBody.parse(json));
  return StoredFileSchema.decode(json as never);
}

/** A picture with something to see, so that a redrawn one can be told from nothing. */
export const picture = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7d6c' } }).composite([{ input: { create: { width: width >> 1, height: height >> 1, channels: 3, background: '#e8792b' } }, left: 0, top: 0 }]);
