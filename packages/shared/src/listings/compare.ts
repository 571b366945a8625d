import { attributeOf, attributesOf, formOrder, rowsOf } from '../catalogue/registry.ts';
import type { SubFamily } from '../catalogue/families.ts';
import type { Label } from '../values.ts';
import { fieldLabels, type FieldName, type ListingFields } from './fields.ts';

/** Objects with the same content have one spelling, whatever order their keys came in. */
function spelling(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner) ?? 'null';
}

const inOrder: readonly string[] = ['imageIds', 'documentIds'];
/** Codes say the same in any order; pictures and documents are shown in theirs. */
const unordered = (path: string, value: unknown): unknown => (Array.isArray(value) && !inOrder.includes(path) && value.every((one) => typeof one === 'string') ? value.toSorted() : value);

/** Lists and texts that say nothing count as null, so that "not said" is one thing. */
function saidOf(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  if (typeof value === 'object' && Object.keys(value).length === 0) return null;
  return value;
}

const names = Object.keys(fieldLabels) as FieldName[];

/** Every field of a listing, attributes one by one as `attributes.<key>`, in the order of the form. */
export function flatten(listing: ListingFields): Map<string, unknown> {
  const plain = names.filter((name) => name !== 'attributes').map((name) => [name, saidOf(listing[name])] as const);
  const order = formOrder(listing.subFamily).map((a) => a.key);
  const strange = Object.keys(listing.attributes).filter((key) => !order.includes(key));
  const attributes = [...order, ...strange].map((key) => [`attributes.${key}`, saidOf(listing.attributes[key])] as const);
  return new Map([...plain, ...attributes]);
}

/** What a path is called: the registry's words for an attribute, the trade's words for a common field. */
export function pathLabel(subFamily: SubFamily, path: string): Label | undefined {
  const [name, key] = path.split('.');
  if (name === 'attributes' && key) return attributeOf(subFamily, key)?.label;
  // A capacity says its own period: a trade's word for it, such as 日供应量, may not be the one that was given.
  const held = name === 'capacity' ? undefined : rowsOf(subFamily).find((a) => a.heldBy === name);
  return held?.label ?? fieldLabels[name as FieldName];
}

export interface FieldChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** The fields in which two states of one listing differ. */
export function diffVersions(before: ListingFields, after: ListingFields): FieldChange[] {
  const [old, now] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => spelling(unordered(change.path, change.before)) !== spelling(unordered(change.path, change.after)));
}

export interface FieldComparison {
  path: string;
  a: unknown;
  b: unknown;
  verdict: 'same' | 'overlap' | 'different' | 'only_a' | 'only_b' | 'neither';
}

/** Two listings field by field: supply beside demand, or supplies side by side. Fields of either are all there. */
export function compareListings(a: ListingFields, b: ListingFields): FieldComparison[] {
  const [left, right] = [flatten(a), flatten(b)];
  return [...new Set([...left.keys(), ...right.keys()])].map((path) => {
    const [x, y] = [left.get(path) ?? null, right.get(path) ?? null];
    return { path, a: x, b: y, verdict: verdict(unordered(path, x), unordered(path, y)) };
  });
}

interface Ends { min: number; max: number }
const endsOf = (value: unknown): Ends | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('value' in value && typeof value.value === 'number') return { min: value.value, max: value.value };
  if ('min' in value && 'max' in value && typeof value.min === 'number' && typeof value.max === 'number') return { min: value.min, max: value.max };
  return undefined;
};

function verdict(a: unknown, b: unknown): FieldComparison['verdict'] {
  if (a === null && b === null) return 'neither';
  if (a === null || b === null) return a === null ? 'only_b' : 'only_a';
  const [x, y] = [endsOf(a), endsOf(b)];
  // 18 µm and 0.018 mm are the same thing, whatever was typed.
  if (x && y) return x.min === y.min && x.max === y.max ? 'same' : x.min <= y.max && y.min <= x.max ? 'overlap' : 'different';
  if (spelling(a) === spelling(b)) return 'same';
  return Array.isArray(a) && Array.isArray(b) && a.some((item) => b.some((other) => spelling(item) === spelling(other))) ? 'overlap' : 'different';
}

export interface Completeness {
  filled: number;
  total: number;
  /** What to say next, the most useful first: what others filter by before what is only shown. */
  next: string[];
}

const always: readonly FieldName[] = ['description', 'chain', 'originRegion', 'targetRegions', 'unitOfMeasure', 'moq', 'priceMode', 'leadTimeDays', 'deliveryTerm', 'capacity', 'certificates', 'validUntil', 'imageIds'];

/** What only who has the goods can say; a buyer who leaves it open has left nothing out. */
const ofSuppliers: readonly FieldName[] = ['originRegion', 'targetRegions', 'capacity', 'certificates', 'imageIds'];

/** How much of what the other side looks for a listing says; every facet counts, of its fields and of its sub-family. */
export function completeness(listing: ListingFields): Completeness {
  const said = flatten(listing);
  const facets = attributesOf(listing.subFamily).filter((a) => a.use === 'facet').map((a) => `attributes.${a.key}`);
  const season = rowsOf(listing.subFamily).some((a) => a.heldBy === 'supplyMonths') ? ['supplyMonths'] : [];
  const common = listing.kind === 'demand' ? always.filter((name) => !ofSuppliers.includes(name)) : always;
  const wanted = [...common, ...season, ...facets];
  const open = wanted.filter((path) => said.get(path) === null);
  return { filled: wanted.length - open.length, total: wanted.length, next: open };
}

export interface Opening {
  path: string;
  /** Counterparts that speak of it. */
  count: number;
}

/** What saying one more field would open: how many counterparts speak of it while this listing does not, most first. */
export function openings(listing: ListingFields, counterparts: readonly ListingFields[]): Opening[] {
  const spoken = counterparts.map(flatten);
  return completeness(listing).next
    .map((path) => ({ path, count: spoken.filter((fields) => (fields.get(path) ?? null) !== null).length }))
    .filter((opening) => opening.count > 0)
    .toSorted((a, b) => b.count - a.count);
}
