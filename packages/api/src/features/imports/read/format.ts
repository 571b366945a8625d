import { open } from 'node:fs/promises';
import type { ImportFormat } from '@ganwan/shared/imports/contract';
import { Failure } from '#platform/failure';
import { isWorkbook } from './workbook.ts';

/** How pictures, papers and archives begin; an old or an encrypted workbook is the compound file of the fifth line. */
const notTables: readonly RegExp[] = [
  /^\xff\xd8\xff|^\x89PNG|^GIF8|^RIFF....WEBP|^II\*\0|^MM\0\*/s,
  /^....ftyp/s,
  /^%PDF-/,
  /^Rar!\x1a|^7z\xbc\xaf|^\x1f\x8b|^BZh\d1AY/,
  /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
];

/** By content, whatever it is called: a workbook, or text. Throws `not_a_table` for what is known to be something else. */
export async function formatOf(path: string): Promise<ImportFormat> {
  const start = await startOf(path);
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) {
    if (await isWorkbook(path)) return 'xlsx';
    throw new Failure('not_a_table');
  }
  if (notTables.some((beginning) => beginning.test(start))) throw new Failure('not_a_table');
  return 'csv';
}

async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
