import { z } from 'zod';
import { contract } from '../route.ts';
import { Id, Instant } from '../values.ts';

/** Bytes at most, by kind. */
export const fileLimits = { image: 10 * 1024 * 1024, document: 25 * 1024 * 1024 } as const;
/** Bytes at most of a form that a page takes itself, into memory: of words, and with files, as without JavaScript. */
export const formLimits = { words: 512 * 1024, files: 64 * 1024 * 1024 } as const;
/** Pixels at most, width times height times frames: a small file can unpack to a huge picture. */
export const pixelLimit = 50_000_000;

/** What may be uploaded, judged by content. Text covers CSV. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
export const documentTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/csv',
  'text/plain',
] as const;

export const fileKinds = ['image', 'document'] as const;
/** `original`: as kept (an image without its metadata); `large` fits 1600 px, `thumbnail` 320 px, images only. */
export const fileSizes = ['original', 'large', 'thumbnail'] as const;
export const FileSize = z.enum(fileSizes);
export type FileSize = z.output<typeof FileSize>;

export const StoredFile = z.object({
  id: Id,
  kind: z.enum(fileKinds),
  mediaType: z.enum([...imageTypes, ...documentTypes]),
  /** As the uploader named it, with the ending that its content has. */
  name: z.string(),
  bytes: z.number().int(),
  /** Pixels after orientation; null for documents. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  createdAt: Instant,
});
export type StoredFile = z.output<typeof StoredFile>;

/** Where a size of a file is served, for `src` and `href`. */
export const filePath = (id: string, size: FileSize = 'original'): string => `/api/files/${id}/${size}`;

export const files = contract({
  upload: { method: 'POST', path: '/api/files', summary: 'Keep one image or document for the enterprise. Refused: `file_type_refused`, `file_broken`, `image_too_many_pixels`, `too_large`.', access: 'member', upload: true, rate: 60, response: StoredFile },
  show: { method: 'GET', path: '/api/files/:id', summary: 'What a file is, for those who may read it.', access: 'anyone', params: z.object({ id: Id }), response: StoredFile },
  content: { method: 'GET', path: '/api/files/:id/:size', summary: 'The content: images inline, documents as a download.', access: 'anyone', params: z.object({ id: Id, size: FileSize }), stream: 'application/octet-stream', rate: 1200, response: z.never() },
});
