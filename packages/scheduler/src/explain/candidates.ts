import type { Relaxation } from '@ganwan/shared/schedule/schedule';
import type { Model } from '#model/model';
import type { Board } from './board.ts';
import { sidesOf } from './places.ts';
import { withEarlier } from './relaxed.ts';

/**
 * Every single relaxation that is thought of for a wish, the mildest kinds first: more tables and interpreters, more of
 * the time of the people who could hold it or what must come before it, other meetings of theirs. Nobody else is asked
 * to give anything up.
 */
export function candidatesFor(board: Board, wish: number): Relaxation[] {
  const { model } = board;
  const { problem } = model;
  const subjects = [...withEarlier([problem.wishes[wish]!.id], problem.precedences)].map((id) => model.wishNumber.get(id)!).filter((number) => !board.isPlaced(number));
  const all = subjects.flatMap((subject) => ofWish(board, subject, wish));
  const found = new Map(all.map((relaxation) => [JSON.stringify(relaxation), relaxation]));
  return [...found.values()].sort((a, b) => mildest.indexOf(a.kind) - mildest.indexOf(b.kind));
}

const mildest: readonly Relaxation['kind'][] = [
  'one_more_table', 'one_more_interpreter', 'any_half', 'any_slot', 'come_anyway', 'one_more_that_day', 'no_break', 'brief_somebody', 'forget_precedence', 'give_up', 'unlock', 'lift_block',
];

function ofWish(board: Board, subject: number, asked: number): Relaxation[] {
  const { model } = board;
  const { problem } = model;
  const wish = problem.wishes[subject]!;
  const halls = [...new Set(problem.tables.map(({ hall }) => hall))];
  const people = peopleOf(model, subject);
  return [
    ...problem.slots.flatMap(({ id }) => halls.map((hall): Relaxation => ({ kind: 'one_more_table', slot: id, hall }))),
    ...problem.slots.flatMap(({ id }) => languagesOf(model, subject).map((languages): Relaxation => ({ kind: 'one_more_interpreter', slot: id, languages }))),
    ...(wish.half === null ? [] : [{ kind: 'any_half', wish: wish.id } as const]),
    ...(wish.slot === null ? [] : [{ kind: 'any_slot', wish: wish.id } as const]),
    ...people.flatMap((person) => ofPerson(model, person)),
    ...people.flatMap((person) => (wish.product === null || model.knows(person, wish.product) ? [] : [{ kind: 'brief_somebody', person: problem.people[person]!.id, product: wish.product } as const])),
    ...problem.precedences.filter(({ after }) => after === wish.id).map((one): Relaxation => ({ kind: 'forget_precedence', ...one })),
    ...meetingsOf(board, people).flatMap((meeting) => ofMeeting(model, meeting, asked)),
    ...(model.unopposed[subject] ? [] : [{ kind: 'lift_block', a: wish.buyer, b: wish.supplier } as const]),
  ];
}

/** Everybody of both enterprises: who does not know the product may learn. */
const peopleOf = (model: Model, wish: number) => [...new Set([...model.staff[model.buyerEnterprise[wish]!]!, ...model.staff[model.supplierEnterprise[wish]!]!])];

function ofPerson(model: Model, number: number): Relaxation[] {
  const { slots, people } = model.problem;
  const person = people[number]!;
  const away = slots.filter((_, slot) => !model.present[number * model.slots + slot]);
  const halves = [...new Map(slots.map(({ day, half }) => [`${day} ${half}`, { day, half }])).values()];
  return [
    ...away.map(({ id }): Relaxation => ({ kind: 'come_anyway', person: person.id, slot: id })),
    ...(person.mostPerDay === null ? [] : [...new Set(slots.map(({ day }) => day))].map((day): Relaxation => ({ kind: 'one_more_that_day', person: person.id, day }))),
    ...halves.filter((_, half) => model.breakIn[number * model.halves + half]).map((half): Relaxation => ({ kind: 'no_break', person: person.id, ...half })),
  ];
}

/** One language of each, for every pair who share none. */
function languagesOf(model: Model, wish: number): string[][] {
  const { buyers, suppliers } = sidesOf(model, wish);
  const speaks = (people: number[]) => people.map((person) => model.problem.people[person]!.languages);
  const pairs = speaks(buyers).flatMap((mine) => speaks(suppliers).flatMap((theirs) => (mine.some((language) => theirs.includes(language)) ? [] : mine.flatMap((one) => theirs.map((other) => [one, other].sort())))));
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
}

function meetingsOf(board: Board, people: readonly number[]): number[] {
  const { slots } = board.model;
  return [...new Set(people.flatMap((person) => Array.from({ length: slots }, (_, slot) => board.personIn(person, slot))))].filter((meeting) => meeting >= 0).sort((a, b) => a - b);
}

function ofMeeting(model: Model, meeting: number, asked: number): Relaxation[] {
  const { id } = model.problem.wishes[meeting]!;
  if (model.locked[meeting]) return [{ kind: 'unlock', wish: id }];
  // What something else comes after stays.
  const isNeeded = model.precedences.some(([before]) => before === meeting);
  return !isNeeded && mayGiveUp(model, meeting, asked) ? [{ kind: 'give_up', wish: id }] : [];
}

/** A must is not given up for a want, nor more points for fewer. */
function mayGiveUp(model: Model, meeting: number, asked: number): boolean {
  const must = (wish: number) => model.must[wish]!;
  return must(meeting) < must(asked) || (must(meeting) === must(asked) && model.points[meeting]! <= model.points[asked]!);
}

