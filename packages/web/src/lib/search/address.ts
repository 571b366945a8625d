import { rangeEnd } from '#lib/ui/range.ts';

/**
 * A search as it stands in the page's address. The names are those of a plain form, so that checkboxes and
 * inputs make the same address with and without JavaScript: `f.foilType=hte&f.foilType=rtf&min.thickness=9`.
 */
export interface SearchState {
  q: string;
  kind: string;
  family: string;
  subFamily: string;
  choices: Record<string, string[]>;
  ranges: Record<string, { min: string; max: string }>;
  months: number[];
  regions: string[];
  certs: string[];
  near: string;
  within: string;
  sort: string;
  cursor: string;
}

const attribute = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** Reads an address; whatever is not a search is left out, so an old or mistyped link still answers. */
export function readAddress(params: URLSearchParams): SearchState {
  const one = (name: string) => params.get(name)?.trim() ?? '';
  // By name, never as keys of an object: `f.constructor=x` would find what every object has.
  const choices = new Map<string, string[]>();
  const ranges = new Map<string, { min: string; max: string }>();
  for (const [name, value] of params) {
    const [use = '', key = ''] = name.split('.');
    if (!attribute.test(key) || value.trim() === '') continue;
    if (use === 'f') choices.set(key, [...(choices.get(key) ?? []), value]);
    if (use === 'min' || use === 'max') ranges.set(key, { min: '', max: '', ...ranges.get(key), [use]: rangeEnd(value) });
  }
  return {
    q: one('q').slice(0, 200),
    kind: one('kind') || 'supply',
    family: one('family'),
    subFamily: one('sub'),
    choices: Object.fromEntries(choices),
    ranges: Object.fromEntries(ranges),
    months: params.getAll('month').map(Number).filter((month) => Number.isInteger(month) && month >= 1 && month <= 12),
    regions: params.getAll('region').filter(Boolean),
    certs: params.getAll('cert').filter(Boolean),
    near: one('near'),
    within: one('within'),
    sort: one('sort'),
    cursor: one('cursor'),
  };
}
