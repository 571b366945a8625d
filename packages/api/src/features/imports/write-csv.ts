/** Excel reads a file without this mark in the machine's own encoding, and shows Chinese as noise. */
const mark = '\ufeff';

/** Cells that a spreadsheet would run as a formula; a number with a sign is none. */
const formula = /^(?:[=@\t\r]|[+-](?![\d.,\s]*$|[\d.]))/;

const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** CSV as Excel opens it: UTF-8 with its mark, and nothing in it that a spreadsheet would run. */
export async function* csvOf(rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield mark;
  for await (const row of rows) yield csvLine(row);
}

/** Takes back what `csvOf` put before a formula. */
export const unmarked = (text: string): string => (text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text);
