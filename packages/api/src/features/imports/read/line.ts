import type { ImportProblem } from '@ganwan/shared/imports/contract';

/** One row of a file, whichever kind of file it is. */
export interface Line {
  /** As a spreadsheet numbers it, from 1. Empty rows are counted and left out. */
  row: number;
  /** Texts in the order of the columns; a cell that is not there is ''. */
  cells: string[];
}

/** Lines that were read together, and how much of the file is read, 0 to 1. */
export interface Lines {
  lines: Line[];
  read: number;
}

/** The file as a whole cannot be read. */
export class FileProblem extends Error {
  readonly problem: ImportProblem;

  constructor(code: ImportProblem['code'], params: ImportProblem['params'] = {}, options: ErrorOptions = {}) {
    super(code, options);
    this.problem = { code, params };
  }
}

/** A template has fewer than a hundred; what lies further right is a stray. */
export const columnsAtMost = 400;
/** What Excel itself allows in one cell. */
export const charactersAtMost = 32_767;
