import type { Problem } from '@ganwan/shared/schedule/problem';
import { type Places, placesOf } from './places.ts';
import { type People, peopleOf } from './people.ts';
import { type Slots, slotsOf } from './slots.ts';
import { sorted } from './sorted.ts';
import { type Wishes, wishesOf } from './wishes.ts';

/**
 * A problem in numbers. Slots, tables, halls, people, enterprises, interpreters and wishes are counted from 0, in the
 * order of `problem`, whose lists are sorted by id (slots by the clock), so that input order does not matter.
 * "Per x and y" arrays are flat: `[x * number of y + y]`. Yes is 1, no 0, none -1.
 */
export interface Model extends Slots, Places, People, Wishes {
  problem: Problem;
  rules: Problem['rules'];
}

export function modelOf(input: Problem): Model {
  const problem = sorted(input);
  const slots = slotsOf(problem);
  const enterprises = numbers(problem.people.map(({ enterprise }) => enterprise));
  const people = peopleOf(problem, slots, enterprises);
  const places = placesOf(problem, slots, enterprises);
  return { problem, rules: problem.rules, ...slots, ...people, ...places, ...wishesOf(problem, slots, people, enterprises) };
}

/** Names in their own order, each with its number. */
export const numbers = (names: readonly string[]): ReadonlyMap<string, number> => new Map([...new Set(names)].sort().map((name, at) => [name, at]));
