import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import { columnsOf, type Column } from '@ganwan/shared/imports/columns';
import type { FieldFailure } from '@ganwan/shared/failures';
import type { ImportFault, ImportFormat } from '@ganwan/shared/imports/contract';
import { columnName, refusalText, sheetWords } from '@ganwan/shared/imports/words';
import type { Locale } from '@ganwan/shared/values';
import type { Database } from '#platform/database';
import type { FileStore } from '#platform/files';
import { isKeyRow } from './layout.ts';
import type { Line } from './read/line.ts';
import { importQueries, type ImportRow } from './queries.ts';
import { linesOf } from './rows.ts';
import { csvOf, unmarked } from './write-csv.ts';

type Needs = { db: Database; store: FileStore };

/** Refused or incomplete rows as they were, what is wrong with them, and their row in the file that was sent; written as it is read. */
export function refusedFile(needs: Needs, row: ImportRow, of: ImportFault, format: ImportFormat, locale: Locale): Readable {
  const rows = refusedRows(needs, row, of, locale);
  if (format === 'csv') return Readable.from(csvOf(rows));
  return Readable.fromWeb(writeXlsxStream(rows, { name: sheetWords.rows[locale] }) as ReadableStream);
}

async function* refusedRows({ db, store }: Needs, row: ImportRow, of: ImportFault, locale: Locale): AsyncGenerator<string[]> {
  const columns = new Map(columnsOf(row.subFamily).map((column) => [column.key, column]));
  const refusals = importRefusals(db, row.id, of);
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
          const wrong = refusal.fields.map((field) => wrongIn(columns.get(field.path), field, locale)).join('\n');
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

const wrongIn = (column: Column | undefined, failure: FieldFailure, locale: Locale) => [columnName(column, failure.path, locale), refusalText(failure, column, locale)].join(locale === 'en' ? ' ' : '');

const pageLength = 1000;

async function* importRefusals(db: Database, id: string, of: ImportFault) {
  for (let after = 0; ;) {
    const page = await importQueries(db).refusalsAfter(id, of, after, pageLength);
    yield* page;
    if (page.length < pageLength) return;
    after = page.at(-1)!.row;
  }
}
