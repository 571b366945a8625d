import type { Attribute, Use } from './attribute.ts';
import { everyListing } from './every-listing.ts';
import { baseOf, families, familyOf, subFamiliesOf, subFamilyOf, type Family, type SubFamily } from './families.ts';

/** Everything a sub-family says beyond the common fields, its own first, then what it inherits. */
export const rowsOf = (subFamily: SubFamily): readonly Attribute[] => [...subFamilyOf(subFamily).own, ...baseOf[familyOf(subFamily)]];

/** The rows that are stored in a listing's `attributes`; rows held by a common field are not among them. */
export const attributesOf = (subFamily: SubFamily): readonly Attribute[] => rowsOf(subFamily).filter((a) => !a.heldBy);

export const attributeOf = (subFamily: SubFamily, key: string): Attribute | undefined => attributesOf(subFamily).find((a) => a.key === key);

/** The common rows in the words of the trade: for food, `supplyMonths` and `certs` carry the trade's own names. */
export const commonOf = (subFamily: SubFamily): readonly Attribute[] =>
  everyListing.map((row) => ({ ...row, label: rowsOf(subFamily).find((a) => a.heldBy === row.heldBy)?.label ?? row.label }));

/** An attribute with the name that search stores it under: a key may mean different things in two families. */
export interface Indexed extends Attribute {
  readonly id: string;
  readonly family: Family | 'common';
}

const indexed = (family: Family | 'common') => (a: Attribute): Indexed => ({ ...a, family, id: indexId(family, a.key) });
export const indexId = (family: Family | 'common', key: string): string => (family === 'common' ? key : `${family}_${key}`);

/** Attributes of a whole family, each key once. A key shared by sub-families of one family is the same row. */
export function attributesOfFamily(family: Family): readonly Indexed[] {
  const all = [...subFamiliesOf(family).flatMap((s) => s.own), ...baseOf[family]].filter((a) => !a.heldBy);
  return [...new Map(all.map((a) => [a.key, a])).values()].map(indexed(family));
}

const used = (...uses: Use[]) => (a: Attribute) => uses.includes(a.use);

/** What results of a sub-family, of a family or of everything may be narrowed by. */
export function facetsOf(scope: { subFamily?: SubFamily | undefined; family?: Family | undefined }): readonly Indexed[] {
  const shared = everyListing.map(indexed('common')).filter(used('facet'));
  if (scope.subFamily) return [...shared, ...attributesOf(scope.subFamily).filter(used('facet')).map(indexed(familyOf(scope.subFamily)))];
  if (scope.family) return [...shared, ...attributesOfFamily(scope.family).filter(used('facet'))];
  return shared;
}

/** What results can be ordered by: numbers that are facets too, and whatever is only sorted by. */
export const sortsOf = (subFamily: SubFamily): readonly Indexed[] =>
  attributesOf(subFamily).filter((a) => a.use !== 'show' && ['num', 'int', 'range', 'date'].includes(a.type)).map(indexed(familyOf(subFamily)));

/** Every attribute that an index must know, over all families. */
export const everyIndexed = (): readonly Indexed[] => [
  ...everyListing.map(indexed('common')),
  ...families.flatMap((f) => attributesOfFamily(f.code)),
].filter((a) => a.use !== 'show');

/** One section of the publishing form: what is required first, then what narrows results down, then the rest. */
export function formOrder(subFamily: SubFamily): readonly Attribute[] {
  const rank = (a: Attribute) => (a.required ? 0 : a.use === 'facet' ? 1 : a.use === 'sort' ? 2 : 3);
  const own = subFamilyOf(subFamily).own;
  const inherited = baseOf[familyOf(subFamily)];
  return [...own, ...inherited].filter((a) => !a.heldBy).toSorted((a, b) => rank(a) - rank(b));
}

export interface ImportColumn {
  /** Heading in the file: the key, with the part of a `ref` after a dot. */
  readonly column: string;
  readonly attribute: Attribute;
  readonly part?: string;
}

const refParts = { proof: ['number', 'issuer', 'issued', 'validUntil'], report: ['lab', 'number', 'date', 'standard', 'passed'], base: ['name', 'county', 'number'], region: [] } as const;

/** The columns of a sub-family's import template that come from its attributes, in the order of the form. */
export const importColumns = (subFamily: SubFamily): readonly ImportColumn[] =>
  formOrder(subFamily).flatMap((attribute): ImportColumn[] => {
    const parts = attribute.ref ? refParts[attribute.ref] : [];
    return parts.length > 0 ? parts.map((part) => ({ column: `${attribute.key}.${part}`, attribute, part })) : [{ column: attribute.key, attribute }];
  });
