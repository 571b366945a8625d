import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import { columnsOf } from '@ganwan/shared/imports/columns';
import type { ImportFormat } from '@ganwan/shared/imports/contract';
import { refusalText, sheetWords } from '@ganwan/shared/imports/words';
import type { Locale } from '@ganwan/shared/values';
import type { Database } from '#platform/database';
import type { FileStore } from '#platform/files';
import { isKeyRow } from './layout.ts';
import type { Line } from './read/line.ts';
import { importQueries, type ImportRow } from './queries.ts';
import { linesOf } from './rows.ts';
import { csvOf, unmarked } from './write-csv.ts';

type Needs = { db: Database; store: FileStore };

/** The refused rows as they were, what is wrong with them, and their row in the file that was sent; written as it is read. */
export function refusedFile(needs: Needs, row: ImportRow, format: ImportFormat, locale: Locale): Readable {
  const rows = refusedRows(needs, row, locale);
  if (format === 'csv') return Readable.from(csvOf(rows));
  return Readable.fromWeb(writeXlsxStream(rows, { name: sheetWords.rows[locale] }) as ReadableStream);
}

async function* refusedRows({ db, store }: Needs, row: ImportRow, locale: Locale): AsyncGenerator<string[]> {
  const labels = new Map(columnsOf(row.subFamily).map((column) => [column.key, column.label[locale]]));
  const refusals = importRefusals(db, row.id);
  let refusal = (await refusals.next()).value;
  let width = 0;
  const padded = (line: Line) => Array.from({ length: width }, (_, at) => unmarked(line.cells[at] ?? ''));
  const file = await store.local(row.sha256);
  try {
    let position = 0;
    for await (const { lines } of linesOf({ path: file.path, format: row.format, encoding: row.encoding })) {
      for (const line of lines) {
        position++;
        if (position === 1) {
          width = line.cells.length;
          yield [...padded(line), sheetWords.wrong[locale], sheetWords.sourceRow[locale]];
        } else if (position === 2 && isKeyRow(row.subFamily, line)) {
          yield padded(line);
        } else if (refusal && refusal.row === line.row) {
          const wrong = refusal.fields.map((field) => `${labels.get(field.path) ?? field.path}: ${refusalText(field, locale)}`).join('; ');
          yield [...padded(line), wrong, String(line.row)];
          refusal = (await refusals.next()).value;
        }
      }
      if (position > 1 && !refusal) return;
    }
  } finally {
    await file.release();
  }
}

const pageLength = 1000;

async function* importRefusals(db: Database, id: string) {
  for (let after = 0; ;) {
    const page = await importQueries(db).refusalsAfter(id, after, pageLength);
    yield* page;
    if (page.length < pageLength) return;
    after = page.at(-1)!.row;
  }
}
