import fc from 'fast-check';
import { expect, test } from 'vitest';
import { options } from '../label.ts';
import { everyListing } from './every-listing.ts';
import { baseOf, families, subFamilies, subFamiliesOf, type SubFamily } from './families.ts';
import { maskOf, monthsOf, readMonths } from './months.ts';
import { attributeOf, attributesOf, attributesOfFamily, commonOf, everyIndexed, facetsOf, formOrder, importColumns, sortsOf } from './registry.ts';
import { readAttribute, readAttributes } from './read.ts';
import { attributeFailures, attributeSchema } from './schema.ts';
import { showAttribute } from './show.ts';
import { unitSymbol, readQuantity, readRange } from './units.ts';

const codes = subFamilies.map((s) => s.code);

test('the three families have eight, ten and twelve sub-families', () => {
  expect(families.map((f) => subFamiliesOf(f.code).length)).toEqual([9, 10, 12]);
});

test('a sub-family has its own rows and inherits its family', () => {
  expect(subFamilies.filter((s) => s.family === 'electronic').map((s) => s.own.length)).toEqual([12, 13, 13, 12, 12, 13, 11, 13, 6]);
  expect(baseOf.electronic).toHaveLength(8);
  expect(baseOf.equipment).toHaveLength(19);
  // The basket's size is two rows here: a diameter and a weight are different quantities.
  expect(baseOf.basket).toHaveLength(19);
  expect(attributesOf('fruit').map((a) => a.key)).toEqual(expect.arrayContaining(['brix', 'variety', 'tempRange']));
});

test.each(codes)('%s: keys are unique, words complete, choices and numbers described', (code) => {
  const rows = attributesOf(code);
  expect(new Set(rows.map((a) => a.key)).size).toBe(rows.length);
  for (const a of rows) {
    expect(a.key).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(Object.values(a.label).every(Boolean), a.key).toBe(true);
    if (['num', 'int', 'range'].includes(a.type)) expect([a.unit, a.min, a.max, a.example].every((x) => x !== undefined), a.key).toBe(true);
    if (['enum', 'multi'].includes(a.type)) {
      expect(a.options?.length, a.key).toBeGreaterThan(1);
      for (const o of a.options ?? []) expect(o.code, a.key).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/);
      expect(new Set(a.options?.map((o) => o.code)).size, a.key).toBe(a.options?.length);
    }
    if (a.type === 'ref') expect(a.ref).toBeDefined();
  }
});

test.each(codes)('%s: every example is read and accepted by its own row', (code) => {
  const texts = Object.fromEntries(attributesOf(code).flatMap((a) => (a.example ? [[a.key, a.example]] : [])));
  expect(readAttributes(code, texts, 'mainland').failures).toEqual([]);
});

test('within a family a key is one thing, and over all families an index name is', () => {
  for (const f of families) {
    const rows = subFamiliesOf(f.code).flatMap((s) => attributesOf(s.code));
    for (const [key, same] of Map.groupBy(rows, (a) => a.key)) expect(new Set(same.map((a) => JSON.stringify(a))).size, key).toBe(1);
  }
  const ids = everyIndexed().map((a) => a.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(['electronic_power', 'equipment_power', 'chain']));
});

test('facets, sorts, form and import columns come from the rows', () => {
  expect(facetsOf({}).map((a) => a.id)).toEqual(['kind', 'chain', 'hsCode', 'originRegion', 'targetRegions', 'unitOfMeasure', 'moq', 'priceMode', 'currency', 'leadTimeDays', 'deliveryTerm', 'supplyMonths', 'certs']);
  expect(facetsOf({ subFamily: 'copper_foil' }).map((a) => a.id)).toContain('electronic_foilType');
  expect(facetsOf({ subFamily: 'copper_foil' }).map((a) => a.id)).not.toContain('electronic_elong180');
  expect(facetsOf({ family: 'basket' }).map((a) => a.id)).toEqual(expect.arrayContaining(['basket_brix', 'basket_ageDays']));
  expect(sortsOf('copper_foil').map((a) => a.key)).toContain('elong180');
  expect(formOrder('gas_chemical')[0]?.key).toBe('permit');
  expect(formOrder('copper_foil')).toHaveLength(attributesOf('copper_foil').length);
  expect(importColumns('gas_chemical').map((c) => c.column)).toEqual(expect.arrayContaining(['substance', 'permit.number', 'permit.validUntil']));
  expect(attributesOfFamily('equipment').filter((a) => a.key === 'smtAcc')).toHaveLength(1);
});

test('what a common field holds is not asked twice, but keeps the words of its trade', () => {
  expect(attributeOf('fruit', 'season')).toBeUndefined();
  expect(attributeOf('copper_foil', 'capacityPerMonth')).toBeUndefined();
  expect(commonOf('fruit').find((a) => a.key === 'certs')?.label.en).toBe('Food certificates');
  expect(everyListing.every((a) => a.heldBy)).toBe(true);
});

test('attributes are refused by name', () => {
  const foil = (attributes: Parameters<typeof attributeFailures>[1]) => attributeFailures('copper_foil', attributes);
  expect(foil({})).toEqual([]);
  expect(foil({ thickness: { value: 18, text: '18 µm', unit: 'um' }, foilType: 'hte' })).toEqual([]);
  expect(foil({ foilType: 'tin' })).toMatchObject([{ path: 'attributes.foilType', code: 'invalid_value' }]);
  expect(foil({ brix: true })).toEqual([{ path: 'attributes.brix', code: 'unrecognized_key', params: {} }]);
  expect(foil({ purity: { value: 120, text: '120 %', unit: '%' } })).toMatchObject([{ path: 'attributes.purity.value', code: 'too_big', params: { maximum: 100 } }]);
});

test('a value must be what its text says', () => {
  const failures = attributeFailures('copper_foil', { thickness: { value: 35, text: '18 µm', unit: 'um' } });
  expect(failures).toEqual([{ path: 'attributes.thickness', code: 'value_mismatch', params: {} }]);
  expect(attributeFailures('magnet', { br: { min: 1.1, max: 1.3, text: '1.18–1.23 T', unit: 'T' } })).toMatchObject([{ code: 'value_mismatch' }]);
  // Written in another unit, or in either market's catty, it still says the value.
  expect(attributeFailures('copper_foil', { thickness: { value: 34.3, text: '1 oz', unit: 'oz_thick' } })).toEqual([]);
  expect(attributeFailures('vegetable', { annualOutput: { value: 0.3024, text: '500斤', unit: 'catty_hk' } })).toEqual([]);
});

test('choices are read by code or by words of any language', () => {
  const colour = attributeOf('pcb', 'mask')!;
  for (const text of ['green', '绿', '綠', 'Green', ' GREEN ']) expect(readAttribute(colour, text), text).toEqual({ ok: true, value: 'green' });
  expect(readAttribute(colour, 'mauve')).toMatchObject({ ok: false, failure: { code: 'choice_unknown' } });
  expect(readAttribute(attributeOf('pcb', 'finish')!, '沉金；OSP、无铅喷锡')).toEqual({ ok: true, value: ['enig', 'osp', 'hasl_lf'] });
  expect(readAttribute(attributeOf('copper_clad', 'ul94')!, 'V-0')).toEqual({ ok: true, value: 'v0' });
  expect(readAttribute(attributeOf('solder', 'leadFree')!, '是')).toEqual({ ok: true, value: true });
});

test('a row of texts becomes attributes, and what cannot be read is named', () => {
  const read = readAttributes('fruit', { variety: '纽荷尔脐橙', brix: '≥ 11 %', annualOutput: '200万斤', grade: '顶级', 'base.name': '寻乌一号园', 'base.county': '360734', waxed: '' }, 'mainland');
  expect(read.attributes).toEqual({
    variety: '纽荷尔脐橙',
    brix: { value: 11, text: '≥ 11 %', unit: '%' },
    annualOutput: { value: 1000, text: '200万斤', unit: 'jin' },
    base: { name: '寻乌一号园', county: '360734', number: null },
  });
  expect(read.failures).toEqual([{ path: 'attributes.grade', code: 'choice_unknown', params: { text: '顶级' } }]);
});

test('what a reader sees has the registry’s unit beside the supplier’s own words', () => {
  const annual = attributeOf('fruit', 'annualOutput')!;
  const read = readQuantity('200万斤', 't', 'mainland');
  expect(read.ok && showAttribute(annual, read.value, 'zh-Hans')).toEqual({ text: '1000 t', original: '200万斤' });
  const wavelength = readRange('450–455', 'nm');
  expect(wavelength.ok && showAttribute(attributeOf('led_chip', 'wld')!, wavelength.value, 'en')).toEqual({ text: '450–455 nm', original: null });
  const bound = readQuantity('>= 1.1 N/mm', 'N/mm');
  expect(bound.ok && showAttribute(attributeOf('copper_foil', 'peel')!, bound.value, 'en').text).toBe('≥ 1.1 N/mm');
  const life = readQuantity('约 1 年', 'month');
  const shown = (locale: 'zh-Hans' | 'zh-Hant' | 'en') => life.ok && showAttribute(attributeOf('copper_foil', 'shelfLifeMonths')!, life.value, locale);
  expect(shown('zh-Hant')).toEqual({ text: '≈ 12 個月', original: '约 1 年' });
  expect(shown('en')).toMatchObject({ text: '≈ 12 months' });
  expect(showAttribute(attributeOf('pcb', 'finish')!, ['enig', 'osp'], 'zh-Hant').text).toBe('沉金、OSP');
  expect(showAttribute(attributeOf('fruit', 'base')!, { name: '一号园', county: '360734', number: null }, 'zh-Hant').text).toBe('一号园 · 尋烏縣');
});

test('months run over the turn of the year', () => {
  expect(monthsOf(readMonths('11,12,1,2')!)).toEqual([1, 2, 11, 12]);
  expect(readMonths('11月-次年2月')).toBe(readMonths('11,12,1,2'));
  expect(readMonths('全年')).toBe(4095);
  expect(readMonths('13')).toBeUndefined();
  expect(readMonths('')).toBeUndefined();
  for (let mask = 1; mask < 4096; mask++) expect(maskOf(monthsOf(mask))).toBe(mask);
});

test('labels are whole or refused', () => {
  expect(() => options({ a: '铜箔|銅箔' })).toThrow('not a label');
  expect(() => options({ a: '' })).toThrow('not a label');
});

test('schemas are built once per sub-family', () => {
  expect(attributeSchema('pcb')).toBe(attributeSchema('pcb'));
  expect(codes.every((code: SubFamily) => attributeSchema(code).safeParse({}).success)).toBe(true);
});

test.each(codes)('%s: any number within the limits is read, accepted and shown', (code) => {
  const numbers = attributesOf(code).filter((a) => a.type === 'num' || a.type === 'int');
  fc.assert(fc.property(fc.constantFrom(...numbers), fc.double({ min: 0, max: 1, noNaN: true }), (a, share) => {
    const within = Number((a.min! + share * (a.max! - a.min!)).toPrecision(6));
    const amount = a.type === 'int' ? Math.round(within) : within;
    fc.pre(amount >= a.min! && amount <= a.max!);
    const read = readAttributes(code, { [a.key]: `${amount} ${unitSymbol(a.unit!)}` }, 'mainland');
    expect(read.failures).toEqual([]);
    expect(read.attributes[a.key]).toMatchObject({ value: amount, unit: a.unit });
    expect(showAttribute(a, read.attributes[a.key]!, 'en').original).toBeNull();
  }), { numRuns: 40 });
});

test.each(codes)('%s: every choice is read by its code and by its words in each language', (code) => {
  for (const a of attributesOf(code).filter((row) => row.type === 'enum')) {
    for (const o of a.options ?? []) for (const text of [o.code, ...Object.values(o.label)]) expect(readAttribute(a, text), `${a.key} ${text}`).toEqual({ ok: true, value: o.code });
  }
});
