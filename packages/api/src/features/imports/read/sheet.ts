import { charactersAtMost, columnsAtMost, FileProblem, type Line } from './line.ts';
import { numberText, type NumberKind } from './number-format.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { Listener } from './xml.ts';

export interface Sheet {
  strings: SharedStrings | undefined;
  /** By the number of a cell's style. */
  kinds: readonly NumberKind[];
  since1904: boolean;
}

/** Gathers the rows of a worksheet as its XML passes; `take` hands over what is complete. */
export function sheetListener({ strings, kinds, since1904 }: Sheet): Listener & { take(): Line[] } {
  let lines: Line[] = [];
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let type = 'n';
  let style = 0;
  let inValue = false;
  let inPhonetic = false;
  let parts: string[] = [];

  function cellText(): string {
    const raw = parts.length === 1 ? parts[0]! : parts.join('');
    switch (type) {
      case 's': return strings?.at(Number(raw)) ?? '';
      case 'b': return raw === '1' ? 'true' : 'false';
      case 'n': return numberText(raw, kinds[style] ?? 'number', since1904);
      // A formula that failed has no value.
      case 'e': return '';
      default: return raw;
    }
  }

  function keep(): void {
    if (column >= columnsAtMost || parts.length === 0) return;
    const text = cellText();
    if (text.length > charactersAtMost) throw new FileProblem('unreadable', { row });
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  return {
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = wholeNumber(attributes['r']) ?? row + 1;
          column = -1;
          cells = [];
          break;
        case 'c':
          column = columnOf(attributes['r']) ?? column + 1;
          type = attributes['t'] ?? 'n';
          style = wholeNumber(attributes['s']) ?? 0;
          parts = [];
          break;
        case 'rPh': inPhonetic = true; break;
        case 'v': case 't': inValue = !inPhonetic;
      }
    },
    text: (text) => void (inValue && parts.push(text)),
    close(name) {
      switch (name) {
        case 'v': case 't': inValue = false; break;
        case 'rPh': inPhonetic = false; break;
        case 'c': keep(); break;
        case 'row': if (cells.some((cell) => cell.trim() !== '')) lines.push({ row, cells });
      }
    },
    take() {
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}

const wholeNumber = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined);

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  let column = 0;
  for (const letter of reference ?? '') {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column === 0 ? undefined : column - 1;
}
