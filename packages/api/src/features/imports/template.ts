import { Readable } from 'node:stream';
import { colToLetter, writeXlsx, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { columnsOf, heading, type Column } from '@ganwan/shared/imports/columns';
import type { ImportFormat } from '@ganwan/shared/imports/contract';
import { sheetWords } from '@ganwan/shared/imports/words';
import type { Locale } from '@ganwan/shared/values';
import { csvOf } from './write-csv.ts';

/** An empty file to fill in: headings in the reader's language over a row of keys, which a workbook hides. */
export async function template(subFamily: SubFamily, format: ImportFormat, locale: Locale): Promise<Readable> {
  const columns = columnsOf(subFamily);
  const head = [columns.map((column) => heading(column, locale)), columns.map((column) => column.key)];
  if (format === 'csv') return Readable.from(csvOf(head));
  const lists = choices(columns, locale);
  const items: WriteSheet = {
    name: sheetWords.rows[locale],
    rows: head,
    columns: columns.map((column) => ({ width: Math.max(12, Math.min(36, heading(column, locale).length * 2)) })),
    rowDefs: new Map([[1, { hidden: true }]]),
    freezePane: { rows: 2, columns: 1 },
    dataValidations: columns.flatMap((column, at) => validation(column, at, lists)),
  };
  const content = await writeXlsx({ sheets: [items, guide(columns, locale), { name: listsSheet, veryHidden: true, rows: lists.rows }] });
  return Readable.from([Buffer.from(content)]);
}

const listsSheet = 'lists';
const rowsToCheck = 10_000;

interface Lists {
  rows: (string | null)[][];
  /** Where a column's values stand in the hidden sheet, `lists!$C$1:$C$23`. */
  ranges: Map<string, string>;
}

const words = (column: Column, locale: Locale): string[] => column.options?.map((option) => option.label[locale]) ?? [];

/** A list inside a validation may have 255 characters, so every list stands in a sheet of its own. */
function choices(columns: readonly Column[], locale: Locale): Lists {
  const listed = columns.filter((column) => column.type === 'enum' && column.options);
  const length = Math.max(1, ...listed.map((column) => column.options!.length));
  const rows = Array.from({ length }, (_, row) => listed.map((column) => words(column, locale)[row] ?? null));
  return { rows, ranges: new Map(listed.map((column, at) => [column.key, `${listsSheet}!$${colToLetter(at)}$1:$${colToLetter(at)}$${column.options!.length}`])) };
}

function validation(column: Column, at: number, { ranges }: Lists): DataValidation[] {
  const source = ranges.get(column.key);
  if (source === undefined) return [];
  // A warning, not a stop: codes and other languages are understood too.
  return [{ type: 'list', formula1: source, range: `${colToLetter(at)}3:${colToLetter(at)}${rowsToCheck}`, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' }];
}

function guide(columns: readonly Column[], locale: Locale): WriteSheet {
  const w = (name: keyof typeof sheetWords) => sheetWords[name][locale];
  const allowed = (column: Column) => (column.type === 'bool' ? w('yesNo') : words(column, locale).join(' / '));
  const head = [w('column'), w('key'), w('mandatory'), w('unit'), w('example'), w('allowed')];
  return {
    name: w('guide'),
    rows: [head, ...columns.map((column) => [column.label[locale], column.key, column.required ? w('yes') : '', column.unit?.[locale] ?? '', column.example ?? '', allowed(column)])],
    columns: [{ width: 30 }, { width: 24 }, { width: 10 }, { width: 12 }, { width: 24 }, { width: 80 }],
    freezePane: { rows: 1 },
  };
}
