import type { z } from 'zod';
import type { Attribute } from '../catalogue/attribute.ts';
import { readAttribute, readAttributes } from '../catalogue/read.ts';
import type { SubFamily } from '../catalogue/families.ts';
import type { FieldFailure } from '../failures.ts';
import { fieldFailuresOf } from '../field-failures.ts';
import { ListingFields, type FieldName, type PriceTier } from '../listings/fields.ts';
import { regions, type Market } from '../places/regions.ts';
import type { Locale } from '../values.ts';
import type { Column } from './columns.ts';

export interface RowRead {
  itemNumber: string | null;
  /**
   * The listing as the row says it, over what it said before. What the file has no column for stays as it was, an
   * empty cell says nothing.
   */
  onto(before: ListingFields): ListingFields;
  failures: FieldFailure[];
}

/** What a file's columns are, by position; undefined for those that are left out. */
export type Layout = readonly (Column | undefined)[];

const refused = (path: string, code: string, params: FieldFailure['params'] = {}): FieldFailure => ({ path, code, params });

/** Reads a row of texts. Failures name columns by their keys; `market` decides between measures of one name. */
export function rowReader(subFamily: SubFamily, layout: Layout, market: Market): (cells: readonly string[]) => RowRead {
  const own = layout.flatMap((column, at) => (column && !column.attribute ? [{ column, at }] : []));
  const ofTrade = layout.flatMap((column, at) => (column?.attribute ? [{ key: column.key, at }] : []));
  const keys = new Set(ofTrade.map(({ key }) => key));
  // `attributes.purity.value` is the column `purity`, `attributes.permit.number` a column of its own.
  const columnOf = (path: string) => {
    const [, key = '', part] = path.split('.');
    return part !== undefined && keys.has(`${key}.${part}`) ? `${key}.${part}` : key;
  };
  return (cells) => {
    const failures: FieldFailure[] = [];
    const said: Record<string, unknown> = {};
    for (const { column, at } of own) {
      const read = readCell(column, (cells[at] ?? '').trim(), market);
      if ('failure' in read) failures.push(refused(column.key, read.failure.code, read.failure.params));
      else put(said, column.key, read.value);
    }
    if (ofTrade.length > 0) {
      const read = readAttributes(subFamily, Object.fromEntries(ofTrade.map(({ key, at }) => [key, cells[at] ?? ''])), market);
      said['attributes'] = read.attributes;
      failures.push(...read.failures.map((failure) => ({ ...failure, path: columnOf(failure.path) })));
    }
    whole(said, failures);
    const itemNumber = typeof said['itemNumber'] === 'string' ? said['itemNumber'] : null;
    if (itemNumber === null) failures.push(refused('itemNumber', 'required'));
    return { itemNumber, onto: (before) => laidOver(before, said, layout), failures };
  };
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

type CellRead = { value: unknown } | { failure: Pick<FieldFailure, 'code' | 'params'> };

function readCell(column: Column, text: string, market: Market): CellRead {
  if (text === '') return { value: column.type === 'multi' || column.type === 'tiers' ? [] : null };
  const checked = (value: unknown): CellRead => {
    const schema = fieldOf(column.key);
    const answer = schema?.safeParse(value);
    if (!answer || answer.success) return { value };
    const [first] = fieldFailuresOf(answer.error);
    return { failure: { code: first?.code ?? 'invalid_value', params: first?.params ?? {} } };
  };
  if (column.type === 'tiers') return readTiers(text, checked);
  if (column.type === 'date') return /^\d{4}-\d{2}-\d{2}/.test(day(text)) ? checked(day(text).slice(0, 10)) : { failure: { code: 'date_unreadable', params: { text } } };
  if (column.type === 'text') return checked(text);
  const read = readAttribute({ key: column.key, label: column.label, type: column.type, use: 'show', unit: '1', ...(column.options && { options: column.options }) } satisfies Attribute, column.options === regions ? placeCodes(text) : text, market);
  if (!read.ok) return { failure: read.failure };
  const value = typeof read.value === 'object' && 'value' in read.value ? read.value.value : read.value;
  return checked(value);
}

/** People write 鹰潭 and Hong Kong; the registry's names are longer. */
const shortNames = new Map(regions.flatMap((r) => Object.values(r.label).map((name) => [name.replace(/(市|特别行政区|特別行政區| SAR)$/, '').toLowerCase(), r.code] as const)));
const placeCodes = (text: string): string => text.split(/[,，;；、|]/).map((part) => shortNames.get(part.trim().toLowerCase()) ?? part).join(',');

/** `2026/1/5`, `2026年1月5日` and `2026.1.5` as `2026-01-05`. */
function day(text: string): string {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text.normalize('NFKC'));
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : text;
}

/** `82.5` alone is the price from one on. */
function readTiers(text: string, checked: (value: unknown) => CellRead): CellRead {
  const tiers: PriceTier[] = [];
  for (const part of text.normalize('NFKC').split(/[;\n]/).map((p) => p.trim()).filter(Boolean)) {
    const match = /^(?:(\d+(?:\.\d+)?)\s*[:=]\s*)?(\d+(?:\.\d+)?)$/.exec(part);
    if (!match) return { failure: { code: 'tiers_unreadable', params: { text: part } } };
    tiers.push({ minQuantity: Number(match[1] ?? 1), unitPrice: Number(match[2]) });
  }
  return checked(tiers);
}

const fieldOf = (key: string): z.ZodType | undefined => (key in ListingFields.shape ? ListingFields.shape[key as FieldName] : undefined);

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
  if (!answer.success) failures.push(...fieldFailuresOf(answer.error, name).map((failure) => ({ ...failure, path: column(failure.path), code: failure.code === 'invalid_type' ? 'required' : failure.code })));
}
