import { label, options, type Option } from '../label.ts';
import type { Label } from '../values.ts';
import type { UnitCode } from './unit-table.ts';

export type AttributeType = 'num' | 'int' | 'range' | 'enum' | 'multi' | 'bool' | 'text' | 'date' | 'months' | 'ref';

/** What readers do with it: narrow results down by it, order results by it, or only see it. */
export type Use = 'facet' | 'sort' | 'show';

/** The shape of a `ref`: a numbered paper, a test report, a place of production, a place. */
export type RefKind = 'proof' | 'report' | 'base' | 'region';

/** Fields that every listing has; an attribute may be one of them under its trade's own name. */
export type CommonField =
  | 'kind' | 'subFamily' | 'title' | 'chain' | 'hsCode' | 'originRegion' | 'targetRegions' | 'unitOfMeasure' | 'moq' | 'priceMode' | 'currency'
  | 'leadTimeDays' | 'deliveryTerm' | 'certificates' | 'validUntil' | 'capacity' | 'supplyMonths';

interface More {
  /** Smallest and largest sensible value, in the registry's unit. */
  readonly min?: number;
  readonly max?: number;
  /** What a text must look like. */
  readonly pattern?: RegExp;
  /** Language-neutral, for hints and import templates. */
  readonly example?: string;
  /** A listing cannot be published without it. */
  readonly required?: true;
  /** Stored in this common field, not among the attributes: the same fact is never asked twice. */
  readonly heldBy?: CommonField;
}

export interface Attribute extends More {
  /** Unique within a family, as in the trade's own sheets. */
  readonly key: string;
  readonly label: Label;
  readonly type: AttributeType;
  readonly use: Use;
  /** What a number is stored in; `1` for pure numbers. */
  readonly unit?: UnitCode;
  readonly options?: readonly Option[];
  readonly ref?: RefKind;
}

type Row = (use: Use, key: string, words: string, more?: More) => Attribute;
type NumberRow = (use: Use, key: string, words: string, unit: UnitCode, more?: More) => Attribute;
type ChoiceRow = (use: Use, key: string, words: string, choices: Record<string, string> | readonly Option[], more?: More) => Attribute;

const measured = (type: 'num' | 'int' | 'range'): NumberRow => (use, key, words, unit, more) => ({ key, label: label(words), type, use, unit, ...more });
const plain = (type: 'bool' | 'text' | 'date' | 'months'): Row => (use, key, words, more) => ({ key, label: label(words), type, use, ...more });
const isList = (choices: Record<string, string> | readonly Option[]): choices is readonly Option[] => Array.isArray(choices);
const chosen = (type: 'enum' | 'multi'): ChoiceRow => (use, key, words, choices, more) => ({
  key, label: label(words), type, use, options: isList(choices) ? choices : options(choices), ...more,
});

/** One row each: how it is used, key, words in three languages, then unit, choices or kind, then limits. */
export const num = measured('num');
export const int = measured('int');
export const range = measured('range');
export const one = chosen('enum');
export const many = chosen('multi');
export const bool = plain('bool');
export const text = plain('text');
export const date = plain('date');
export const months = plain('months');
export const ref = (use: Use, key: string, words: string, kind: RefKind, more?: More): Attribute => ({ key, label: label(words), type: 'ref', use, ref: kind, ...more });

/** Codes that are written the same in every language, `same('N35', 'N38')`. */
export const same = (...codes: string[]): readonly Option[] => codes.map((code) => ({ code, label: label(code) }));
