import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { example } from '@ganwan/shared/schedule/example';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ganwan-schedule-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const written = (name: string, content: string) => {
  writeFileSync(at(name), content);
  return at(name);
};

/** A process of its own, as `pnpm schedule` starts it. */
const run = (...args: string[]) =>
  new Promise<{ code: number; lines: string[]; error: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'commands.ts'), ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, lines: stdout.trim().split('\n'), error: stderr }));
  });
const last = (lines: string[]): unknown => JSON.parse(lines.at(-1)!);

const instance = (tables: number, fixed = '0, 0, 0') => `nBusiness = 3; nMeetings = 3; nTables = ${tables};
nTotalSlots = 4;
nMorningSlots = 2;
requested = [| 1, 2, 3, | 1, 3, 3, | 2, 3, 2 |];
nMeetingsBusiness = [2, 2, 2];
forbidden = [{0}, {0}, {1}];
fixed = [${fixed}];
precedences = [{0}, {0}, {1}];
`;

test('an instance of the public format is solved, written and checked', async () => {
  const file = written('small.dzn', instance(1));
  const solved = await run('solve', file, '--fairness', '2', '--seconds', '50', '--seed', '1', '--out', at('small.json'));
  expect(last(solved.lines)).toEqual({ status: 'optimal', breaks: 1, bound: 1, placed: 3, meetings: 3, seconds: expect.any(Number) as number });
  expect(Object.keys(last(solved.lines) as object)).toEqual(['status', 'breaks', 'bound', 'placed', 'meetings', 'seconds']);
  const { meetings } = JSON.parse(readFileSync(at('small.json'), 'utf8')) as { meetings: { meeting: number; slot: number; table: number }[] };
  expect(meetings).toEqual([1, 2, 3].map((meeting) => ({ meeting, slot: expect.any(Number) as number, table: 1 })));
  expect(await run('check', file, at('small.json'))).toMatchObject({ code: 0 });
  const broken = { meetings: meetings.map((meeting) => ({ ...meeting, slot: 3 })) };
  const checked = await run('check', file, written('broken.json', JSON.stringify(broken)));
  expect(checked.code).toBe(1);
  expect(last(checked.lines)).toMatchObject({ ok: false });
});

test('what cannot be says so, with the reason where counting shows it', async () => {
  const { lines } = await run('solve', written('clash.dzn', instance(2, '2, 2, 0')), '--seconds', '50');
  expect(lines[0]).toBe('m1 and m2 are bound to one slot and share a person.');
  expect(last(lines)).toMatchObject({ status: 'infeasible', breaks: null, bound: null, placed: 0, meetings: 3 });
});

test('a meeting that is blocked is not said to lack a slot for its people', async () => {
  const { lines } = await run('solve', written('blocked.json', JSON.stringify({ ...example, rules: { placeEverything: true } })), '--seconds', '50');
  expect(lines[0]).toBe('rivals can be held in no slot, by its own rules or after what has to come before it.');
});

test('a meeting that waits for itself is told so', async () => {
  const { lines } = await run('solve', written('itself.dzn', instance(2).replace('precedences = [{0}, {0}, {1}]', 'precedences = [{0}, {0}, {3}]')), '--seconds', '50');
  expect(lines[0]).toBe('m3 waits for itself.');
  expect(last(lines)).toMatchObject({ status: 'infeasible' });
});

test('a problem of the product is solved, explained and repaired', async () => {
  const file = written('problem.json', JSON.stringify(example));
  const solved = await run('solve', file, '--seconds', '50', '--out', at('schedule.json'));
  expect(last(solved.lines)).toMatchObject({ status: 'optimal' });
  const { meetings } = JSON.parse(readFileSync(at('schedule.json'), 'utf8')) as { meetings: { wish: string }[] };
  const open = example.wishes.find(({ id }) => !meetings.some(({ wish }) => wish === id))!;
  const explained = await run('explain', file, at('schedule.json'), '--wish', open.id);
  expect(last(explained.lines)).toMatchObject({ wish: open.id, placed: false });
  expect(explained.lines.slice(0, -1)).toContain(open.id === 'rivals' ? 'fresh-market and copper-foil do not meet: they have met before.' : 'mr-ho is away in 1400.');
  const cancelled = meetings.find(({ wish }) => wish !== 'tasting')!.wish;
  const repaired = await run('repair', file, at('schedule.json'), '--cancel', cancelled, '--out', at('repaired.json'));
  expect(repaired.lines[0]).toMatch(new RegExp(`^${cancelled} \\(.*\\) is held no more, was in .* at .*: ${cancelled} is called off\\.$`));
  expect(last(repaired.lines)).toMatchObject({ moved: [{ wish: cancelled, to: null, because: { kind: 'cancel', wish: cancelled } }], unplaced: [] });
  expect((JSON.parse(readFileSync(at('repaired.json'), 'utf8')) as { meetings: unknown[] }).meetings).toHaveLength(meetings.length - 1);
});

test.each([
  ['bad.dzn', instance(1).replace('nTotalSlots = 4', 'nTotalSlots = four'), /^.*bad\.dzn, line 2: expected/],
  ['bad.json', JSON.stringify(example, null, 1).replace('"side": "buyer"', '"side": "byer"'), /^.*bad\.json, line \d+: people\.0\.side: Invalid option: expected one of "buyer"\|"supplier"\|"either"/],
  ['cut.json', '{\n "slots": [\n', /^.*cut\.json, line 3: expected JSON/],
  ['token.json', '{\n "slots": [\n  oops\n ],\n "tables": []\n}', /^.*token\.json, line 3: expected JSON, found oops\n$/],
  ['typo.json', JSON.stringify(example, null, 1).replace('"supplier": "copper-foil"', '"supplier": "coper-foil"'), /^.*typo\.json, line \d+: wishes\.0\.supplier: coper-foil is not among the enterprises of the people\n$/],
  ['key.json', JSON.stringify(example, null, 1).replace('"buyer": "board-works"', '"byer": "board-works"'), /^.*key\.json, line \d+: wishes\.0\.buyer: .*\n.*key\.json, line \d+: wishes\.0: expected nothing called byer\n$/],
  ['day.json', JSON.stringify(example, null, 1).replace(/"day": "[^"]*"/, '"day": "2026-13-01"'), /^.*day\.json, line \d+: slots\.0\.day: expected a day such as 2026-05-20, found "2026-13-01"\n/],
  ['signs.json', '\u0001\u009b31m', /^.*signs\.json, line 1: expected JSON, found \\u0001\\u009b31m\n$/],
  ['none.json', 'null', /^.*none\.json, line 1: Invalid input: expected object/],
])('%s is refused with its line and what was expected', async (name, content, sentence) => {
  const { code, error } = await run('solve', written(name, content), '--seconds', '1');
  expect(code).toBe(1);
  expect(error).toMatch(sentence);
  expect(error).not.toMatch(/at .*\.ts:/);
});

test.each([[['solve', 'nowhere.json'], 'nowhere.json'], [['solve', folder], `expected a file that can be read, found a folder at ${folder}`], [['dance'], 'schedule solve PROBLEM'], [['solve', 'x.dzn', '--seconds', 'soon'], '--seconds'], [['check', 'x.dzn'], 'schedule check PROBLEM']])('%j is refused with a sentence', async (args, words) => {
  const { code, error } = await run(...args);
  expect(code).toBe(1);
  expect(error).toContain(words);
  expect(error).not.toMatch(/at .*\.ts:/);
});

test('what a schedule states of itself is counted anew', async () => {
  const file = written('stated.json', JSON.stringify(example));
  await run('solve', file, '--steps', '50', '--out', at('states.json'));
  expect(await run('check', file, at('states.json'))).toMatchObject({ code: 0 });
  const states = readFileSync(at('states.json'), 'utf8').replace(/"score":\d+/, '"score":9999');
  expect(last((await run('check', file, written('boasts.json', states))).lines)).toMatchObject({ ok: false, breaches: [{ rule: 'figures', who: ['score'] }] });
});

test('with the public format a number names a meeting, and a schedule may be mended twice', async () => {
  const file = written('twice.dzn', instance(1));
  await run('solve', file, '--out', at('twice.json'));
  const once = await run('repair', file, at('twice.json'), '--cancel', '3', '--out', at('once.json'));
  expect(last(once.lines)).toMatchObject({ moved: [{ wish: 'm3', to: null }], unplaced: [] });
  expect(last((await run('explain', file, at('once.json'), '--wish', '3')).lines)).toMatchObject({ wish: 'm3', placed: false });
  expect(last((await run('repair', file, at('once.json'), '--cancel', '2', '--out', at('again.json'))).lines)).toMatchObject({ moved: [{ wish: 'm2' }] });
  expect((JSON.parse(readFileSync(at('again.json'), 'utf8')) as { meetings: object[] }).meetings).toHaveLength(1);
});

test('the problem that a repair leaves is that of its schedule, and is repaired again', async () => {
  const file = written('day.json', JSON.stringify(example));
  await run('solve', file, '--out', at('day-schedule.json'));
  const wish = written('walk-in.json', JSON.stringify({ id: 'walk-in', buyer: 'fresh-market', supplier: 'navel-oranges', slot: '1010' }));
  const repaired = await run('repair', file, at('day-schedule.json'), '--add', wish, '--cancel', 'tasting', '--out', at('day-2.json'), '--problem-out', at('day-2-problem.json'));
  expect(last(repaired.lines)).toMatchObject({ unplaced: [] });
  expect(await run('check', at('day-2-problem.json'), at('day-2.json'))).toMatchObject({ code: 0 });
  expect((await run('repair', at('day-2-problem.json'), at('day-2.json'), '--cancel', 'rivals')).lines[0]).toBe('Nobody moves.');
  const again = await run('repair', at('day-2-problem.json'), at('day-2.json'), '--cancel', 'walk-in');
  expect(last(again.lines)).toMatchObject({ moved: [{ wish: 'walk-in', to: null }] });
  const refused = await run('repair', written('day.dzn', instance(1)), at('day-2.json'), '--cancel', '1', '--problem-out', at('x.json'));
  expect([refused.code, refused.error]).toEqual([1, expect.stringMatching(/^expected --problem-out for a problem in \.json/)]);
});

test('a schedule that names what is not there is refused with its line, and a file that cannot be written before the work', async () => {
  const file = written('lines.dzn', instance(1));
  const { error } = await run('check', file, written('wrong.json', '{"meetings": [\n {"meeting": 1, "slot": 1, "table": 1},\n {"meeting": 4, "slot": 1, "table": 1}\n]}'));
  expect(error).toMatch(/wrong\.json, line 3: meetings\.1\.meeting: expected a meeting from 1 to 3, found 4\n$/);
  const refused = await run('solve', file, '--out', at('no/such/folder.json'));
  expect(refused).toMatchObject({ code: 1, lines: [''], error: expect.stringMatching(/^expected a file that can be written, cannot write .*folder\.json\n$/) as string });
});

test('a wish, a slot or a person that the problem does not list is named', async () => {
  const file = written('asked.json', JSON.stringify(example));
  await run('solve', file, '--steps', '50', '--out', at('asked-schedule.json'));
  const said = async (...args: string[]) => {
    const { code, error } = await run(args[0]!, file, at('asked-schedule.json'), ...args.slice(1));
    return [code, error];
  };
  expect(await said('explain', '--wish', 'foyl')).toEqual([1, 'foyl is not among the wishes\n']);
  expect(await said('repair', '--cancel', 'foyl')).toEqual([1, 'foyl is not among the wishes\n']);
  expect(await said('repair', '--no-show', 'mr-hu', '--from', '0920')).toEqual([1, 'mr-hu is not among the people\n']);
  expect(await said('repair', '--table-gone', 'A1', '--from', 'noon')).toEqual([1, 'noon is not among the slots\n']);
});

test('the line of the mistake is that of the mistake', async () => {
  const text = JSON.stringify(example, null, 1).replace('"rank": 1', '"rank": 0');
  const { error } = await run('solve', written('rank.json', text));
  expect(Number(/line (\d+)/.exec(error)![1])).toBe(text.split('\n').findIndex((line) => line.includes('"rank": 0')) + 1);
});
