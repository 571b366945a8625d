import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Which features a feature may call, through its service, or its table to read. Read it as the map of the product. */
const mayUse: Record<string, string[]> = {
  health: [],
  files: ['enterprises', 'people'],
  imports: ['enterprises', 'listings', 'people'],
  people: ['enterprises', 'audit'],
  enterprises: ['people', 'audit'],
  listings: ['enterprises', 'files', 'notices', 'people'],
  notices: ['enterprises', 'people'],
  audit: ['people'],
  search: [],
  conversations: ['enterprises', 'files', 'listings', 'people'],
  overview: ['conversations', 'enterprises', 'listings'],
};

const packages = resolve(import.meta.dirname, '../..');
const sources = (folder: string) =>
  readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'));
const importsOf = (folder: string, file: string) =>
  [...readFileSync(join(packages, folder, file), 'utf8').matchAll(/(?<!')\b(?:from|import) ?\(?'([^']+)'/g)].map((match) => match[1]!);

const api = sources('api/src').flatMap((file) =>
  importsOf('api/src', file).map((spec) => ({ file, spec, target: spec.startsWith('#') ? `${spec.slice(1)}.ts` : spec.startsWith('.') ? relative('/', resolve('/', dirname(file), spec)) : spec })));
const featureOf = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1];
const isTest = (file: string) => /\.(test|factory)\.ts$/.test(file);

test('every feature is on the map', () => {
  expect([...new Set(sources('api/src').map(featureOf).filter((name) => name !== undefined))].sort()).toEqual(Object.keys(mayUse).sort());
});

test('platform knows no feature', () => {
  expect(api.filter(({ file, target }) => file.startsWith('platform/') && !isTest(file) && featureOf(target))).toEqual([]);
});

test('features use only the features they are allowed to, through service.ts, or table.ts to read', () => {
  const strays = api.filter(({ file, target }) => {
    const [from, to] = [featureOf(file), featureOf(target)];
    if (!from || !to || from === to || isTest(file)) return false;
    return !mayUse[from]?.includes(to) || !/\/(service|table)\.ts$/.test(target);
  });
  expect(strays).toEqual([]);
});

test('shared imports no other package of ours, and web never imports api', () => {
  const shared = sources('shared/src').flatMap((file) => importsOf('shared/src', file).map((spec) => ({ file, spec })));
  expect(shared.filter(({ spec }) => /@ganwan\/|\/api\/|\/web\//.test(spec))).toEqual([]);
  const web = sources('web/src').flatMap((file) => importsOf('web/src', file).map((spec) => ({ file, spec })));
  expect(web.filter(({ spec }) => /@ganwan\/api|\/packages\/api|\.\.\/api\//.test(spec))).toEqual([]);
});

test('the scheduler could be published alone, and its check shares nothing with its solver', () => {
  const scheduler = sources('scheduler/src').flatMap((file) => importsOf('scheduler/src', file).map((spec) => ({ file, spec }))).filter(({ file }) => !isTest(file));
  expect(scheduler.filter(({ spec }) => !/^(#|\.|node:|@ganwan\/shared\/schedule\/)|^(zod|cadical-wasm)$/.test(spec))).toEqual([]);
  expect(scheduler.filter(({ file, spec }) => file.startsWith('check/') && !/^(#check\/|\.\/|@ganwan\/shared\/schedule\/)/.test(spec))).toEqual([]);
});

test('one way to the environment, the clock and the network', () => {
  const only = [
    { pattern: /process\.env/, allowed: ['env.ts'] },
    { pattern: /new Date\(\)|Date\.now\(\)/, allowed: ['platform/clock.ts'] },
    { pattern: /\bfetch\(/, allowed: [] },
  ];
  const strays = sources('api/src').filter((file) => !isTest(file)).flatMap((file) => {
    const text = readFileSync(join(packages, 'api/src', file), 'utf8');
    return only.filter(({ pattern, allowed }) => pattern.test(text) && !allowed.includes(file)).map(({ pattern }) => `${file}: ${pattern}`);
  });
  expect(strays).toEqual([]);
});

test('no file grows past 250 lines, and none is a drawer', () => {
  const all = ['api/src', 'scheduler/src', 'shared/src', 'web/src'].flatMap((folder) => sources(folder).map((file) => `${folder}/${file}`));
  expect(all.filter((file) => readFileSync(join(packages, file), 'utf8').split('\n').length > 260)).toEqual([]);
  expect(all.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.ts$)/.test(file))).toEqual([]);
});
