import { subFamilies } from '@ganwan/shared/catalogue/families';
import { attributesOf } from '@ganwan/shared/catalogue/registry';
import { publishFailures } from '@ganwan/shared/listings/rules';
import { isIdentityNumber } from '@ganwan/shared/places/identity';
import { regions } from '@ganwan/shared/places/regions';
import { expect, test } from 'vitest';
import { demoTalks } from './conversations.ts';
import { demoEnterprises } from './enterprises.ts';
import { demoListings } from './listings/all.ts';
import { listingOf, ownersOf, placeIn, suppliersOwn } from './listing-of.ts';
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

test('what is offered says most of what its trade asks, what is wanted a good part', () => {
  const bare = listings.filter(({ kind, subFamily, attributes }) => {
    const asked = attributesOf(subFamily);
    return asked.filter(({ key }) => attributes[key] !== undefined).length < asked.length * (kind === 'supply' ? 0.6 : 0.3);
  });
  expect(bare.map(({ title }) => title)).toEqual([]);
});

test('a demand states what is wanted, not what only a supplier can state', () => {
  const demands = listings.filter(({ kind }) => kind === 'demand');
  expect(demands.filter(({ attributes, certificates, capacity }) => Object.keys(attributes).some((key) => suppliersOwn.has(key)) || certificates.length > 0 || capacity !== null)).toEqual([]);
  expect(demands.filter(({ priceTiers }) => priceTiers.length > 1)).toEqual([]);
  expect(demands.filter(({ attributes }) => Object.values(attributes).some((value) => value === '不限'))).toEqual([]);
});

const figure = (value: unknown): number => (typeof value === 'object' && value !== null && 'value' in value ? Number(value.value) : NaN);

test('a buyer of gases asks for a permit and shows none', () => {
  const gases = listings.filter(({ subFamily }) => subFamily === 'gas_chemical');
  expect(gases.filter(({ kind, attributes }) => (attributes['permit'] !== undefined) !== (kind === 'supply'))).toEqual([]);
  expect(gases.filter(({ kind, description }) => kind === 'demand' && !/许可证|許可證/.test(Object.values(description).join(' ')))).toEqual([]);
});

test('a laminate keeps what its slash sheet asks', () => {
  // IPC-4101E: FR-4 each; least Tg and Td in °C, most expansion along Z from 50 to 260 °C in percent.
  const sheets: Record<string, { tg: number; td: number; cteZ: number }> = { '21': { tg: 110, td: 310, cteZ: 4 }, '126': { tg: 170, td: 340, cteZ: 3 } };
  const named = listings.filter(({ attributes }) => attributes['ipcSlash'] !== undefined);
  expect(named.length).toBeGreaterThan(3);
  for (const { title, attributes } of named) {
    const sheet = sheets[String(attributes['ipcSlash'])];
    expect([title, attributes['resin'], sheet && figure(attributes['tg']) >= sheet.tg && figure(attributes['td']) >= sheet.td && figure(attributes['cteZ']) <= sheet.cteZ]).toEqual([title, 'fr4', true]);
  }
});

test('no listing states what its kind of thing does not have', () => {
  const without = (of: (listing: (typeof listings)[number]) => boolean, ...keys: string[]) => listings.filter((listing) => of(listing) && keys.some((key) => listing.attributes[key] !== undefined)).map(({ title }) => title);
  const called = (words: RegExp) => ({ title }: { title: object }) => words.test(Object.values(title).join(' '));
  expect(without(({ subFamily }) => ['agri_machine', 'cold_chain_machine'].includes(subFamily), 'precision')).toEqual([]);
  expect(without(({ subFamily }) => subFamily === 'terminal_machine', 'smtAcc', 'smtFeeders')).toEqual([]);
  expect(without(called(/etcher|asher/), 'lithoRes', 'lithoOvl')).toEqual([]);
  expect(without(called(/stepper|aligner/), 'etchRate')).toEqual([]);
  expect(without(({ subFamily }) => subFamily === 'oil' || subFamily === 'dairy' || subFamily === 'grain', 'sizeSpec', 'pieceWeight').filter((title) => !/稻|米|rice/.test(Object.values(title).join(' ')))).toEqual([]);
  expect(without(({ attributes }) => attributes['colour'] === 'uv' || attributes['colour'] === 'ir', 'iv')).toEqual([]);
  expect(without(({ attributes }) => ['bar', 'wire', 'ball'].includes(String(attributes['form'])), 'voidRate', 'visc')).toEqual([]);
  expect(listings.filter(({ attributes }) => attributes['aquaMode'] === 'iced' && attributes['packing'] === 'live')).toEqual([]);
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
