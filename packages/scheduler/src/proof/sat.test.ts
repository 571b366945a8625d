import { expect, test } from 'vitest';
import { allOf, anyOf, atMost, atMostOne, count } from './logic.ts';
import { minimise } from './minimise.ts';
import { cadical, type Literal, type Sat } from './sat.ts';

const variables = (sat: Sat, many: number) => Array.from({ length: many }, () => sat.fresh());
/** Every way in which these can hold, as a list of numbers of how many do. */
function* ways(sat: Sat, literals: Literal[]) {
  for (let bits = 0; bits < 2 ** literals.length; bits += 1) {
    const assumed = literals.map((literal, at) => ((bits >> at) & 1 ? literal : -literal));
    yield { assumed, holding: assumed.filter((literal) => literal > 0).length, possible: sat.solve(assumed) === 'possible' };
  }
}

test('at most one, and at most so many, let exactly those through', async () => {
  for (const [limit, most] of [[(sat: Sat, literals: Literal[]) => atMostOne(sat, literals), 1], [(sat: Sat, literals: Literal[]) => atMost(sat, literals, 3), 3]] as const) {
    const sat = await cadical({});
    const literals = variables(sat, 8);
    limit(sat, literals);
    for (const { holding, possible } of ways(sat, literals)) expect(possible).toBe(holding <= most);
    sat.close();
  }
});

test('counting is exact both ways, as far as it is asked to go', async () => {
  const sat = await cadical({});
  const literals = variables(sat, 6);
  const total = count(sat, literals, 4, true);
  for (const { holding, assumed } of ways(sat, literals))
    for (const many of [0, 1, 2, 3]) {
      expect(sat.solve([...assumed, total[many]!]) === 'possible').toBe(holding > many);
      expect(sat.solve([...assumed, -total[many]!]) === 'possible').toBe(holding <= many);
    }
  sat.close();
});

test('any and all are what they say, with what is known from the start', async () => {
  const sat = await cadical({});
  const [one, other] = variables(sat, 2) as [Literal, Literal];
  expect([anyOf(sat, []), anyOf(sat, [sat.no, one]), anyOf(sat, [one, sat.yes]), allOf(sat), allOf(sat, one, sat.no)]).toEqual([sat.no, one, sat.yes, sat.yes, sat.no]);
  const [any, all] = [anyOf(sat, [one, other]), allOf(sat, one, other)];
  for (const { assumed, holding } of ways(sat, [one, other])) {
    expect([any, -any, all, -all].map((literal) => sat.solve([...assumed, literal]) === 'possible')).toEqual([holding > 0, holding === 0, holding === 2, holding < 2]);
  }
  sat.close();
});

test('a core is of those that cannot hold together, and stopping is neither yes nor no', async () => {
  let patience = 3;
  const sat = await cadical({ stop: () => (patience -= 1) < 0 });
  const [one, other, free] = variables(sat, 3) as [Literal, Literal, Literal];
  sat.add(-one, -other);
  expect(sat.solve([one, other, free])).toBe('impossible');
  expect(sat.core().toSorted((a, b) => a - b)).toEqual([one, other]);
  // Ten pigeons for nine holes take longer than three questions.
  const holes = Array.from({ length: 10 }, () => variables(sat, 9));
  for (const pigeon of holes) sat.add(...pigeon);
  for (let hole = 0; hole < 9; hole += 1) atMostOne(sat, holes.map((pigeon) => pigeon[hole]!));
  expect(sat.solve()).toBe('unknown');
  sat.close();
});

test('the least cost is found over several cores with weights, and only answers of that cost are left', async () => {
  const sat = await cadical({});
  const literals = variables(sat, 5) as [Literal, Literal, Literal, Literal, Literal];
  const weights = [7, 3, 4, 5, 2];
  sat.add(literals[0], literals[1]);
  sat.add(literals[1], literals[2]);
  sat.add(literals[0], literals[2]);
  sat.add(literals[3], literals[4]);
  const costOf = () => literals.reduce((sum, literal, at) => sum + (sat.holds(literal) ? weights[at]! : 0), 0);
  const bounds: number[] = [];
  let best = Infinity;
  const least = minimise(sat, literals.map((literal, at) => ({ literal, weight: weights[at]! })), { atLeast: (bound) => bounds.push(bound), found: () => (best = Math.min(best, costOf())), best: () => best });
  // Two of the first three, the cheap ones, and the cheaper of the last two.
  expect(least).toBe(3 + 4 + 2);
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  expect(literals.map((literal) => sat.solve([literal]) === 'possible')).toEqual([false, true, true, false, true]);
  sat.close();
});

test('of one core as many are counted as fail', async () => {
  const sat = await cadical({});
  const literals = variables(sat, 7);
  atMost(sat, literals.map((literal) => -literal), 2);
  const bounds: number[] = [];
  const least = minimise(sat, literals.map((literal) => ({ literal, weight: 1 })), { atLeast: (bound) => bounds.push(bound), found: () => literals.filter((literal) => sat.holds(literal)).length, best: () => Infinity });
  expect([least, bounds]).toEqual([5, [0, 1, 2, 3, 4, 5]]);
  sat.close();
});
