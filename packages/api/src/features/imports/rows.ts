import { setImmediate } from 'node:timers/promises';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { importLimits, type ImportFormat } from '@ganwan/shared/imports/contract';
import { rowReader, type RowRead } from '@ganwan/shared/imports/read-row';
import type { Market } from '@ganwan/shared/places/regions';
import { plainText } from '@ganwan/shared/values';
import { readCsv, type Encoding } from './read/csv.ts';
import { headOf, isKeyRow } from './layout.ts';
import { FileProblem, type Line, type Lines } from './read/line.ts';
import { readWorkbook } from './read/workbook.ts';
import { Seen } from './seen.ts';
import { unmarked } from './write-csv.ts';

export interface Source {
  path: string;
  format: ImportFormat;
  encoding: Encoding | null;
}

export type Row = RowRead & { row: number };

/** What a file holds, step by step: first what its columns are, then rows with the share of the file that is read. */
export type Step = { ignoredColumns: string[] } | { rows: Row[]; read: number };

/** Rows that the database takes at once. */
const batchSize = 250;
/** Rows between two breaths of the event loop: people talk while others import. */
const stretch = 20;

export const linesOf = ({ path, format, encoding }: Source): AsyncGenerator<Lines> => (format === 'xlsx' ? readWorkbook(path) : readCsv(path, encoding ?? 'utf-8'));

/** Reads a file's rows after row `after`, at most `batchSize` at a time. Throws `FileProblem` for the file as a whole. */
export async function* rowsOf(source: Source, subFamily: SubFamily, market: Market, after: number): AsyncGenerator<Step> {
  const seen = new Seen();
  let headings: Line | undefined;
  let read: ((cells: readonly string[]) => RowRead) | undefined;
  let batch: Row[] = [];
  let counted = 0;
  for await (const { lines, read: share } of linesOf(source)) {
    for (const line of lines) {
      if (!headings) {
        headings = line;
        continue;
      }
      if (!read) {
        const keys = isKeyRow(subFamily, line) ? line : undefined;
        const { layout, ignored } = headOf(subFamily, headings, keys);
        read = rowReader(subFamily, layout, market);
        yield { ignoredColumns: ignored };
        if (keys) continue;
      }
      if (++counted > importLimits.rows) throw new FileProblem('too_many_rows', { maximum: importLimits.rows });
      const row = once(read(line.cells.map((cell) => plainText(unmarked(cell)))), line.row, seen);
      if (line.row > after) batch.push(row);
      if (counted % stretch === 0) await setImmediate();
      if (batch.length < batchSize) continue;
      yield { rows: batch, read: share };
      batch = [];
    }
  }
  // A line that names no column is told as that: whatever is below it would not help.
  if (headings && !read) headOf(subFamily, headings, undefined);
  if (counted === 0) throw new FileProblem(headings ? 'no_rows' : 'header_missing', { row: 1 });
  yield { rows: batch, read: 1 };
}

/** The second row of an item would silently win over the first. */
function once(read: RowRead, row: number, seen: Seen): Row {
  const repeated = read.itemNumber !== null && !seen.add(read.itemNumber);
  return { ...read, row, failures: repeated ? [...read.failures, { path: 'itemNumber', code: 'item_repeated', params: { text: read.itemNumber ?? '' } }] : read.failures };
}
