import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flatten, pathLabel } from '../listings/compare.ts';
import { blankListing } from '../listings/fields.ts';
import { readAttributes } from './read.ts';
import { attributeOf, everyIndexed, facetsOf, formOrder, importColumns } from './registry.ts';
import { attributeFailures } from './schema.ts';

const page = readFileSync(new URL('../../../../docs/how-to/add-an-attribute.md', import.meta.url), 'utf8');
const line = /```ts\n(.*)\n```/.exec(page)![1]!;
const told = (knower: string) => new RegExp(`\\| ${knower}[^|]*\\|[^|]*?\`([^\`]+)\``).exec(page)![1]!;

test('the line that the page shows is a line of the registry', () => {
  expect(readFileSync(new URL('./electronic-boards.ts', import.meta.url), 'utf8')).toContain(line);
});

test('everything the page promises follows from that line', () => {
  const key = told('the publishing form');
  expect(attributeOf('copper_foil', key)).toMatchObject({ type: 'num', use: 'facet', unit: 'um', label: { en: 'Roughness Rz' } });
  expect(formOrder('copper_foil').map((a) => a.key)).toContain(key);
  expect(attributeFailures('copper_foil', { [key]: true })[0]?.path).toBe(told('validation'));
  expect(importColumns('copper_foil').map((c) => c.column)).toContain(told('the import template'));
  expect(facetsOf({ subFamily: 'copper_foil' }).map((a) => a.id)).toContain(told('facets'));
  expect(everyIndexed().map((a) => a.id)).toContain(told('facets'));
  const path = told('listing page');
  expect([...flatten(blankListing({ kind: 'supply', subFamily: 'copper_foil', title: {} })).keys()]).toContain(path);
  expect(pathLabel('copper_foil', path)?.en).toBe('Roughness Rz');
  expect(readAttributes('copper_foil', { [key]: '≤ 5.5 µm' }).attributes[key]).toEqual({ value: 5.5, text: '≤ 5.5 µm', unit: 'um' });
});
