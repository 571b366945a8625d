import type { z } from 'zod';
import type { Attribute } from '../catalogue/attribute.ts';
import { readAttribute } from '../catalogue/read.ts';
import type { FieldFailure } from '../failures.ts';
import { fieldFailuresOf } from '../field-failures.ts';
import { ListingFields, type FieldName, type PriceTier } from '../listings/fields.ts';
import { regions, type Market } from '../places/regions.ts';
import { Certificate, certificateKinds } from '../trade/certificates.ts';
import { certificateCode, certificatePart } from './certificate-columns.ts';
import type { Column } from './columns.ts';

/** What a cell says, or why it says nothing that fits its column. */
export type CellRead = { value: unknown } | { failure: Pick<FieldFailure, 'code' | 'params'> };

export function readCell(column: Column, text: string, market: Market): CellRead {
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
  const read = readAttribute({ key: column.key, label: column.label, type: column.type, use: 'show', unit: '1', ...(column.options && { options: column.options }) } satisfies Attribute, spelledOut(column, text), market);
  if (!read.ok) return { failure: read.failure };
  const value = typeof read.value === 'object' && 'value' in read.value ? read.value.value : read.value;
  return checked(value);
}

/** People write 鹰潭 and Hong Kong; the registry's names are longer. */
const shortNames = new Map(regions.flatMap((r) => Object.values(r.label).map((name) => [name.replace(/(市|特别行政区|特別行政區| SAR)$/, '').toLowerCase(), r.code] as const)));
const placeCodes = (text: string): string => text.split(/[,，;；、|]/).map((part) => shortNames.get(part.trim().toLowerCase()) ?? part).join(',');

const spelledOut = (column: Column, text: string): string =>
  column.options === regions ? placeCodes(text) : column.options === certificateKinds ? certificateCode(text) : text;

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

function fieldOf(key: string): z.ZodType | undefined {
  const certificate = certificatePart(key);
  if (certificate) return Certificate.shape[certificate.part];
  return key in ListingFields.shape ? ListingFields.shape[key as FieldName] : undefined;
}
