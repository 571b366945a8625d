import { open, type FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { fileTypeFromFile } from 'file-type';
import { documentTypes, imageTypes } from '@ganwan/shared/files/contract';
import { Failure } from '#platform/failure';

export type ImageType = (typeof imageTypes)[number];
export type DocumentType = (typeof documentTypes)[number];
export type Judged = { kind: 'image'; mediaType: ImageType } | { kind: 'document'; mediaType: DocumentType };

/** The endings that go with a type; the first is given to a name that has none of them. */
export const endings: Record<ImageType | DocumentType, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
};

/** Tags that a browser acts on. Text that holds one of them is a page, whatever it is called. */
const page = /<\s*(?:!doctype|\?xml|html|head|body|script|style|svg|math|iframe|object|embed|link|meta|base|form|img|video|audio|template)\b/i;

/** Whether a name promises something other than plain text. */
const promisesMore = (name: string): boolean =>
  Object.entries(endings).some(([type, all]) => !type.startsWith('text/') && all.some((ending) => name.toLowerCase().endsWith(`.${ending}`)));

/**
 * What a file is, by its content; its name decides only between the two kinds of plain text, and text that is called
 * a picture or a workbook is a broken one. Throws `file_type_refused`.
 */
export async function judge(path: string, name: string): Promise<Judged> {
  const mime = (await fileTypeFromFile(path))?.mime;
  const image = imageTypes.find((type) => type === mime);
  if (image) return { kind: 'image', mediaType: image };
  const document = documentTypes.find((type) => type === mime && !type.startsWith('text/'));
  if (document) return { kind: 'document', mediaType: document };
  if (mime === undefined && !promisesMore(name) && (await isPlainText(path))) return { kind: 'document', mediaType: /\.csv$/i.test(name) ? 'text/csv' : 'text/plain' };
  throw new Failure('file_type_refused');
}

/** UTF-8 or GB18030 without control characters and without a page's tags, to the last byte. */
async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return (await reads(file, 'utf-8')) || (await reads(file, 'gb18030'));
  } finally {
    await file.close();
  }
}

const step = 256 * 1024;
const longestTag = 64;

async function reads(file: FileHandle, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const buffer = Buffer.alloc(step);
  let before = '';
  let seen = 0;
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, step, at);
      const text = decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
      seen += text.length;
      // eslint-disable-next-line no-control-regex
      if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) || page.test(before + text)) return false;
      if (bytesRead === 0) return seen > 0;
      // A tag may begin in one step and end in the next.
      before = text.slice(-longestTag);
      at += bytesRead;
    }
  } catch {
    return false;
  }
}
