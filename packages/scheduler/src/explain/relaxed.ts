import type { Interpreter, Person, PlacedMeeting, Problem, Table } from '@ganwan/shared/schedule/problem';
import type { Relaxation } from '@ganwan/shared/schedule/schedule';

type Only<Kind extends Relaxation['kind']> = Extract<Relaxation, { kind: Kind }>;

/**
 * The problem in which everything placed, the wish, and what must come before it, has to be placed with these
 * relaxations; locked meetings stay. Null when what is given up has to come before something that is kept.
 */
export function relaxed(problem: Problem, placed: readonly PlacedMeeting[], wish: string, relaxations: readonly Relaxation[]): Problem | null {
  const of = <Kind extends Relaxation['kind']>(kind: Kind) => relaxations.filter((one): one is Only<Kind> => one.kind === kind);
  const forgotten = of('forget_precedence');
  const precedences = problem.precedences.filter((one) => !forgotten.some(({ before, after }) => one.before === before && one.after === after));
  const givenUp = new Set(of('give_up').map((one) => one.wish));
  const required = withEarlier([...placed.map((meeting) => meeting.wish).filter((id) => !givenUp.has(id)), wish], precedences);
  if ([...givenUp].some((id) => required.has(id))) return null;

  const lifted = of('lift_block');
  const isLifted = (one: string, other: string) => lifted.some(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  const [anyHalf, anySlot, unlocked] = [of('any_half'), of('any_slot'), of('unlock')].map((list) => new Set(list.map((one) => one.wish))) as [Set<string>, Set<string>, Set<string>];
  return {
    ...problem,
    wishes: problem.wishes.filter(({ id }) => required.has(id)).map((one) => ({
      ...one,
      ...(anyHalf.has(one.id) && { half: null }),
      ...(anySlot.has(one.id) && { slot: null }),
      ...(isLifted(one.buyer, one.supplier) && { buyerSays: null, supplierSays: null }),
    })),
    precedences: precedences.filter(({ before, after }) => required.has(before) && required.has(after)),
    blocks: problem.blocks.filter(({ a, b }) => !isLifted(a, b)),
    locked: problem.locked.filter((meeting) => required.has(meeting.wish) && !unlocked.has(meeting.wish)),
    people: problem.people.map((person) => easier(person, problem, relaxations)),
    tables: [...problem.tables, ...moreTables(problem, of('one_more_table'))],
    interpreters: [...problem.interpreters, ...moreInterpreters(problem, of('one_more_interpreter'))],
    rules: { ...problem.rules, placeEverything: true },
  };
}

/** With all that has to come before them. */
export function withEarlier(wishes: readonly string[], precedences: Problem['precedences']): Set<string> {
  const all = new Set(wishes);
  // A set is walked in the order in which it grows.
  for (const wish of all) for (const { before, after } of precedences) if (after === wish) all.add(before);
  return all;
}

function easier(person: Person, { slots }: Problem, relaxations: readonly Relaxation[]): Person {
  const mine = relaxations.filter((one) => 'person' in one && one.person === person.id);
  if (mine.length === 0) return person;
  const comes = new Set(mine.flatMap((one) => (one.kind === 'come_anyway' ? [one.slot] : [])));
  const otherHalf = comes.size > 0 && person.half !== null ? slots.filter((slot) => slot.half !== person.half).map(({ id }) => id) : [];
  return {
    ...person,
    half: comes.size > 0 ? null : person.half,
    unavailable: [...person.unavailable, ...otherHalf].filter((slot) => !comes.has(slot)),
    oneMoreOn: [...person.oneMoreOn, ...mine.flatMap((one) => (one.kind === 'one_more_that_day' ? [one.day] : []))],
    noBreakOn: [...person.noBreakOn, ...mine.flatMap((one) => (one.kind === 'no_break' ? [{ day: one.day, half: one.half }] : []))],
    knows: [...person.knows, ...mine.flatMap((one) => (one.kind === 'brief_somebody' ? [one.product] : []))],
  };
}

/** One table for each hall, open in the slots that are named. */
function moreTables({ tables, slots }: Problem, more: readonly Only<'one_more_table'>[]): Table[] {
  const fresh = freshNames('one-more-table', tables);
  return [...new Set(more.map(({ hall }) => hall))].map((hall) => {
    const open = new Set(more.filter((one) => one.hall === hall).map(({ slot }) => slot));
    return { id: fresh(), hall, accessible: true, reservedFor: null, closed: slots.filter(({ id }) => !open.has(id)).map(({ id }) => id) };
  });
}

function moreInterpreters({ interpreters, slots }: Problem, more: readonly Only<'one_more_interpreter'>[]): Interpreter[] {
  const fresh = freshNames('one-more-interpreter', interpreters);
  return more.map(({ slot, languages }) => ({ id: fresh(), languages, unavailable: slots.filter(({ id }) => id !== slot).map(({ id }) => id) }));
}

function freshNames(name: string, taken: readonly { id: string }[]): () => string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 0;
  return () => {
    do number++;
    while (ids.has(`${name}-${number}`));
    return `${name}-${number}`;
  };
}
