import { subFamilies } from '@ganwan/shared/catalogue/families';
import { attributesOf } from '@ganwan/shared/catalogue/registry';
import { publishFailures } from '@ganwan/shared/listings/rules';
import { isIdentityNumber } from '@ganwan/shared/places/identity';
import { regions } from '@ganwan/shared/places/regions';
import { expect, test } from 'vitest';
import { demoTalks } from './conversations.ts';
import { demoEnterprises } from './enterprises.ts';
import { demoListings } from './listings/all.ts';
import { listingOf, ownersOf, placeIn } from './listing-of.ts';
import { demoLogins } from './people.ts';

const today = '2026-11-22';
const owners = ownersOf(demoListings, demoEnterprises);
const listings = demoListings.map((demo, at) => listingOf(demo, owners[at]!, at, today));

test('the demo is as large as a real week needs, over every place and sub-family, in both directions', () => {
  expect(demoEnterprises.length).toBeGreaterThanOrEqual(60);
  expect(listings.length).toBeGreaterThanOrEqual(400);
  expect(demoTalks.length).toBeGreaterThanOrEqual(30);
  expect(demoTalks.some(({ unread }) => unread > 0)).toBe(true);
  expect(new Set(demoEnterprises.map(({ region }) => region))).toEqual(new Set(regions.map(({ code }) => code)));
  for (const kind of ['supply', 'demand'] as const) {
    const there = new Set(listings.filter((listing) => listing.kind === kind).map(({ subFamily }) => subFamily));
    expect(subFamilies.map(({ code }) => code).filter((code) => !there.has(code))).toEqual([]);
  }
  for (const side of ['jiangxi', 'bay_area']) expect(owners.filter(({ region }) => regions.find(({ code }) => code === region)!.side === side).length).toBeGreaterThan(100);
});

test('every listing can be published', () => {
  expect(listings.flatMap((listing) => publishFailures(listing, today).map((failure) => ({ title: listing.title, failure })))).toEqual([]);
});

test('listings say nearly everything their trade asks', () => {
  const bare = listings.filter(({ subFamily, attributes }) => {
    const asked = attributesOf(subFamily);
    return asked.filter(({ key }) => attributes[key] !== undefined).length < asked.length * 0.75;
  });
  expect(bare.map(({ title }) => title)).toEqual([]);
});

test('foil weighs what its thickness weighs', () => {
  const heavy = listings.filter(({ subFamily }) => subFamily === 'copper_foil').map(({ attributes }) => {
    const [thickness, weight] = [attributes['thickness'], attributes['arealWeight']].map((value) => (typeof value === 'object' && 'value' in value ? value.value : NaN));
    return weight! / thickness!;
  });
  expect(heavy.every((ratio) => ratio > 8 && ratio < 9.5)).toBe(true);
});

test('goods with the name of a place come from there', () => {
  const named = demoListings.flatMap(({ kind, title }, at) => (kind === 'supply' && placeIn(title) !== undefined ? [{ title, from: placeIn(title), owner: owners[at]!.region }] : []));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ from, owner }) => from !== owner)).toEqual([]);
});

test('every enterprise says it is an example, in every language, and its number has a true check digit', () => {
  for (const { names, registration } of demoEnterprises) {
    expect(Object.values(names).every((name) => /（示例）$|\(example\)$/.test(name))).toBe(true);
    const kind = { mainland: 'uscc', hongkong: 'hk_br', macao: 'macao_registration' } as const;
    expect(isIdentityNumber(kind[registration.market], registration.number)).toBe(true);
  }
  expect(new Set(demoEnterprises.map(({ registration }) => registration.number)).size).toBe(demoEnterprises.length);
  expect(demoLogins.every(({ enterprise }) => enterprise === null || demoEnterprises.some(({ names }) => names.en === enterprise))).toBe(true);
});
