import type { Attribute, AttributeType } from '../catalogue/attribute.ts';
import { type Family, subFamilyOf, type SubFamily } from '../catalogue/families.ts';
import { partLabels } from '../catalogue/part-labels.ts';
import { importColumns } from '../catalogue/registry.ts';
import { unitWords, type UnitCode } from '../catalogue/units.ts';
import { label, type Option } from '../label.ts';
import { fieldLabels, capacityPeriods, type FieldName } from '../listings/fields.ts';
import { chains } from '../places/chains.ts';
import { regions } from '../places/regions.ts';
import { measures } from '../trade/measures.ts';
import { currencies, deliveryTerms, leadTimeStarts, priceModes, transportModes } from '../trade/terms.ts';
import { locales, type Label, type Locale } from '../values.ts';
import { certificateColumns } from './certificate-columns.ts';

/** One column of an import file. */
export interface Column {
  /** Stands in the file's row of keys, and names the column in failures: `title.en`, `thickness`, `permit.number`. */
  readonly key: string;
  readonly label: Label;
  /** How its cells are read. `tiers` is `1:9.5; 100:8.2`, a quantity and from there on the price of one. */
  readonly type: AttributeType | 'tiers';
  readonly options?: readonly Option[];
  /** Beside the heading, for numbers that have one. */
  readonly unit?: Label;
  readonly example?: string;
  /** No row without it. */
  readonly required?: true;
  /** From the registry; what a listing itself has is not. */
  readonly attribute?: Attribute;
}

type More = Partial<Pick<Column, 'options' | 'example' | 'required'>>;
const field = (name: FieldName, type: Column['type'], more: More = {}): Column => ({ key: name, label: fieldLabels[name], type, ...more });
const part = (name: FieldName, key: string, words: string, type: Column['type'], more: More = {}): Column => ({ key: `${name}.${key}`, label: joined(fieldLabels[name], label(words)), type, ...more });
const joined = (a: Label, b: Label): Label => Object.fromEntries(locales.map((l) => [l, `${a[l]} · ${b[l]}`])) as Record<Locale, string>;

const inLanguages = (name: 'title' | 'description'): Column[] => [
  part(name, 'zh-Hans', '简体中文|簡體中文|Simplified Chinese', 'text'),
  part(name, 'zh-Hant', '繁体中文|繁體中文|Traditional Chinese', 'text'),
  part(name, 'en', '英文|英文|English', 'text'),
];

/** As each trade writes them. */
const examples: Record<Family, { itemNumber: string; index: string }> = {
  electronic: { itemNumber: 'HTE-18-1290', index: 'SHFE Cu' },
  basket: { itemNumber: 'QC-TJ-70-85', index: '批发市场当日均价' },
  equipment: { itemNumber: 'CNC-850', index: 'SHFE Cu' },
};

const before = (family: Family): readonly Column[] => [
  field('itemNumber', 'text', { required: true, example: examples[family].itemNumber }),
  ...inLanguages('title'),
];

const after = (family: Family, hs: string | undefined): readonly Column[] => [
  ...inLanguages('description'),
  field('chain', 'enum', { options: chains }),
  field('hsCode', 'text', hs ? { example: hs } : {}),
  field('originRegion', 'enum', { options: regions }),
  field('targetRegions', 'multi', { options: regions }),
  field('unitOfMeasure', 'enum', { options: measures }),
  field('moq', 'num', { example: '500' }),
  field('orderStep', 'num', { example: '100' }),
  field('priceMode', 'enum', { options: priceModes }),
  field('currency', 'enum', { options: currencies }),
  field('priceTiers', 'tiers', { example: '500:82.5; 2000:80' }),
  part('priceFormula', 'index', '行情|行情|Index', 'text', { example: examples[family].index }),
  part('priceFormula', 'factor', '系数|系數|Factor', 'num', { example: '1' }),
  part('priceFormula', 'processingFee', '加工费|加工費|Processing fee', 'num', { example: '18.5' }),
  field('leadTimeDays', 'int', { example: '15' }),
  field('leadTimeFrom', 'enum', { options: leadTimeStarts }),
  field('deliveryTerm', 'enum', { options: deliveryTerms }),
  field('deliveryPlace', 'text'),
  field('transportMode', 'enum', { options: transportModes }),
  part('capacity', 'amount', '数量|數量|Amount', 'num', { example: '120000' }),
  part('capacity', 'per', '周期|週期|Period', 'enum', { options: capacityPeriods }),
  field('supplyMonths', 'months', { example: '11,12,1,2' }),
  field('validUntil', 'date', { example: '2027-12-31' }),
  ...certificateColumns,
];

const inWords = (unit: UnitCode): Label => Object.fromEntries(locales.map((l) => [l, unitWords(unit, l)])) as Record<Locale, string>;

function fromRegistry({ column, attribute, part: named }: ReturnType<typeof importColumns>[number]): Column {
  const more = { ...(attribute.options && { options: attribute.options }), ...(attribute.unit && attribute.unit !== '1' && { unit: inWords(attribute.unit) }), ...(attribute.example && { example: attribute.example }) };
  if (named === undefined) return { key: column, label: attribute.label, type: attribute.type, attribute, ...more };
  return { key: column, label: joined(attribute.label, partLabels[named] ?? label(named)), type: 'text', attribute };
}

/** The columns of a sub-family's template, in order: what it is, what its trade says of it, what every listing says. */
export function columnsOf(subFamily: SubFamily): readonly Column[] {
  const known = built.get(subFamily);
  if (known) return known;
  const { family, hs } = subFamilyOf(subFamily);
  const columns = [...before(family), ...importColumns(subFamily).map(fromRegistry), ...after(family, hs[0])];
  built.set(subFamily, columns);
  return columns;
}
const built = new Map<SubFamily, readonly Column[]>();

/** What stands above a column: `标称厚度 (μm)`, with a star when no row goes without it. */
export const heading = (column: Column, locale: Locale): string => `${column.label[locale]}${column.unit ? ` (${column.unit[locale]})` : ''}${column.required ? ' *' : ''}`;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s*＊_]/g, '');

/** Finds columns by key or by heading in any of the languages, with or without the unit. */
export function columnFinder(subFamily: SubFamily): (text: string) => Column | undefined {
  const byKey = new Map<string, Column>();
  const byName = new Map<string, Column | null>();
  for (const column of columnsOf(subFamily)) {
    byKey.set(column.key.toLowerCase(), column);
    const names = new Set(locales.flatMap((l) => [plain(column.label[l]), plain(heading(column, l))]));
    // Two columns of one name are told apart only by their keys.
    for (const name of names) byName.set(name, byName.has(name) ? null : column);
  }
  return (text) => byKey.get(text.trim().toLowerCase()) ?? byName.get(plain(text)) ?? undefined;
}
