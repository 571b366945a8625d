import type { Market } from '../places/regions.ts';
import type { Locale } from '../values.ts';
import { units, type Unit, type UnitCode } from './unit-table.ts';

export type { UnitCode } from './unit-table.ts';

/** A number in the registry's unit, with what the person wrote and the unit they meant. */
export interface Quantity {
  value: number;
  text: string;
  unit: UnitCode;
}

/** Two ends in the registry's unit, both included. */
export interface QuantityRange {
  min: number;
  max: number;
  text: string;
  unit: UnitCode;
}

/** Why a text is not a quantity: a code the web has words for, and what they need. */
export interface Unreadable {
  code: 'number_unreadable' | 'unit_unknown' | 'unit_wrong' | 'unit_ambiguous' | 'range_reversed';
  params: Record<string, string>;
}
export type Read<T> = { ok: true; value: T } | { ok: false; failure: Unreadable };

const byCode = new Map<string, Unit>(units.map((u) => [u.code, u]));
export const unitOf = (code: UnitCode): Unit => byCode.get(code)!;
export const unitSymbol = (code: UnitCode): string => unitOf(code).symbol;
/** What stands behind a number for readers of a language: `µm`, `个月`. */
export const unitWords = (code: UnitCode, locale: Locale): string => unitOf(code).words?.[locale] ?? unitSymbol(code);
export const isUnitCode = (code: string): code is UnitCode => byCode.has(code);

/** `value` counted in `from`, counted in `to`, without the dust of binary fractions; undefined between dimensions. */
export function convert(value: number, from: UnitCode, to: UnitCode): number | undefined {
  if (from === to) return value;
  const [a, b] = [unitOf(from), unitOf(to)];
  if (a.dimension !== b.dimension) return undefined;
  return Number(((value * a.factor + a.offset - b.offset) / b.factor).toPrecision(12));
}

// Not behind a digit: `2½` would become 21/2.
const lonelyFraction = /(?<!\d\s?)[½⅓⅔¼¾⅛]/g;
/** One spelling for what looks alike: full-width forms, both micro signs, minus signs, superscripts, spaces. */
export const tidy = (text: string): string =>
  text.replace(lonelyFraction, (one) => one.normalize('NFKC').replace('⁄', '/')).normalize('NFKC').replace(/[−–—]/g, (dash) => (dash === '−' ? '-' : '–')).replace(/\s+/g, ' ').trim();
const tidyUnit = (text: string): string => tidy(text).replace(/ /g, '').replace(/[⋅・•]/g, '·').replace(/∕/g, '/').replace(/^[个個x×](?=\d)/i, '');

/** Copper weight, tonnes-force and gram-force share a name with masses: the attribute's dimension decides. */
function unitsNamed(name: string, dimension: string): Unit[] {
  const spelt = (u: Unit) => [u.code, u.symbol, ...u.aliases].map(tidyUnit);
  const inside = units.filter((u) => u.dimension === dimension);
  const exact = inside.filter((u) => spelt(u).includes(name));
  if (exact.length > 0) return exact;
  const small = name.toLowerCase();
  return inside.filter((u) => spelt(u).some((s) => s.toLowerCase() === small));
}

/** A box is not a TEU: 20 and 40 feet are both "one box". */
const needsSize = new Set(['箱', '自然箱', '柜', '櫃', 'container', 'containers', 'box', 'boxes']);

function findUnit(name: string, registry: UnitCode, market: Market | undefined): Read<UnitCode> {
  if (name === '') return { ok: true, value: registry };
  const expected = unitSymbol(registry);
  const dimension = unitOf(registry).dimension;
  const found = unitsNamed(name, dimension);
  if (dimension === 'containers' && needsSize.has(name.toLowerCase())) return fail('unit_ambiguous', { unit: name, meanings: 'TEU / FEU' });
  if (found.length === 0) {
    const elsewhere = units.some((u) => unitsNamed(name, u.dimension).length > 0);
    return fail(elsewhere ? 'unit_wrong' : 'unit_unknown', { unit: name, expected });
  }
  const meant = found.filter((u) => !u.markets || (market && u.markets.includes(market)));
  const [only] = meant;
  if (!only) {
    if (found.length === 1) return { ok: true, value: found[0]!.code as UnitCode };
    return fail('unit_ambiguous', { unit: name, meanings: found.map((u) => `${u.symbol} = ${u.factor} ${unitSymbol(registry)}`).join(' / ') });
  }
  return { ok: true, value: only.code as UnitCode };
}

const fail = (code: Unreadable['code'], params: Record<string, string>): { ok: false; failure: Unreadable } => ({ ok: false, failure: { code, params } });

const multipliers: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 百万: 1e6, 千万: 1e7, 千萬: 1e7, 万亿: 1e12, 萬億: 1e12 };
const number = String.raw`\d+\/\d+|[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?|[+-]?\.\d+`;
/** How exactly a number is meant, before it. */
const hedge = String.raw`(?:≥|≤|>=|<=|>|<|±|\+\/-|~|约|約|about|approx\.?)?\s*`;
const bound = /^(?:(≥|>=)|(≤|<=)|(>)|(<)|(±|\+\/-)|(~|约|約|about|approx))/iu;
const oneNumber = new RegExp(`^${hedge}(${number})\\s*(.*)$`, 'iu');
const twoNumbers = new RegExp(`^(${number})\\s*([^\\d\\s~–至到-]*?)\\s*(?:~|–|-|至|到|\\bto\\b)\\s*(${number})\\s*(.*)$`, 'iu');

/** What a text says of its number: at least `≥`, at most `≤`, about `≈`; empty when it means just that. */
export function boundOf(text: string): string {
  const said = bound.exec(tidy(text));
  return said ? (['≥', '≤', '>', '<', '±', '≈'].find((_, i) => said[i + 1] !== undefined) ?? '') : '';
}

/** Longer than any quantity that a person writes. */
const longest = 200;

const numberOf = (text: string): number => {
  const [top, bottom] = text.split('/');
  return Number(top!.replaceAll(',', '')) / (bottom === undefined ? 1 : Number(bottom));
};

/** A unit may start with the same character as a multiplier (千克, 万亩): the unit is tried first. */
function scaleAndUnit(rest: string, registry: UnitCode, market: Market | undefined): Read<{ scale: number; unit: UnitCode }> {
  const name = tidyUnit(rest);
  const whole = findUnit(name, registry, market);
  if (whole.ok) return { ok: true, value: { scale: 1, unit: whole.value } };
  const prefix = Object.keys(multipliers).sort((a, b) => b.length - a.length).find((m) => name.startsWith(m));
  if (!prefix || whole.failure.code === 'unit_ambiguous') return whole;
  const unit = findUnit(name.slice(prefix.length), registry, market);
  return unit.ok ? { ok: true, value: { scale: multipliers[prefix]!, unit: unit.value } } : unit;
}

/** Multiplying by ten thousand must not leave 12000.000000000002. */
const times = (value: number, scale: number): number => (scale === 1 ? value : Number((value * scale).toPrecision(15)));

/**
 * Reads what a person wrote, such as `18μm`, `≥ 99.8 %`, `1 oz`, `500斤` or `1.2万亩`, into the registry's unit.
 * Without a unit the registry's own is meant. `market` decides between mainland and Hong Kong measures of one
 * name; without it they are refused as `unit_ambiguous`.
 */
export function readQuantity(text: string, registry: UnitCode, market?: Market): Read<Quantity> {
  const match = text.length > longest ? null : oneNumber.exec(tidy(text));
  const value = match ? numberOf(match[1]!) : NaN;
  if (!match || !Number.isFinite(value) || /^[,.]\d/.test(match[2]!)) return fail('number_unreadable', { text });
  const meant = scaleAndUnit(match[2]!, registry, market);
  if (!meant.ok) return meant;
  const { scale, unit } = meant.value;
  const converted = convert(times(value, scale), unit, registry)!;
  return Number.isFinite(converted) ? { ok: true, value: { value: converted, text: text.trim(), unit } } : fail('number_unreadable', { text });
}

/** Reads `2.8–3.2 V`, `-18~-15℃`, `70至85mm` or a single number (both ends alike). */
export function readRange(text: string, registry: UnitCode, market?: Market): Read<QuantityRange> {
  const match = text.length > longest ? null : twoNumbers.exec(tidy(text));
  if (!match) {
    const one = readQuantity(text, registry, market);
    return one.ok ? { ok: true, value: { min: one.value.value, max: one.value.value, text: one.value.text, unit: one.value.unit } } : one;
  }
  const [, low, lowUnit, high, highUnit] = match;
  const end = scaleAndUnit(highUnit!, registry, market);
  if (!end.ok) return end;
  const start = lowUnit ? scaleAndUnit(lowUnit, registry, market) : end;
  if (!start.ok) return start;
  const min = convert(times(numberOf(low!), start.value.scale), start.value.unit, registry)!;
  const max = convert(times(numberOf(high!), end.value.scale), end.value.unit, registry)!;
  if (!Number.isFinite(min) || !Number.isFinite(max)) return fail('number_unreadable', { text });
  if (min > max) return fail('range_reversed', { text });
  return { ok: true, value: { min, max, text: text.trim(), unit: end.value.unit } };
}
