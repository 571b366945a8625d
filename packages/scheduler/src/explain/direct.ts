import type { Obstacle, Relaxation } from '@ganwan/shared/schedule/schedule';
import type { Board } from './board.ts';
import { closing } from './obstacles.ts';
import { type Place, placesFor } from './places.ts';

/**
 * Sets of candidates that take every obstacle out of the way of one place, so that the wish could sit there while
 * nobody else moves; the smallest sets first, then the mildest. Whether they do is still to be tried.
 */
export function directSets(board: Board, wish: number, candidates: readonly Relaxation[]): Relaxation[][] {
  const mildness = new Map(candidates.map((one, index) => [JSON.stringify(one), index]));
  const sets = new Map<string, number[]>();
  for (const place of placesFor(board.model, wish)) {
    const busy = [...new Set([board.personIn(place.buyer, place.slot), board.personIn(place.supplier, place.slot)])].filter((meeting) => meeting >= 0);
    const seats = busy.map((meeting) => board.take(meeting));
    // With them go their table, their interpreter and their share of the day.
    const obstacles = closing(board, wish, place);
    busy.forEach((meeting, at) => board.put(meeting, seats[at]!));
    const givenUp = busy.map((meeting): Relaxation => ({ kind: board.model.locked[meeting] ? 'unlock' : 'give_up', wish: board.model.problem.wishes[meeting]!.id }));
    for (const relaxations of waysAround(board, wish, place, obstacles, givenUp)) {
      if (relaxations.length === 0) continue;
      const numbers = relaxations.map((one) => mildness.get(JSON.stringify(one)));
      if (!numbers.every((number) => number !== undefined)) continue;
      const set = [...new Set(numbers)].sort((a, b) => a - b);
      sets.set(set.join(), set);
    }
  }
  return [...sets.values()].sort((a, b) => a.length - b.length || compare(a, b)).map((set) => set.map((number) => candidates[number]!));
}

const compare = (a: readonly number[], b: readonly number[]) => a.map((number, index) => number - b[index]!).find((difference) => difference !== 0) ?? 0;

function waysAround(board: Board, wish: number, place: Place, obstacles: readonly Obstacle[], givenUp: readonly Relaxation[]): Relaxation[][] {
  return obstacles.reduce<Relaxation[][]>((ways, obstacle) => {
    const answers = answersTo(board, wish, place, obstacle);
    return ways.flatMap((way) => answers.map((answer) => [...way, ...answer]));
  }, [[...givenUp]]);
}

/** Each of these alone takes the obstacle away. */
function answersTo(board: Board, wish: number, { slot, buyer, supplier }: Place, obstacle: Obstacle): Relaxation[][] {
  const { problem } = board.model;
  const { id, buyer: a, supplier: b } = problem.wishes[wish]!;
  switch (obstacle.kind) {
    case 'person_busy': return [[{ kind: 'give_up', wish: obstacle.wish }]];
    case 'person_away': return [[{ kind: 'come_anyway', person: obstacle.person, slot: obstacle.slot }]];
    case 'day_full': return [[{ kind: 'one_more_that_day', person: obstacle.person, day: obstacle.day }]];
    case 'break_needed': return [[{ kind: 'no_break', person: obstacle.person, day: obstacle.day, half: obstacle.half }]];
    case 'no_interpreter':
      return problem.people[buyer]!.languages.flatMap((one) => problem.people[supplier]!.languages.map((other): Relaxation[] => [{ kind: 'one_more_interpreter', slot: obstacle.slot, languages: [one, other].sort() }]));
    case 'no_table': case 'tables_reserved': case 'no_accessible_table': case 'table_kept': case 'travel': {
      const slots = [...new Set([slot, ...board.heldWith(buyer, slot)])].sort((one, other) => one - other);
      return [...new Set(problem.tables.map(({ hall }) => hall))].map((hall) => slots.map((other): Relaxation => ({ kind: 'one_more_table', slot: problem.slots[other]!.id, hall })));
    }
    case 'precedence': return [[{ kind: 'forget_precedence', before: obstacle.before, after: obstacle.after }]];
    case 'half_only': return [[{ kind: 'any_half', wish: id }]];
    case 'slot_only': return [[{ kind: 'any_slot', wish: id }]];
    case 'blocked': return [[{ kind: 'lift_block', a, b }]];
    case 'nobody_knows': {
      const person = problem.people[obstacle.enterprise === a ? buyer : supplier]!;
      return [[{ kind: 'brief_somebody', person: person.id, product: obstacle.product }]];
    }
    case 'break_spread': case 'worse': return [];
  }
}
