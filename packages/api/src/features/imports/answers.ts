import type { Import, ImportStatus } from '@ganwan/shared/imports/contract';
import type { ImportRow } from './queries.ts';

function statusOf(row: ImportRow): ImportStatus {
  if (row.failedAt) return 'failed';
  if (row.cancelledAt) return 'cancelled';
  if (row.finishedAt) return 'finished';
  if (row.confirmedAt) return 'importing';
  return row.checkedAt ? 'checked' : 'checking';
}

export const importAnswer = (row: ImportRow): Import => ({
  ...row,
  status: statusOf(row),
  startedBy: row.startedByName ?? '',
  endedAt: row.finishedAt ?? row.cancelledAt ?? row.failedAt,
});
