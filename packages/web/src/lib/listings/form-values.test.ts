import { blankListing, type ListingFields } from '@ganwan/shared/listings/fields';
import { ListingEdit } from '@ganwan/shared/listings/contract';
import { expect, test } from 'vitest';
import { valuesOf } from './form-values.ts';
import { readFigure, readListingForm } from './read-form.ts';

const foil: ListingFields = {
  ...blankListing({ kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': 'HTE 铜箔 18 µm', en: 'HTE copper foil 18 µm' } }),
  chain: 'nonferrous',
  originRegion: '360600',
  targetRegions: ['440300', '810000'],
  unitOfMeasure: 'kg',
  moq: 500,
  priceMode: 'tier',
  currency: 'CNY',
  priceTiers: [{ minQuantity: 500, unitPrice: 88 }, { minQuantity: 20000, unitPrice: 86.4 }],
  leadTimeDays: 12,
  leadTimeFrom: 'deposit',
  capacity: { amount: 600000, per: 'month' },
  supplyMonths: 0b110000000011,
  certificates: [{ kind: 'iso9001', number: '00123Q', issuer: '示例认证', issued: '2024-05-19', validUntil: '2027-05-18', fileId: null }],
  attributes: { foilType: 'hte', thickness: { value: 18, text: '18 µm', unit: 'um' }, sampleAvailable: true, envCompliance: ['rohs', 'reach'] },
};

test('a listing put into the form and read again says the same', () => {
  const { fields, failures } = readListingForm(valuesOf(foil), 'copper_foil');
  expect(failures).toEqual([]);
  const { kind: _kind, subFamily: _subFamily, ...said } = foil;
  expect(fields).toEqual(said);
  expect(ListingEdit.safeParse({ ...fields, revision: 1 }).error).toBeUndefined();
});

test('figures are read as people write them', () => {
  expect(readFigure('1,000')).toBe(1000);
  expect(readFigure('３.５万')).toBe(35000);
  expect(readFigure('1.2億')).toBe(120_000_000);
  expect(readFigure('１，５００．５')).toBe(1500.5);
  expect(readFigure('－３')).toBe(-3);
  for (const text of ['about ten', '1,5', '1,00,0', '3.5.1', '12 kg']) expect([text, readFigure(text)]).toEqual([text, undefined]);
});

test('what cannot be read names its field and is not guessed', () => {
  const values = { ...valuesOf(foil), moq: ['a few'], 'tier.unitPrice': ['88', ''], 'attributes.thickness': ['18 parrots'] };
  const paths = readListingForm(values, 'copper_foil').failures.map(({ path }) => path);
  expect(paths).toContain('moq');
  expect(paths).toContain('attributes.thickness');
});

test('empty rows between others are no rows, and no half of a row is dropped', () => {
  const values = { ...valuesOf(foil), 'tier.minQuantity': ['500', '', '2万'], 'tier.unitPrice': ['88', ' ', ''], 'certificate.kind': ['', 'haccp'], 'certificate.number': ['', ''] };
  const { fields } = readListingForm(values, 'copper_foil');
  expect(fields.priceTiers).toEqual([{ minQuantity: 500, unitPrice: 88 }, { minQuantity: 20000, unitPrice: null }]);
  expect(fields.certificates).toMatchObject([{ number: '', issuer: '示例认证' }, { kind: 'haccp', number: '' }]);
});
