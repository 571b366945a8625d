import { expect, test } from 'vitest';
import { chains } from './chains.ts';
import { corridors, corridorsBetween } from './corridors.ts';
import { counties, countyOf, pairedWith, pairings, placeCodeOf } from './counties.ts';
import { creditCodeCheck, isCreditCode, isIdentityNumber, oneSpelling, registrationOf, tidyRegistration } from './identity.ts';
import { distanceKm, marketOf, regionLabel, regions } from './regions.ts';

test('there are 23 places, each named in three languages and on its own side', () => {
  expect(regions).toHaveLength(23);
  expect(regions.filter((r) => r.side === 'jiangxi')).toHaveLength(12);
  expect(new Set(regions.map((r) => r.label.en)).size).toBe(23);
  for (const r of regions) {
    expect(r.lon, r.code).toBeGreaterThan(112);
    expect(r.lon, r.code).toBeLessThan(119);
    expect(r.lat, r.code).toBeGreaterThan(22);
    expect(r.lat, r.code).toBeLessThan(30);
  }
});

test('place names are not converted character by character', () => {
  expect(regionLabel('360500')['zh-Hant']).toBe('新余市');
  expect(countyOf('360731')?.label['zh-Hant']).toBe('于都縣');
  expect(countyOf('360723')?.label['zh-Hant']).toBe('大余縣');
  expect(regionLabel('361000')['zh-Hans']).toBe('抚州市');
});

test('a county is known by its name in each language, and by its code', () => {
  for (const name of ['信丰县', '信丰', '信豐縣', 'xinfeng', '360722', ' 信丰县 ']) expect(placeCodeOf(name), name).toBe('360722');
  expect(placeCodeOf('赣州')).toBe('360700');
  expect(placeCodeOf('360735')).toBe('360735');
  expect(placeCodeOf('哪里也不是')).toBe('哪里也不是');
});

test('distance follows the great circle', () => {
  expect(distanceKm('360700', '440300')).toBeCloseTo(376, -1);
  expect(distanceKm('360100', '440100')).toBeCloseTo(670, -1);
  expect(distanceKm('440300', '440300')).toBe(0);
});

test('pairings join both sides and name known places', () => {
  expect(pairings).toHaveLength(12);
  expect(pairedWith('360700')).toBe('440300');
  expect(pairedWith('440304')).toBe('360732');
  expect(pairedWith('360100')).toBeUndefined();
  const known = new Set<string>([...regions.map((r) => r.code), ...counties.map((c) => c.code)]);
  for (const p of pairings) expect([known.has(p.jiangxi), known.has(p.bayArea)]).toEqual([true, true]);
});

test('the twelve chains keep the order of the plan', () => {
  expect(chains.map((c) => c.label['zh-Hans'])).toEqual([
    '电子信息', '有色金属', '装备制造', '新能源', '石化化工', '建材', '钢铁', '航空', '食品', '纺织服装', '医药', '现代家具',
  ]);
});

test('a credit code is accepted only with its check character', () => {
  expect(isCreditCode('91440300708461136T')).toBe(true);
  expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
  expect(isCreditCode('91440300708461136A')).toBe(false);
});

test('any single wrong character or swap of neighbours in a credit code is noticed', () => {
  const good = '91440300708461136T';
  for (let i = 0; i < 17; i++) {
    const wrong = good[i] === '7' ? '8' : '7';
    expect(isCreditCode(good.slice(0, i) + wrong + good.slice(i + 1)), `character ${i + 1}`).toBe(false);
    const swapped = good.slice(0, i) + good[i + 1] + good[i] + good.slice(i + 2);
    if (swapped !== good) expect(isCreditCode(swapped), `swap at ${i + 1}`).toBe(false);
  }
});

test('letters that GB 32100 leaves out are refused', () => {
  for (const letter of 'IOSVZ') expect(creditCodeCheck(`9144030070846113${letter}`)).toBeUndefined();
});

test('Hong Kong and Macao have their own numbers, and pasted ones are tidied', () => {
  expect(tidyRegistration(' 91440300 708461136t ')).toBe('91440300708461136T');
  expect(registrationOf.hongkong('12345678')).toBe(true);
  expect(registrationOf.hongkong('1234567')).toBe(false);
  expect(registrationOf.macao('12345SO')).toBe(true);
  expect(registrationOf.macao('ABC')).toBe(false);
  expect([marketOf('810000'), marketOf('820000'), marketOf('360700')]).toEqual(['hongkong', 'macao', 'mainland']);
});

test('a number is judged by its own register', () => {
  expect(isIdentityNumber('uscc', '91440300708461136T')).toBe(true);
  expect(isIdentityNumber('hk_br', '91440300708461136T')).toBe(false);
  expect(isIdentityNumber('macao_registration', '12345SO')).toBe(true);
  expect(isIdentityNumber('hk_br', tidyRegistration('12345678-000-01-24-1'))).toBe(true);
  expect(oneSpelling('hk_br', '1234567800001241')).toBe('12345678');
  expect(isIdentityNumber('hk_br', '123456780000124')).toBe(false);
});

test('a corridor goes both ways, says where its hours come from and serves its own goods', () => {
  const codes = (from: 'JX-GJ' | '360700' | '440300', to: '360700' | '440300', family: string) => corridorsBetween(from, to, family).map(({ code }) => code);
  expect(codes('360700', '440300', 'electronic')).toEqual(['ganshen_rail', 'combined_port_szx']);
  expect(codes('440300', '360700', 'basket')).toEqual(['ganshen_rail', 'combined_port_szx', 'cold_line_shenzhen']);
  expect([...codes('JX-GJ', '440300', 'basket'), ...codes('440300', '440300', 'basket')]).toEqual([]);
  for (const { code, source, on, hours } of corridors) {
    expect(source, code).not.toBe('');
    expect(on, code).toMatch(/^20\d\d-\d\d-\d\d$/);
    if (hours) expect(hours[0], code).toBeLessThanOrEqual(hours[1]);
  }
});
