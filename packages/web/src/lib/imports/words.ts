import type { Import, ImportProblem, ImportStatus } from '@ganwan/shared/imports/contract';
import { m } from '#lib/paraglide/messages.js';

const statuses: Record<ImportStatus, () => string> = {
  checking: m.import_checking,
  checked: m.import_checked,
  importing: m.import_importing,
  finished: m.import_finished,
  cancelled: m.import_cancelled,
  failed: m.import_failed,
};
export const statusWords = (status: ImportStatus): string => statuses[status]();

/** Still moving by itself. */
export const isRunning = ({ status }: Pick<Import, 'status'>): boolean => status === 'checking' || status === 'importing';

const problems: Record<ImportProblem['code'], (params: { row: string; column: string; maximum: string }) => string> = {
  unreadable: m.import_problem_unreadable,
  encoding_unknown: m.import_problem_encoding_unknown,
  no_rows: m.import_problem_no_rows,
  header_missing: m.import_problem_header_missing,
  column_missing: m.import_problem_column_missing,
  column_twice: m.import_problem_column_twice,
  too_many_rows: m.import_problem_too_many_rows,
  too_many_refused: m.import_problem_too_many_refused,
  unpacks_too_large: m.import_problem_unpacks_too_large,
  interrupted: m.import_problem_interrupted,
};

/** Why the whole file was refused, and what to do. `columnName` turns a column's key into its heading. */
export function problemWords({ code, params }: ImportProblem, columnName: (key: string) => string): string {
  const column = typeof params['column'] === 'string' ? columnName(params['column']) : '';
  return problems[code]({ row: String(params['row'] ?? ''), column, maximum: String(params['maximum'] ?? '') });
}
