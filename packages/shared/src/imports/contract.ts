import { z } from 'zod';
import { FieldFailure } from '../failures.ts';
import { SubFamily } from '../catalogue/families.ts';
import { events } from '../event.ts';
import { PageQuery, pageOf } from '../page.ts';
import { contract } from '../route.ts';
import { Id, Instant, Locale } from '../values.ts';

/** Bytes at most; a spreadsheet is compressed, and read with its index in memory. Then rows: of those that stay drafts, the first `explained` say why. */
export const importLimits = { csv: 512 * 1024 * 1024, xlsx: 64 * 1024 * 1024, rows: 2_000_000, refused: 100_000, explained: 10_000 } as const;

/** `xlsx` is the Excel workbook. */
export const ImportFormat = z.enum(['csv', 'xlsx']);
export type ImportFormat = z.output<typeof ImportFormat>;

/** `utf-8` with or without a mark at its start, `gb18030` as Chinese Excel writes. Null for workbooks. */
export const importEncodings = ['utf-8', 'gb18030'] as const;

/**
 * `checking`: the dry run reads every row and changes nothing; `checked`: its figures are there and a person
 * decides; `importing`; then one of the ends. `failed` means the file as a whole, see `problem`.
 */
export const importStatuses = ['checking', 'checked', 'importing', 'finished', 'cancelled', 'failed'] as const;
export const ImportStatus = z.enum(importStatuses);
export type ImportStatus = z.output<typeof ImportStatus>;

/** Why a whole file was refused; the web holds the words (`import_problem_<code>`). */
export const importProblems = ['unreadable', 'encoding_unknown', 'no_rows', 'header_missing', 'column_missing', 'column_twice', 'too_many_rows', 'too_many_refused', 'unpacks_too_large', 'interrupted'] as const;
export const ImportProblem = z.object({ code: z.enum(importProblems), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) });
export type ImportProblem = z.output<typeof ImportProblem>;

const ImportFields = z.strictObject({
  kind: z.enum(['supply', 'demand']),
  /** The sub-family whose template the file follows. */
  subFamily: SubFamily,
});

export const ImportQuery = ImportFields;
export type ImportQuery = z.output<typeof ImportQuery>;

export const Import = z.object({
  id: Id,
  ...ImportFields.shape,
  fileName: z.string(),
  format: ImportFormat,
  encoding: z.enum(importEncodings).nullable(),
  bytes: z.number().int(),
  status: ImportStatus,
  /** Whether what is imported is published at once or kept as drafts; null until a person decides. */
  publish: z.boolean().nullable(),
  /** Share of the present pass that is done, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** Rows of the present or last pass; the dry run says what would happen, the import what did. */
  rows: z.number().int(),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Rows that can be kept but lack something that publishing needs: they stay drafts even when `publish` is true. */
  incomplete: z.number().int(),
  refused: z.number().int(),
  /** Headers that belong to no column of the template, and are left out. */
  ignoredColumns: z.array(z.string()),
  problem: ImportProblem.nullable(),
  startedBy: z.string(),
  createdAt: Instant,
  checkedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type Import = z.output<typeof Import>;

/** `refused` cannot be imported; `incomplete` is kept, and lacks something that publishing needs. */
export const importFaults = ['refused', 'incomplete'] as const;
export type ImportFault = (typeof importFaults)[number];

/**
 * `row` is the line as a spreadsheet numbers it, the header being 1. `path` is a column's key, and the param `text` what
 * stood in its cell, cut short.
 */
export const RefusedRow = z.object({ row: z.number().int(), itemNumber: z.string().nullable(), fields: z.array(FieldFailure) });
export type RefusedRow = z.output<typeof RefusedRow>;

const one = z.object({ id: Id });
const FileQuery = z.strictObject({ format: ImportFormat, locale: Locale });
const of = z.enum(importFaults).default('refused');
export const RowsQuery = z.strictObject({ ...PageQuery.shape, of });
export type RowsQuery = z.output<typeof RowsQuery>;
export const RowsFileQuery = z.strictObject({ ...FileQuery.shape, of });
export type RowsFileQuery = z.output<typeof RowsFileQuery>;

export const imports = contract({
  template: { method: 'GET', path: '/api/imports/template', summary: 'An empty file to fill in: headers in the reader\'s language over a row of keys and, in a workbook, a guide with examples and the values that are allowed.', access: 'anyone', query: z.strictObject({ ...FileQuery.shape, ...ImportFields.shape }), stream: 'application/octet-stream', response: z.never() },
  create: { method: 'POST', path: '/api/imports', summary: 'Upload one CSV or Excel file; its dry run starts at once.', access: 'member', query: ImportQuery, upload: true, rate: 20, response: Import },
  list: { method: 'GET', path: '/api/imports', summary: 'The enterprise\'s imports, newest first.', access: 'viewer', query: PageQuery, response: pageOf(Import) },
  show: { method: 'GET', path: '/api/imports/:id', summary: 'One import and how far it is.', access: 'viewer', params: one, response: Import },
  refused: { method: 'GET', path: '/api/imports/:id/refused', summary: 'Rows that cannot be imported, or that can be kept but not published, and why, in the order of the file.', access: 'viewer', params: one, query: RowsQuery, response: pageOf(RefusedRow) },
  refusedFile: { method: 'GET', path: '/api/imports/:id/refused-file', summary: 'These rows as they were, with a column that says what is wrong; corrected, the file can be imported.', access: 'viewer', params: one, query: RowsFileQuery, stream: 'application/octet-stream', response: z.never() },
  run: { method: 'POST', path: '/api/imports/:id/run', summary: 'Import the rows that passed the dry run; the others stay refused. `conflict` unless it is checked.', access: 'member', params: one, body: z.strictObject({ publish: z.boolean() }), response: Import },
  cancel: { method: 'POST', path: '/api/imports/:id/cancel', summary: 'Stop; what is already imported stays.', access: 'member', params: one, response: Import },
});

export const importEvents = events({ 'import:changed': Import });
