import { expect, test } from 'vitest';
import type { FormValues } from './listings/form-values.ts';
import { mergeValues } from './merge.ts';

const base: FormValues = {
  'title.zh-Hans': ['铜箔'], moq: ['500'], leadTimeDays: ['12'], 'tier.minQuantity': ['500', '2000'], 'tier.unitPrice': ['88', '86'],
  supplyMonths: ['1', '2'], 'attributes.thickness': ['18 µm'],
};

test('changes of different fields come together', () => {
  const mine = { ...base, revision: ['3'], moq: ['600'], orderStep: [''], 'capacity.amount': [''], 'capacity.per': ['month'], supplyMonths: ['1'] };
  const theirs = { ...base, leadTimeDays: ['15'], 'attributes.thickness': ['35 µm'], 'title.en': ['Copper foil'], hsCode: ['741011'] };
  const { values, both } = mergeValues({ base, mine, theirs });
  expect(both).toEqual([]);
  expect(values).toMatchObject({ moq: ['600'], leadTimeDays: ['15'], supplyMonths: ['1'], 'attributes.thickness': ['35 µm'], 'title.en': ['Copper foil'], hsCode: ['741011'] });
  expect(values).not.toHaveProperty('revision');
});

test('what both changed stands as typed here and is named', () => {
  const mine = { ...base, moq: ['600'], 'attributes.thickness': ['9 µm'], leadTimeDays: ['15'] };
  const theirs = { ...base, moq: ['700'], 'attributes.thickness': ['35 µm'], leadTimeDays: ['15'] };
  const { values, both } = mergeValues({ base, mine, theirs });
  expect(both).toEqual(['moq', 'attributes.thickness']);
  expect(values).toMatchObject({ moq: ['600'], 'attributes.thickness': ['9 µm'], leadTimeDays: ['15'] });
});

test('rows are taken together, never half from one and half from the other', () => {
  const mine = { ...base, 'tier.minQuantity': ['500'], 'tier.unitPrice': ['88'] };
  const theirs = { ...base, 'tier.unitPrice': ['90', '86'] };
  const { values, both } = mergeValues({ base, mine, theirs });
  expect(both).toEqual(['priceTiers']);
  expect(values).toMatchObject({ 'tier.minQuantity': ['500'], 'tier.unitPrice': ['88'] });
});

test('what one of them took away stays away', () => {
  const { leadTimeDays: _, ...shorter } = base;
  expect(mergeValues({ base, mine: base, theirs: shorter }).values).not.toHaveProperty('leadTimeDays');
  expect(mergeValues({ base, mine: { ...base, leadTimeDays: [''] }, theirs: base })).toMatchObject({ values: { leadTimeDays: [''] }, unsaved: true });
});

test('what is saved already is not unsaved', () => {
  const theirs = { ...base, moq: ['600'] };
  expect(mergeValues({ base, mine: theirs, theirs })).toEqual({ values: theirs, both: [], unsaved: false });
  expect(mergeValues({ base, mine: base, theirs })).toMatchObject({ values: theirs, unsaved: false });
});

test('each language of a text is a field of its own', () => {
  const theirs = { ...base, 'title.en': ['Copper foil'] };
  expect(mergeValues({ base, mine: { ...base, 'title.zh-Hans': ['电解铜箔'] }, theirs })).toMatchObject({ values: { 'title.zh-Hans': ['电解铜箔'], 'title.en': ['Copper foil'] }, both: [] });
});

test('boxes ticked in another order are no change', () => {
  const saved = { ...base, targetRegions: ['440300', '440100'] };
  expect(mergeValues({ base: saved, mine: { ...saved, targetRegions: ['440100', '440300'] }, theirs: saved })).toMatchObject({ both: [], unsaved: false });
});
