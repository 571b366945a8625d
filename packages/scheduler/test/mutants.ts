import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Dice } from './random.ts';

/** The schedule with one thing changed, mostly so that a rule breaks. */
export function mutant(problem: Problem, meetings: readonly PlacedMeeting[], dice: Dice): PlacedMeeting[] {
  const [at, other] = [dice.between(0, meetings.length - 1), dice.between(0, meetings.length - 1)];
  const changed = (change: (meeting: PlacedMeeting) => Partial<PlacedMeeting>, where = at) => meetings.map((meeting, index) => (index === where ? { ...meeting, ...change(meeting) } : meeting));
  const fresh = () => {
    const wish = dice.pick(problem.wishes);
    const of = (enterprise: string) => problem.people.filter((person) => person.enterprise === enterprise || dice.chance(0.02)).map(({ id }) => id);
    const [buyers, suppliers] = [of(wish.buyer), of(wish.supplier)];
    if (buyers.length === 0 || suppliers.length === 0) return [];
    return [{ wish: wish.id, slot: dice.pick(problem.slots).id, table: dice.pick(problem.tables).id, buyer: dice.pick(buyers), supplier: dice.pick(suppliers), interpreter: null }];
  };
  if (problem.wishes.length === 0) return [];
  if (meetings.length === 0) return fresh();
  const person = () => ({ [dice.pick(['buyer', 'supplier'] as const)]: dice.pick(problem.people).id });
  return dice.pick([
    () => changed(() => ({ slot: dice.pick(problem.slots).id })),
    () => changed(() => ({ slot: dice.pick(problem.slots).id, table: dice.pick(problem.tables).id })),
    () => changed(() => ({ table: dice.pick(problem.tables).id })),
    () => changed(person),
    () => changed(() => ({ interpreter: problem.interpreters.length > 0 && dice.chance(0.7) ? dice.pick(problem.interpreters).id : null })),
    () => changed(() => ({ slot: meetings[other]!.slot, table: meetings[other]!.table })).map((meeting, index) => (index === other ? { ...meeting, slot: meetings[at]!.slot, table: meetings[at]!.table } : meeting)),
    () => meetings.filter((_, index) => index !== at),
    () => [...meetings, meetings[at]!],
    () => [...meetings, ...fresh()],
    () => [...meetings, ...fresh()],
    () => [...meetings, ...fresh(), ...fresh()],
  ])();
}
