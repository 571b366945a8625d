import type { Readable } from 'node:stream';
import { posix } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { FileProblem, type Lines } from './line.ts';
import { numberKind, type NumberKind } from './number-format.ts';
import { sharedStringsOf } from './shared-strings.ts';
import { sheetListener } from './sheet.ts';
import { listen, listenTo } from './xml.ts';

/** A million rows of thirty columns unpack to about 1.5 GB. */
const sheetAtMost = 4 * 1024 * 1024 * 1024;
const partsAtMost = 10_000;
const home = 'xl/workbook.xml';

/**
 * Reads the first visible sheet of an Excel workbook as it unpacks; neither the sheet nor the table of texts is ever
 * whole in memory. Throws `FileProblem` when it is no workbook or unpacks beyond measure.
 */
export async function* readWorkbook(path: string): AsyncGenerator<Lines> {
  const zip = await opened(path);
  let close = () => {};
  try {
    const parts = await partsOf(zip);
    const { sheetPath, stringsPath, since1904, kinds } = await structureOf(zip, parts);
    const strings = stringsPath === undefined ? undefined : await sharedStringsOf(await unpacked(zip, parts.get(stringsPath)));
    close = () => strings?.close();
    const entry = parts.get(sheetPath);
    const sheet = sheetListener({ strings, kinds, since1904 });
    for await (const bytes of listen(await unpacked(zip, entry), sheetAtMost, sheet)) yield { lines: sheet.take(), read: Math.min(1, bytes / Math.max(1, entry!.uncompressedSize)) };
  } finally {
    close();
    zip.close();
  }
}

/** Whether an archive holds a workbook; a broken one is taken for one, and refused when it is read. */
export async function isWorkbook(path: string): Promise<boolean> {
  let zip: ZipFile | undefined;
  try {
    zip = await opened(path);
    return (await partsOf(zip)).has(home);
  } catch (error) {
    if (error instanceof FileProblem) return true;
    throw error;
  } finally {
    zip?.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (error) {
    throw new FileProblem('unreadable', {}, { cause: error });
  }
}

async function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > partsAtMost) throw new FileProblem('unreadable');
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
  } catch (error) {
    throw new FileProblem('unreadable', {}, { cause: error });
  }
  return parts;
}

async function unpacked(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  if (!entry || entry.isEncrypted()) throw new FileProblem('unreadable');
  return zip.openReadStreamPromise(entry);
}

interface Structure {
  sheetPath: string;
  stringsPath: string | undefined;
  since1904: boolean;
  kinds: NumberKind[];
}

async function structureOf(zip: ZipFile, parts: Map<string, Entry>): Promise<Structure> {
  const targets = new Map<string, { target: string; type: string }>();
  await listenTo(await unpacked(zip, parts.get('xl/_rels/workbook.xml.rels')), {
    open: (name, at) => void (name === 'Relationship' && targets.set(at['Id'] ?? '', { target: posix.join('/', posix.resolve('/xl', at['Target'] ?? '')).slice(1), type: at['Type'] ?? '' })),
  });
  let sheetId: string | undefined;
  let since1904 = false;
  await listenTo(await unpacked(zip, parts.get(home)), {
    open(name, at) {
      if (name === 'workbookPr') since1904 = at['date1904'] === '1' || at['date1904'] === 'true';
      if (name === 'sheet' && (at['state'] ?? 'visible') === 'visible') sheetId ??= Object.entries(at).find(([key]) => key.endsWith(':id'))?.[1];
    },
  });
  const ofType = (type: string) => [...targets.values()].find((t) => t.type.endsWith(`/${type}`))?.target;
  const sheetPath = targets.get(sheetId ?? '')?.target;
  if (sheetPath === undefined) throw new FileProblem('unreadable');
  const styles = ofType('styles');
  return { sheetPath, stringsPath: ofType('sharedStrings'), since1904, kinds: styles === undefined ? [] : await kindsOf(await unpacked(zip, parts.get(styles))) };
}

/** What each cell style makes of a number. */
async function kindsOf(styles: Readable): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellStyles = false;
  await listenTo(styles, {
    open(name, at) {
      if (name === 'numFmt') codes.set(Number(at['numFmtId']), at['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) kinds.push(numberKind(Number(at['numFmtId'] ?? 0), codes.get(Number(at['numFmtId']))));
    },
    close: (name) => void (name === 'cellXfs' && (inCellStyles = false)),
  });
  return kinds;
}
