import { families, subFamiliesOf } from '@ganwan/shared/catalogue/families';
import { facetsOf, type Indexed } from '@ganwan/shared/catalogue/registry';
import { unitWords } from '@ganwan/shared/catalogue/units';
import type { SearchAnswer, Spread } from '@ganwan/shared/search/contract';
import { measures } from '@ganwan/shared/trade/measures';
import type { Locale } from '@ganwan/shared/values';
import { m } from '#lib/paraglide/messages.js';
import { type RangeFault, rangeFault } from '#lib/ui/range.ts';
import type { SearchState } from './address.ts';
import { type Scope, scopeOf } from './scope.ts';

export interface ChoiceFacet {
  type: 'choices';
  /** The name in the form and the address. */
  name: string;
  label: string;
  options: { value: string; label: string; count: number; chosen: boolean }[];
}

export interface RangeFacet {
  type: 'range';
  key: string;
  label: string;
  unit: string;
  min: string;
  max: string;
  fault: RangeFault | null;
  /** Smallest and largest among the results; null when none of them says it. */
  low: number | null;
  high: number | null;
  /** How the results spread between, whatever is said here. */
  steps: Spread['steps'];
}

export type FacetView = ChoiceFacet | RangeFacet;

/** These stand in the address under their own names, or elsewhere on the page. */
const apart: Readonly<Record<string, string>> = { originRegion: 'region', certs: 'cert' };
const elsewhere = new Set(['kind', 'supplyMonths']);

/** What the results can be narrowed by, with words and counts; what nothing would change is left out. */
export function facetViews(state: SearchState, answer: SearchAnswer, locale: Locale): FacetView[] {
  return facetsOf(scopeOf(state))
    .filter(({ key }) => !elsewhere.has(key) && (key !== 'moq' || state.ranges['moq'] !== undefined || countedIn(state, answer) !== null))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((attribute) => (isFigure(attribute) ? rangeFacet(attribute, state, answer, locale) : choiceFacet(attribute, state, answer, locale)));
}

/** The one unit that the results are counted in; null when there are several: 5 tonnes are not less than 10 pieces. */
export function countedIn(state: SearchState, answer: SearchAnswer): string | null {
  const chosen = state.choices['unitOfMeasure'] ?? [];
  const units = chosen.length > 0 ? chosen : Object.keys(answer.facets['unitOfMeasure'] ?? {});
  return units.length === 1 ? units[0]! : null;
}

/** The place first, then what the trade itself asks by, then what every listing says, customs codes last. */
const rank = ({ key, family }: Indexed): number => (key === 'originRegion' ? 0 : key === 'hsCode' ? 3 : family === 'common' ? 2 : 1);

const isFigure = ({ type }: Indexed): boolean => type === 'num' || type === 'int' || type === 'range';

function rangeFacet(attribute: Indexed, state: SearchState, answer: SearchAnswer, locale: Locale): FacetView[] {
  const spread = answer.numbers[attribute.id];
  const said = state.ranges[attribute.key];
  if (!said && (!spread || spread.min === spread.max)) return [];
  return [
    {
      type: 'range',
      key: attribute.key,
      label: attribute.label[locale],
      unit: attribute.key === 'moq' ? (measures.find(({ code }) => code === countedIn(state, answer))?.label[locale] ?? '') : attribute.unit && attribute.unit !== '1' ? unitWords(attribute.unit, locale) : '',
      min: said?.min ?? '',
      max: said?.max ?? '',
      fault: said ? rangeFault(said) : null,
      low: spread?.min ?? null,
      high: spread?.max ?? null,
      steps: spread?.steps ?? [],
    },
  ];
}

function choiceFacet(attribute: Indexed, state: SearchState, answer: SearchAnswer, locale: Locale): FacetView[] {
  const counts = answer.facets[attribute.id] ?? {};
  const chosen = attribute.key === 'originRegion' ? state.regions : attribute.key === 'certs' ? state.certs : (state.choices[attribute.key] ?? []);
  const values = [...new Set([...Object.keys(counts), ...chosen])];
  const words = (value: string) => attribute.options?.find(({ code }) => code === value)?.label[locale] ?? (attribute.type === 'bool' ? { true: m.yes({}, { locale }), false: m.no({}, { locale }) }[value] : undefined) ?? value;
  const options = values
    .map((value) => ({ value, label: words(value), count: counts[value] ?? 0, chosen: chosen.includes(value) }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count);
  if (options.length === 0) return [];
  return [{ type: 'choices', name: apart[attribute.key] ?? `f.${attribute.key}`, label: attribute.label[locale], options }];
}

export interface Branch {
  value: string;
  label: string;
  count: number | null;
}

/** The three families, and the categories of the chosen one. */
export function familyBranches(answer: SearchAnswer, locale: Locale): Branch[] {
  return families.map(({ code, label }) => ({ value: code, label: label[locale], count: counted(answer, 'family', code) }));
}

export function subFamilyBranches({ family }: Scope, answer: SearchAnswer, locale: Locale): Branch[] {
  if (!family) return [];
  return subFamiliesOf(family)
    .map(({ code, label }) => ({ value: code, label: label[locale], count: counted(answer, 'subFamily', code) }))
    .filter(({ count }) => count !== 0);
}

const counted = (answer: SearchAnswer, facet: string, value: string): number | null => (answer.facets[facet] ? (answer.facets[facet][value] ?? 0) : null);
