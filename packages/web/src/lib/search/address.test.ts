import { SearchQuery } from '@ganwan/shared/search/contract';
import { expect, test } from 'vitest';
import { readAddress } from './address.ts';
import { swapped, withPart, without } from './links.ts';
import { queryOf } from './query.ts';

const address = 'q=銅箔&kind=supply&family=electronic&sub=copper_foil&f.foilType=hte&f.foilType=rtf&min.thickness=9&max.thickness=35&month=11&month=1&region=360600&near=440300&within=800&sort=distance';

test('a form\'s address asks the contract for the same', () => {
  const query = SearchQuery.parse(queryOf(readAddress(new URLSearchParams(address))));
  expect(query).toMatchObject({
    q: '銅箔',
    kind: ['supply'],
    family: 'electronic',
    subFamily: 'copper_foil',
    choices: { electronic_foilType: ['hte', 'rtf'] },
    ranges: { electronic_thickness: { min: 9, max: 35 } },
    months: (1 << 10) | 1,
    regions: ['360600'],
    near: '440300',
    withinKm: 800,
    sort: 'distance',
  });
});

test('what is not a search is left out instead of refused', () => {
  const state = readAddress(new URLSearchParams('min.thickness=thin&month=13&f.bad-key=x&max.=3&sort=distance&within=50&near=ATLANTIS&family=weapons&sub=guns&region=;'));
  expect(SearchQuery.parse(queryOf(state))).toEqual({ kind: ['supply'] });
});

test('a choice or range called as what every object has is one like any other', () => {
  const state = readAddress(new URLSearchParams('f.constructor=x&f.constructor=y&min.toString=3'));
  expect(state).toMatchObject({ choices: { constructor: ['x', 'y'] }, ranges: { toString: { min: '3', max: '' } } });
  expect(SearchQuery.parse(queryOf(state))).toEqual({ kind: ['supply'] });
  expect(Object.prototype.toString).not.toHaveProperty('min');
});

test('what another scope is filtered by is left out: a choice stays in the address when the family changes', () => {
  const asked = (parts: string) => queryOf(readAddress(new URLSearchParams(`f.foilType=hte&min.thickness=9&f.currency=CNY&${parts}`)));
  expect(asked('family=electronic')).toMatchObject({ choices: 'electronic_foilType:hte;currency:CNY', ranges: 'electronic_thickness:9..' });
  expect(asked('family=basket')).toMatchObject({ choices: 'currency:CNY' });
  expect(asked('family=basket')).not.toHaveProperty('ranges');
});

test('a range in which nothing can lie is not asked for, and the address goes on saying it', () => {
  const state = readAddress(new URLSearchParams('family=electronic&min.thickness=20&max.thickness=3&min.moq=12kg&min.leadTimeDays=７'));
  expect(state.ranges).toEqual({ thickness: { min: '20', max: '3' }, moq: { min: '12kg', max: '' }, leadTimeDays: { min: '7', max: '' } });
  expect(queryOf(state)).toMatchObject({ ranges: 'leadTimeDays:7..' });
  expect(swapped(new URLSearchParams('min.thickness=20&max.thickness=3&cursor=x'), 'thickness')).toBe('/search?min.thickness=3&max.thickness=20');
});

test('a chip takes one choice away and goes back to the first page', () => {
  const params = new URLSearchParams('q=x&f.foilType=hte&f.foilType=rtf&cursor=abc');
  expect(without(params, ['f.foilType', 'hte'])).toBe('/search?q=x&f.foilType=rtf');
  expect(without(new URLSearchParams('q=x'), 'q')).toBe('/search');
  expect(withPart(params, 'family', 'basket', 'f.foilType')).toBe('/search?q=x&family=basket');
});
