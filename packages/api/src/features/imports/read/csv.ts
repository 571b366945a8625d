import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import type { importEncodings } from '@ganwan/shared/imports/contract';
import { columnsAtMost, FileProblem, type Line, type Lines } from './line.ts';

export type Encoding = (typeof importEncodings)[number];

/** An unclosed quotation mark would otherwise take the rest of the file for one cell. */
const recordAtMost = 1024 * 1024;
const batch = 500;

/**
 * Reads rows in batches, never more than a few of them in memory. Commas, semicolons and tabs separate.
 * Throws `FileProblem` when the text breaks its own rules.
 */
export async function* readCsv(path: string, encoding: Encoding): AsyncGenerator<Lines> {
  const total = Math.max(1, (await stat(path)).size);
  const source = createReadStream(path, { highWaterMark: 256 * 1024 });
  const parser = source.pipe(decoding(encoding)).pipe(parse({ bom: true, delimiter: await delimiterOf(path), relax_column_count: true, relax_quotes: true, max_record_size: recordAtMost }));
  source.once('error', (error) => parser.destroy(error));
  let lines: Line[] = [];
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (record.some((cell) => cell.trim() !== '')) lines.push({ row, cells: record.slice(0, columnsAtMost) });
      if (lines.length < batch) continue;
      // The parser counts what it has read of UTF-8; the file, which is read ahead, what it has handed over.
      yield { lines, read: Math.min(1, source.bytesRead / total, parser.info.bytes / total) };
      lines = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileProblem('unreadable', { row: row + 1 }, { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
  yield { lines, read: 1 };
}

/** UTF-8 when every byte says so, GB18030 when it can be that; throws `encoding_unknown` for anything else. */
export async function encodingOf(path: string): Promise<Encoding> {
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await decodes(path, encoding)) return encoding;
  throw new FileProblem('encoding_unknown');
}

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const file = await open(path);
  const buffer = Buffer.alloc(256 * 1024);
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      // A zero byte means UTF-16 or no text at all.
      if (buffer.subarray(0, bytesRead).includes(0)) return false;
      decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
      if (bytesRead === 0) return true;
      at += bytesRead;
    }
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** UTF-8 passes as it is. */
function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, encoding === 'utf-8' ? chunk : decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, encoding === 'utf-8' ? '' : decoder.decode()),
  });
}

async function delimiterOf(path: string): Promise<string> {
  const start = await Readable.from(createReadStream(path, { end: 64 * 1024 })).toArray() as Buffer[];
  // The three marks are single bytes in both encodings, and no part of a longer character in the first line's ASCII.
  const header = (/^[^\r\n]*/.exec(Buffer.concat(start).toString('latin1'))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string) => header.split(mark).length;
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0]!;
}
