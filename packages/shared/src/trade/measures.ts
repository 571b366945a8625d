import { z } from 'zod';
import { codesOf, label, type Option } from '../label.ts';

export interface Measure extends Option {
  /** Kilograms, square metres, litres, metres or TEU in one; null when it is counted and does not convert. */
  readonly size: number | null;
  readonly of: 'mass' | 'area' | 'volume' | 'length' | 'container' | 'count';
}

const measure = <const C extends string>(code: C, of: Measure['of'], size: number | null, words: string) =>
  ({ code, label: label(words), of, size }) as const;

/**
 * What quantities and prices are counted in (`unitOfMeasure` of a listing). Mainland and Hong Kong catties are
 * two measures here, so a stored quantity is never ambiguous.
 */
export const measures = [
  measure('kg', 'mass', 1, '千克|公斤|kg'),
  measure('g', 'mass', 0.001, '克|克|g'),
  measure('t', 'mass', 1000, '吨|公噸|t'),
  measure('jin', 'mass', 0.5, '斤(500克)|內地斤(500克)|jin (500 g)'),
  measure('catty_hk', 'mass', 0.6048, '司马斤|司馬斤|catty (604.8 g)'),
  measure('picul_hk', 'mass', 60.48, '担(司马)|擔|picul (60.48 kg)'),
  measure('m2', 'area', 1, '平方米|平方米|m²'),
  measure('L', 'volume', 1, '升|公升|L'),
  measure('m', 'length', 1, '米|米|m'),
  measure('piece', 'count', null, '件|件|piece'),
  measure('thousand_pieces', 'count', null, '千件|千件|thousand pieces'),
  measure('set', 'count', null, '套|套|set'),
  measure('machine', 'count', null, '台|台|machine'),
  measure('sheet', 'count', null, '张|張|sheet'),
  measure('wafer', 'count', null, '片|片|wafer'),
  measure('panel', 'count', null, '拼板|拼板|panel'),
  measure('roll', 'count', null, '卷|卷|roll'),
  measure('carton', 'count', null, '箱|箱|carton'),
  measure('bag', 'count', null, '袋|袋|bag'),
  measure('bottle', 'count', null, '瓶|樽|bottle'),
  measure('cylinder', 'count', null, '钢瓶|氣樽|cylinder'),
  measure('head', 'count', null, '头|頭|head'),
  measure('bird', 'count', null, '羽|隻|bird'),
  measure('egg', 'count', null, '枚|隻(蛋)|egg'),
  measure('fish', 'count', null, '尾|尾|fish'),
  measure('TEU', 'container', 1, '标准箱(TEU)|標準箱(TEU)|TEU'),
  measure('FEU', 'container', 2, '40英尺箱(FEU)|40呎櫃(FEU)|FEU'),
  // A natural box is any box, 20 or 40 feet: it says nothing about TEU.
  measure('container', 'count', null, '自然箱|自然箱|container (any size)'),
] as const satisfies readonly Measure[];

export type MeasureCode = (typeof measures)[number]['code'];
export const MeasureCode = z.enum(codesOf<MeasureCode>(measures));
export const measureOf = (code: MeasureCode): Measure => measures.find((m) => m.code === code)!;

/** `amount` counted in `from`, counted in `to`; undefined when the two do not convert. */
export function convertMeasure(amount: number, from: MeasureCode, to: MeasureCode): number | undefined {
  if (from === to) return amount;
  const [a, b] = [measureOf(from), measureOf(to)];
  if (a.of !== b.of || a.size === null || b.size === null) return undefined;
  return Number(((amount * a.size) / b.size).toPrecision(12));
}
