import { expect, test } from 'vitest';
import { certificateKinds } from './certificates.ts';
import { convertMeasure, measures } from './measures.ts';
import { currencies, deliveryTerms, leadTimeStarts, listingKinds, priceModes, transportModes } from './terms.ts';

test('eleven Incoterms, four of them for water only', () => {
  expect(deliveryTerms.filter((t) => t.rules === 'incoterms')).toHaveLength(11);
  expect(deliveryTerms.filter((t) => t.waterOnly).map((t) => t.code)).toEqual(['FAS', 'FOB', 'CFR', 'CIF']);
});

test('every code is unique in its list and has words in three languages', () => {
  for (const list of [certificateKinds, measures, deliveryTerms, currencies, leadTimeStarts, listingKinds, priceModes, transportModes]) {
    expect(new Set(list.map((o) => o.code)).size).toBe(list.length);
    for (const o of list) expect(Object.values(o.label).every((words) => words.length > 0), o.code).toBe(true);
  }
});

test('measures convert only within their kind', () => {
  expect(convertMeasure(100, 'jin', 'kg')).toBe(50);
  expect(convertMeasure(100, 'catty_hk', 'kg')).toBe(60.48);
  expect(convertMeasure(1, 'picul_hk', 'catty_hk')).toBe(100);
  expect(convertMeasure(3, 'FEU', 'TEU')).toBe(6);
  expect(convertMeasure(3, 'container', 'TEU')).toBeUndefined();
  expect(convertMeasure(3, 'head', 'kg')).toBeUndefined();
});
