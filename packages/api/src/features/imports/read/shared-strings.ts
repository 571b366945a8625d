import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileProblem } from './line.ts';
import { listen } from './xml.ts';

const pageSize = 64 * 1024;
const pagesKept = 128;
const unpackedAtMost = 1024 * 1024 * 1024;

/** The texts of a workbook by number. */
export interface SharedStrings {
  at(index: number): string;
  close(): void;
}

/**
 * Excel keeps every text of a workbook in one table, three million of them in a large file. They lie in a temporary
 * file, and only a few pages and where each text begins are in memory; rows mostly ask for neighbours.
 */
export async function sharedStringsOf(content: Readable): Promise<SharedStrings> {
  const folder = mkdtempSync(join(tmpdir(), 'ganwan-strings-'));
  const file = openSync(join(folder, 'texts'), 'wx+', 0o600);
  const close = () => {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { at: reader(file, await write(file, content)), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Writes every text one after another; answers where each begins, and where the last ends. */
async function write(file: number, content: Readable): Promise<Uint32Array> {
  let starts = new Uint32Array(1024);
  let count = 0;
  let end = 0;
  let parts: string[] = [];
  let depth = 0;
  let inPhonetic = false;
  let inText = false;
  const waiting: Buffer[] = [];
  for await (const bytes of listen(content, unpackedAtMost, {
    open(name) {
      if (name === 'si') parts = [];
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
      depth++;
    },
    text: (text) => void (inText && parts.push(text)),
    close(name) {
      depth--;
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        const text = Buffer.from(parts.join(''));
        if (count + 2 > starts.length) starts = grown(starts);
        end += text.length;
        starts[++count] = end;
        waiting.push(text);
      }
      if (depth > 20) throw new FileProblem('unreadable');
    },
  })) {
    void bytes;
    writeSync(file, Buffer.concat(waiting.splice(0)));
  }
  return starts.subarray(0, count + 1);
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function reader(file: number, starts: Uint32Array): (index: number) => string {
  const pages = new Map<number, Buffer>();

  function page(number: number): Buffer {
    const kept = pages.get(number);
    if (kept) {
      // Moved to the end: what was not asked for longest is first.
      pages.delete(number);
      pages.set(number, kept);
      return kept;
    }
    if (pages.size >= pagesKept) pages.delete(pages.keys().next().value!);
    const fresh = Buffer.alloc(pageSize);
    readSync(file, fresh, 0, pageSize, number * pageSize);
    pages.set(number, fresh);
    return fresh;
  }

  return (index) => {
    const [start, end] = [starts[index], starts[index + 1]];
    if (start === undefined || end === undefined) throw new FileProblem('unreadable');
    const first = Math.floor(start / pageSize);
    if (end <= (first + 1) * pageSize) return page(first).toString('utf8', start - first * pageSize, end - first * pageSize);
    const long = Buffer.alloc(end - start);
    readSync(file, long, 0, long.length, start);
    return long.toString('utf8');
  };
}
