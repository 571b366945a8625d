import { expect, test } from 'vitest';
import { readDzn } from '#dzn/read';
import { modelOf } from '#model/model';
import { prove } from '#proof/prove';
import { exhaustive } from './exhaustive.ts';
import { Dice } from './random.ts';

/** A tiny instance of the public format, with every kind of constraint it knows. */
function instance(dice: Dice): string {
  const [people, meetings, slots] = [dice.between(3, 5), dice.between(2, 5), dice.between(2, 5)];
  const numbers = Array.from({ length: people }, (_, at) => at + 1);
  const rows = Array.from({ length: meetings }, () => [...dice.shuffled(numbers).slice(0, 2), dice.chance(0.6) ? 3 : dice.between(1, 2)]);
  const set = (list: number[]) => `{${list.join(',')}}`;
  const each = (count: number, make: (at: number) => unknown) => Array.from({ length: count }, (_, at) => make(at)).join(', ');
  return [
    `nBusiness = ${people};`, `nMeetings = ${meetings};`, `nTables = ${dice.between(1, 2)};`, `nTotalSlots = ${slots};`, `nMorningSlots = ${dice.between(1, slots)};`,
    `requested = [|${rows.map((row) => row.join(', ')).join(',\n|')},|];`,
    `forbidden = [${each(people, () => (dice.chance(0.3) ? set([dice.between(1, slots)]) : '{0}'))}];`,
    `fixed = [${each(meetings, () => (dice.chance(0.1) ? dice.between(1, slots) : 0))}];`,
    `precedences = [${each(meetings, (at) => (at > 0 && dice.chance(0.15) ? set([dice.between(1, at)]) : '{}'))}];`,
  ].join('\n');
}

test.each([0, 1, 2, 3])('instances of the public format are answered as exhaustive search does, with a fairness of %i', async (fairness) => {
  const verdicts = new Set<string>();
  for (let seed = 1; seed <= 40; seed += 1) {
    const text = instance(new Dice(seed * 4 + fairness));
    const problem = readDzn(text, fairness);
    const [answer, best] = [await prove(modelOf(problem)), exhaustive(problem)];
    expect(answer.status, text).toBe(best ? 'optimal' : 'infeasible');
    if (best) expect(answer.bounds, text).toEqual(best.best);
    verdicts.add(best ? `${best.best.breaks > 0}` : answer.reason!.code);
  }
  // The draw is wide enough to mean something.
  expect([...verdicts]).toEqual(expect.arrayContaining(['false', 'wish_impossible', 'person_overfull', ...(fairness > 0 ? ['true'] : [])]));
});
