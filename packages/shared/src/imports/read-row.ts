import { readAttributes } from '../catalogue/read.ts';
import type { SubFamily } from '../catalogue/families.ts';
import type { FieldFailure } from '../failures.ts';
import { fieldFailuresOf } from '../field-failures.ts';
import { ListingFields } from '../listings/fields.ts';
import type { Market } from '../places/regions.ts';
import type { Locale } from '../values.ts';
import { certificatePart, certificatesOf, laidOverCertificates } from './certificate-columns.ts';
import { columnsOf, type Column } from './columns.ts';
import { readCell } from './read-cell.ts';

export interface RowRead {
  itemNumber: string | null;
  /**
   * The listing as the row says it, over what it said before. What the file has no column for stays as it was, an
   * empty cell says nothing.
   */
  onto(before: ListingFields): ListingFields;
  /** With what stood in each cell as the param `text`. */
  failures: FieldFailure[];
  /** What is wrong with the listing as failures of this row's columns. */
  ofColumns(failures: readonly FieldFailure[]): FieldFailure[];
}

/** What a file's columns are, by position; undefined for those that are left out. */
export type Layout = readonly (Column | undefined)[];

const refused = (path: string, code: string, params: FieldFailure['params'] = {}): FieldFailure => ({ path, code, params });

/** Reads a row of texts. Failures name columns by their keys; `market` decides between measures of one name. */
export function rowReader(subFamily: SubFamily, layout: Layout, market: Market): (cells: readonly string[]) => RowRead {
  const own = layout.flatMap((column, at) => (column && !column.attribute ? [{ column, at }] : []));
  const ofTrade = layout.flatMap((column, at) => (column?.attribute ? [{ key: column.key, at }] : []));
  const columns = new Set(columnsOf(subFamily).map(({ key }) => key));
  const at = new Map(layout.flatMap((column, i) => (column ? [[column.key, i] as const] : [])));
  const keys = new Set(ofTrade.map(({ key }) => key));
  // `attributes.purity.value` is the column `purity`, `attributes.permit.number` a column of its own.
  const columnOf = (path: string) => {
    const [, key = '', part] = path.split('.');
    return part !== undefined && keys.has(`${key}.${part}`) ? `${key}.${part}` : key;
  };
  return (cells) => {
    const failures: FieldFailure[] = [];
    const said: Record<string, unknown> = {};
    const ofCertificates = new Map<string, unknown>();
    for (const { column, at } of own) {
      const read = readCell(column, (cells[at] ?? '').trim(), market);
      if ('failure' in read) failures.push(refused(column.key, read.failure.code, read.failure.params));
      else if (certificatePart(column.key)) ofCertificates.set(column.key, read.value);
      else put(said, column.key, read.value);
    }
    if (ofTrade.length > 0) {
      const read = readAttributes(subFamily, Object.fromEntries(ofTrade.map(({ key, at }) => [key, cells[at] ?? ''])), market);
      said['attributes'] = read.attributes;
      failures.push(...read.failures.map((failure) => ({ ...failure, path: columnOf(failure.path) })));
    }
    const { certificates, numbers, failures: incomplete } = certificatesOf(ofCertificates, new Set(failures.map(({ path }) => path)));
    failures.push(...incomplete);
    whole(said, failures);
    const itemNumber = typeof said['itemNumber'] === 'string' ? said['itemNumber'] : null;
    if (itemNumber === null) failures.push(refused('itemNumber', 'required'));
    const withTexts = (list: readonly FieldFailure[]) => list.map((failure) => withText(failure, cells[at.get(failure.path) ?? -1] ?? ''));
    const ofColumns = (list: readonly FieldFailure[]) => withTexts(list.map((failure) => ({ ...failure, path: keyOf(failure.path, columns, numbers) })));
    return { itemNumber, ofColumns, onto: (before) => ({ ...laidOver(before, said, layout), certificates: laidOverCertificates(before.certificates, certificates) }), failures: withTexts(failures) };
  };
}

/** Of a cell's text that stands in a sentence. */
const shownAtMost = 60;

function withText(failure: FieldFailure, cell: string): FieldFailure {
  const text = cell.trim();
  if (text === '' || 'text' in failure.params) return failure;
  return { ...failure, params: { ...failure.params, text: text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text } };
}

/**
 * A listing's field as the column that says it: `attributes.purity.value`, `priceTiers.0.unitPrice`, `title`. Certificates
 * are numbered as in the row, which may begin with the second.
 */
function keyOf(path: string, columns: ReadonlySet<string>, numbers: readonly number[]): string {
  const parts = path.split('.').filter((part, i) => i > 0 || part !== 'attributes');
  if (parts[0] === 'certificates' && parts[1] !== undefined) return ['certificates', numbers[Number(parts[1])] ?? Number(parts[1]) + 1, ...parts.slice(2)].join('.');
  const known = [parts.slice(0, 2).join('.'), parts[0]!, `${parts[0]}.zh-Hans`].find((key) => columns.has(key));
  return known ?? [...columns].find((key) => key.startsWith(`${parts[0]}.`)) ?? path;
}

/** Texts in languages and attributes are replaced one by one, everything else as a whole. */
function laidOver(before: ListingFields, said: Record<string, unknown>, layout: Layout): ListingFields {
  const after: Record<string, unknown> = { ...before, ...said };
  for (const name of ['title', 'description', 'attributes'] as const) {
    const replaced = new Set(layout.flatMap((column) => (column && (name === 'attributes' ? column.attribute?.key : column.key.startsWith(`${name}.`) && column.key.slice(name.length + 1))) || []));
    const kept = Object.entries(before[name]).filter(([key]) => !replaced.has(key));
    after[name] = { ...Object.fromEntries(kept), ...(said[name] as object | undefined) };
  }
  return after as ListingFields;
}

function put(said: Record<string, unknown>, key: string, value: unknown): void {
  const [name, part] = key.split('.') as [string, string?];
  said[name] = part === undefined ? value : { ...(said[name] as Record<string, unknown> | undefined), [part]: value };
}

/** What several columns say together: texts in languages, a formula, a capacity. */
function whole(said: Record<string, unknown>, failures: FieldFailure[]): void {
  for (const name of ['title', 'description'] as const) {
    if (!(name in said)) continue;
    const texts = said[name] as Partial<Record<Locale, string | null>>;
    said[name] = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null));
    check(name, said, failures, (path) => (path === name ? `${name}.zh-Hans` : path));
  }
  for (const name of ['priceFormula', 'capacity'] as const) {
    if (!(name in said)) continue;
    const parts = said[name] as Record<string, unknown>;
    if (Object.values(parts).every((value) => value === null)) said[name] = null;
    else check(name, said, failures, (path) => path);
  }
}

function check(name: 'title' | 'description' | 'priceFormula' | 'capacity', said: Record<string, unknown>, failures: FieldFailure[], column: (path: string) => string): void {
  const answer = ListingFields.shape[name].safeParse(said[name]);
  if (answer.success) return;
  const found = fieldFailuresOf(answer.error, name).map((failure) => ({ ...failure, path: column(failure.path), code: failure.code === 'invalid_type' ? 'required' : failure.code }));
  // A cell that could not be read is missing here, and told already.
  failures.push(...found.filter(({ path }) => !failures.some((told) => told.path === path)));
}
