import { expect, test } from 'vitest';
import { check as checkHere } from '#check/check';
import { explain as explainHere } from '#explain/explain';
import { plantedWeek } from '#planted/week';
import { repair as repairHere } from '#repair/repair';
import { check, explain, repair, Unknown } from './index.ts';

const { problem, hidden } = plantedWeek({ people: 60, seed: 3 });
const schedule = { meetings: hidden };
const { wish } = hidden.find((meeting) => !problem.locked.some((lock) => lock.wish === meeting.wish))!;
const day = { changes: [{ kind: 'cancel' as const, wish }] };

test('a thread answers what the functions themselves answer', async () => {
  expect(await check(problem, schedule)).toEqual(checkHere(problem, schedule));
  expect(await repair(problem, schedule, day)).toEqual(repairHere(problem, schedule, day));
  const without = { meetings: hidden.filter((meeting) => meeting.wish !== wish) };
  expect(await explain(problem, without, wish)).toEqual(await explainHere(problem, without, wish));
});

test('a refusal is of the same kind on this side', async () => {
  await expect(repair(problem, schedule, { changes: [{ kind: 'cancel', wish: 'nobody' }] })).rejects.toThrow(Unknown);
  await expect(explain(problem, schedule, 'nobody')).rejects.toThrow(RangeError);
});

test('a stop ends the work', async () => {
  const stop = new AbortController();
  const asked = explain(problem, schedule, wish, { signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  await expect(explain(problem, schedule, wish, { signal: stop.signal })).rejects.toThrow('enough');
});
