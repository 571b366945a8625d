import type { FieldFailure } from '../failures.ts';
import type { Certificate } from '../trade/certificates.ts';
import type { ListingFields, PriceTier } from './fields.ts';

/** What is known of a listing of which some was said wrongly: undefined is "said, but not so that it can be read". */
export type Known = { [Name in Exclude<keyof ListingFields, 'priceTiers' | 'certificates'>]?: ListingFields[Name] | undefined } & {
  priceTiers: readonly Partial<PriceTier>[];
  certificates: readonly Partial<Certificate>[];
};

/** Whole lists, elsewhere whole fields: how much of a listing is left out when something below it is wrong. */
const inParts = new Set(['priceTiers', 'certificates', 'attributes']);

/** A listing without what is wrong in it, so that everything else can be judged all the same; `wrong` are paths as failures name them. */
export function knownOf(said: Readonly<Record<string, unknown>>, wrong: readonly string[]): Known {
  const known: Record<string, unknown> = { ...said };
  for (const path of wrong) {
    const [name = '', ...rest] = path.split('.');
    known[name] = inParts.has(name) && rest.length > 0 ? without(known[name], name === 'attributes' ? rest.slice(0, 1) : rest) : undefined;
  }
  return { ...known, priceTiers: listOf(known['priceTiers']), certificates: listOf(known['certificates']) } as Known;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []);

function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? without(one, rest) : one));
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** Whether a fault is told already: at the same place, or as something wrong with what it calls missing. */
export const isTold = ({ path, code }: FieldFailure, told: readonly FieldFailure[]): boolean =>
  told.some((other) => other.path === path || path.startsWith(`${other.path}.`) || (code === 'required' && other.path.startsWith(`${path}.`)));
