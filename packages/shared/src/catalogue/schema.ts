import { z } from 'zod';
import type { FieldFailure } from '../failures.ts';
import { fieldFailuresOf } from '../field-failures.ts';
import { codesOf } from '../label.ts';
import { countyOf } from '../places/counties.ts';
import { markets, RegionCode, regions } from '../places/regions.ts';
import { Proof } from '../trade/certificates.ts';
import { Day, Id } from '../values.ts';
import type { Attribute } from './attribute.ts';
import type { SubFamily } from './families.ts';
import { everyMonth } from './months.ts';
import { attributesOf } from './registry.ts';
import { isUnitCode, readQuantity, readRange, type UnitCode } from './units.ts';

const UnitOf = z.string().max(20).refine(isUnitCode, { params: { code: 'unit_unknown' } });
const Written = z.string().trim().min(1).max(60);

/** A number: in the registry's unit, as written, and the unit that was written. */
export const Quantity = z.strictObject({ value: z.number(), text: Written, unit: UnitOf });
export const QuantityRange = z.strictObject({ min: z.number(), max: z.number(), text: Written, unit: UnitOf });

/** A laboratory's report; a report older than six months no longer proves a food base. */
export const TestReport = z.strictObject({
  lab: z.string().trim().min(1).max(120),
  number: z.string().trim().max(80),
  date: Day,
  standard: z.string().trim().max(120),
  passed: z.boolean(),
  fileId: Id.nullable(),
});

const isPlace = (code: string): boolean => regions.some((r) => r.code === code) || countyOf(code) !== undefined || /^\d{6}$/.test(code);

/** Where something is grown or raised: its name, the county's GB/T 2260 code, the number of its plate or filing. */
export const ProductionBase = z.strictObject({
  name: z.string().trim().min(1).max(120),
  county: z.string().refine(isPlace, { params: { code: 'place_unknown' } }),
  number: z.string().trim().max(80).nullable(),
});

/** Any attribute's value, for routes and documentation; `attributeSchema` says which one each key takes. */
export const AttributeValue = z.union([
  Quantity, QuantityRange, Proof, TestReport, ProductionBase, z.string().max(500), z.boolean(), z.int(), z.array(z.string().max(80)).max(40),
]);
export type AttributeValue = z.output<typeof AttributeValue>;
export const Attributes = z.record(z.string().max(40), AttributeValue);
export type Attributes = z.output<typeof Attributes>;

const alike = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The text must say the value: nobody can show buyers `18 µm` and be found under 35. */
const saysQuantity = (registry: UnitCode) => (q: z.output<typeof Quantity>) =>
  markets.some((market) => {
    const read = readQuantity(q.text, registry, market);
    return read.ok && read.value.unit === q.unit && alike(read.value.value, q.value);
  });
const saysRange = (registry: UnitCode) => (q: z.output<typeof QuantityRange>) =>
  markets.some((market) => {
    const read = readRange(q.text, registry, market);
    return read.ok && read.value.unit === q.unit && alike(read.value.min, q.min) && alike(read.value.max, q.max);
  });

const mismatch = { params: { code: 'value_mismatch' } };

function valueSchema(a: Attribute): z.ZodType {
  const unit = a.unit ?? '1';
  const within = z.number().min(a.min ?? -Infinity).max(a.max ?? Infinity);
  switch (a.type) {
    case 'num': return Quantity.extend({ value: within }).refine(saysQuantity(unit), mismatch);
    case 'int': return Quantity.extend({ value: within.multipleOf(1) }).refine(saysQuantity(unit), mismatch);
    case 'range': return QuantityRange.extend({ min: within, max: within }).refine(saysRange(unit), mismatch);
    case 'enum': return z.enum(codesOf(a.options ?? []));
    case 'multi': return z.array(z.enum(codesOf(a.options ?? []))).min(1).refine((codes) => new Set(codes).size === codes.length, { params: { code: 'repeated' } });
    case 'bool': return z.boolean();
    case 'date': return Day;
    case 'months': return z.int().min(1).max(everyMonth);
    case 'text': return a.pattern ? z.string().trim().min(1).max(300).regex(a.pattern) : z.string().trim().min(1).max(300);
    case 'ref': return refSchema(a);
  }
}

function refSchema(a: Attribute): z.ZodType {
  switch (a.ref) {
    case 'report': return TestReport;
    case 'base': return ProductionBase;
    case 'region': return RegionCode;
    default: return Proof;
  }
}

const built = new Map<SubFamily, z.ZodType<Attributes>>();

/** The `attributes` of one sub-family: unknown keys are refused, every known one is optional. */
export function attributeSchema(subFamily: SubFamily): z.ZodType<Attributes> {
  const known = built.get(subFamily);
  if (known) return known;
  const shape = Object.fromEntries(attributesOf(subFamily).map((a) => [a.key, valueSchema(a).optional()]));
  const schema = z.strictObject(shape) as z.ZodType as z.ZodType<Attributes>;
  built.set(subFamily, schema);
  return schema;
}

/** Why attributes are refused, one entry per field, `attributes.thickness`; empty when they are fine. */
export function attributeFailures(subFamily: SubFamily, attributes: Attributes): FieldFailure[] {
  const answer = attributeSchema(subFamily).safeParse(attributes);
  return answer.success ? [] : fieldFailuresOf(answer.error, 'attributes');
}

