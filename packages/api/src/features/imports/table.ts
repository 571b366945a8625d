import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FieldFailure } from '@ganwan/shared/failures';
import { importEncodings, importFaults, type ImportProblem } from '@ganwan/shared/imports/contract';
import { codesOf } from '@ganwan/shared/label';
import { subFamilies } from '@ganwan/shared/catalogue/families';
import { enterprises } from '#features/enterprises/table';
import { people } from '#features/people/table';

const moment = () => timestamp({ withTimezone: true });
const figure = () => integer().notNull().default(0);

/** One uploaded file and how far it is. Where it stands is told by the moments, not by a state. */
export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  enterpriseId: uuid().notNull().references(() => enterprises.id, { onDelete: 'cascade' }),
  startedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  kind: text({ enum: ['supply', 'demand'] }).notNull(),
  subFamily: text({ enum: codesOf(subFamilies) }).notNull(),
  fileName: text().notNull(),
  sha256: text().notNull(),
  bytes: bigint({ mode: 'number' }).notNull(),
  format: text({ enum: ['csv', 'xlsx'] }).notNull(),
  encoding: text({ enum: importEncodings }),
  ignoredColumns: text().array().notNull().default(sql`'{}'::text[]`),
  publish: boolean(),
  /** The last row of the file that the present pass has dealt with; a restart goes on after it. */
  lastRow: figure(),
  progress: real().notNull().default(0),
  rows: figure(),
  created: figure(),
  changed: figure(),
  unchanged: figure(),
  incomplete: figure(),
  refused: figure(),
  problem: jsonb().$type<ImportProblem>(),
  createdAt: moment().notNull(),
  checkedAt: moment(),
  confirmedAt: moment(),
  confirmedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  finishedAt: moment(),
  cancelledAt: moment(),
  cancelledBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  failedAt: moment(),
  /** Who works on it, and until when nobody else may; a process that died lets go by itself. */
  worker: uuid(),
  leaseUntil: moment(),
  /** How often work began without getting any further. */
  attempts: figure(),
}, (t) => [
  index().on(t.enterpriseId, t.id),
  index('imports_waiting').on(t.leaseUntil).where(sql`${t.finishedAt} is null and ${t.cancelledAt} is null and ${t.failedAt} is null and (${t.checkedAt} is null or ${t.confirmedAt} is not null)`),
]);

export const importRefusals = pgTable('import_refusals', {
  importId: uuid().notNull().references(() => imports.id, { onDelete: 'cascade' }),
  row: integer().notNull(),
  itemNumber: text(),
  fields: jsonb().$type<FieldFailure[]>().notNull(),
  /** Refused rows are left out; incomplete ones are kept as drafts. */
  fault: text({ enum: importFaults }).notNull(),
}, (t) => [primaryKey({ columns: [t.importId, t.row] })]);
