import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FileProblem } from './line.ts';

export interface Listener {
  /** Names come without their prefix. */
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Nothing in a workbook is longer without a tag: a cell has 32,767 characters. */
const silenceAtMost = 1024 * 1024;

/**
 * Reads XML as it unpacks and yields the bytes seen after each piece, so that what the listener gathered can be taken
 * away. Throws `unpacks_too_large` beyond `limit` bytes and `unreadable` for anything that is not plain XML.
 */
export async function* listen(content: Readable, limit: number, listener: Listener): AsyncGenerator<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let bytes = 0;
  let heardAt = 0;
  parser.on('opentag', ({ name, attributes }) => {
    heardAt = bytes;
    listener.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    heardAt = bytes;
    listener.close?.(local(name));
  });
  parser.on('text', (text) => listener.text?.(text));
  // A workbook has no document type; whoever writes one wants entities that multiply.
  parser.on('doctype', () => { throw new FileProblem('unreadable'); });
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit || bytes - heardAt > silenceAtMost) throw new FileProblem('unpacks_too_large');
      parser.write(decoder.decode(chunk, { stream: true }));
      yield bytes;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('unreadable', {}, { cause: error });
  }
  yield bytes;
}

/** Reads a small part to its end. */
export async function listenTo(content: Readable, listener: Listener): Promise<void> {
  for await (const bytes of listen(content, 16 * 1024 * 1024, listener)) void bytes;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
