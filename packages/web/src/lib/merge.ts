import { locales } from '@ganwan/shared/values';
import { type FormValues, withoutEmptyRows } from './listings/form-values.ts';

/** What somebody else saved while this form was being filled in. */
export interface Theirs {
  revision: number;
  values: FormValues;
}

export interface Merged {
  values: FormValues;
  /** Paths of the fields that both changed, each in their own way; they stand as they were typed here. */
  both: string[];
  /** Whether anything stands here that `theirs` does not say. */
  unsaved: boolean;
}

/**
 * Two people's changes of one thing in one form: of fields that only one of them changed, that change; of fields
 * that both changed, `mine`. Rows of a list and parts of a figure are taken together.
 */
export function mergeValues({ base, mine, theirs }: { base: FormValues; mine: FormValues; theirs: FormValues }): Merged {
  const merged: Merged = { values: {}, both: [], unsaved: false };
  const [old, typed, saved] = [base, withoutEmptyRows(mine), theirs].map(byField) as [Fields, Fields, Fields];
  for (const path of new Set([...old.keys(), ...typed.keys(), ...saved.keys()])) {
    const [before, here, there] = [old, typed, saved].map((fields) => spelling(fields.get(path))) as [string, string, string];
    Object.assign(merged.values, (here === before ? saved : typed).get(path));
    if (here === before || here === there) continue;
    merged.unsaved = true;
    if (there !== before) merged.both.push(path);
  }
  return merged;
}

type Fields = Map<string, FormValues>;

const named: Record<string, string> = { tier: 'priceTiers', certificate: 'certificates', formula: 'priceFormula' };

/** Which field of the contract an input is of; each language of a text is one of its own, since one writes Chinese and another English. */
function pathOf(name: string): string {
  const [first = '', second] = name.split('.');
  if (first === 'attributes' || locales.some((locale) => locale === second)) return `${first}.${second}`;
  return named[first] ?? first;
}

function byField(values: FormValues): Fields {
  const fields: Fields = new Map();
  for (const [name, texts] of Object.entries(values)) {
    if (name === 'revision' || name === 'base') continue;
    const path = pathOf(name);
    fields.set(path, { ...fields.get(path), [name]: texts });
  }
  return fields;
}

/** Rows of a list and what is shown in its order; boxes that are ticked have none. */
const inOrder = /^(?:tier|certificate)\.|^(?:image|document)Ids$/;

/** The same for inputs that say nothing, be they there or not; a period without an amount is no capacity. */
function spelling(values: FormValues = {}): string {
  if ('capacity.per' in values && !values['capacity.amount']?.[0]?.trim()) return '[]';
  const said = Object.entries(values).filter(([, texts]) => texts.some((text) => text.trim() !== ''));
  return JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, texts]) => [name, inOrder.test(name) ? texts.map((text) => text.trim()) : texts.map((text) => text.trim()).toSorted()]));
}
