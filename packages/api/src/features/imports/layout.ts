import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { columnFinder } from '@ganwan/shared/imports/columns';
import { sheetWords } from '@ganwan/shared/imports/words';
import type { Layout } from '@ganwan/shared/imports/read-row';
import { FileProblem, type Line } from './read/line.ts';

/** What we add to a file of refused rows is no column, and no mistake when the file comes back. */
const added: ReadonlySet<string> = new Set([sheetWords.wrong, sheetWords.sourceRow].flatMap((words) => Object.values(words)));

export interface Head {
  layout: Layout;
  /** Headings that belong to no column of the template. */
  ignored: string[];
}

/** Whether a row is the template's row of keys: it names columns by key, and nothing else. */
export function isKeyRow(subFamily: SubFamily, line: Line): boolean {
  const find = columnFinder(subFamily);
  const said = line.cells.map((cell) => cell.trim()).filter(Boolean);
  return said.includes('itemNumber') && said.every((cell) => find(cell)?.key === cell);
}

/** Finds the columns of a file by its headings, or better by its row of keys. Throws `FileProblem` when a row cannot be understood with them. */
export function headOf(subFamily: SubFamily, headings: Line, keys: Line | undefined): Head {
  const find = columnFinder(subFamily);
  const width = Math.max(headings.cells.length, keys?.cells.length ?? 0);
  const layout = Array.from({ length: width }, (_, at) => {
    const key = keys?.cells[at]?.trim();
    return find(key ? key : (headings.cells[at] ?? '').trim());
  });
  const found = layout.flatMap((column) => column?.key ?? []);
  if (found.length === 0) throw new FileProblem('header_missing', { row: headings.row });
  const twice = found.find((key, at) => found.indexOf(key) < at);
  if (twice !== undefined) throw new FileProblem('column_twice', { column: twice });
  if (!found.includes('itemNumber')) throw new FileProblem('column_missing', { column: 'itemNumber' });
  if (!found.some((key) => key.startsWith('title.'))) throw new FileProblem('column_missing', { column: 'title' });
  const ignored = headings.cells.map((cell) => cell.trim()).filter((cell, at) => cell !== '' && layout[at] === undefined && !added.has(cell));
  return { layout, ignored: ignored.slice(0, 100).map((text) => text.slice(0, 100)) };
}
