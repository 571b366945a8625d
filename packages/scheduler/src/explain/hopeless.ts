import type { Person, Problem, Wish } from '@ganwan/shared/schedule/problem';

/**
 * Whether counting alone proves that not every wish can be placed: more meetings than tables are open, or more meetings
 * of one of these enterprises than its people have slots for. False proves nothing.
 */
export function isHopeless(problem: Problem, enterprises: readonly string[]): boolean {
  const open = problem.tables.reduce((sum, { closed }) => sum + problem.slots.length - new Set(closed).size, 0);
  return problem.wishes.length > open || enterprises.some((enterprise) => isOverbooked(problem, enterprise));
}

interface Meeting {
  /** People of the enterprise who could hold it. */
  able: Person[];
  /** Slots in which it could be held, by place in the list. */
  slots: number[];
}

function isOverbooked(problem: Problem, enterprise: string): boolean {
  const meetings = problem.wishes.filter(({ buyer, supplier }) => buyer === enterprise || supplier === enterprise).map((wish) => meetingOf(problem, wish, enterprise));
  const staff = problem.people.filter((person) => person.enterprise === enterprise);
  const rooms = staff.map((person) => roomOf(problem, person));
  if (meetings.length > rooms.reduce((sum, room) => sum + room, 0)) return true;
  return staff.some((person, at) => {
    const theirs = meetings.filter(({ able }) => able.length === 1 && able[0] === person);
    return theirs.length > rooms[at]! || !haveASlotEach(theirs);
  }) || meetings.some(({ slots }) => slots.length === 0);
}

function meetingOf(problem: Problem, wish: Wish, enterprise: string): Meeting {
  const ableOf = (side: string) => problem.people.filter((person) => person.enterprise === side && (wish.product === null || person.knows.length === 0 || person.knows.includes(wish.product)));
  const [able, others] = [ableOf(enterprise), ableOf(wish.buyer === enterprise ? wish.supplier : wish.buyer)];
  const locked = problem.locked.find((meeting) => meeting.wish === wish.id);
  const isOpen = (slot: Problem['slots'][number]) =>
    (wish.half === null || wish.half === slot.half) && (wish.slot === null || wish.slot === slot.id) && (!locked || locked.slot === slot.id) &&
    able.some((person) => isThere(person, slot)) && others.some((person) => isThere(person, slot));
  return { able, slots: problem.slots.flatMap((slot, at) => (isOpen(slot) ? [at] : [])) };
}

const isThere = (person: Person, slot: Problem['slots'][number]) => !person.unavailable.includes(slot.id) && (person.half === null || person.half === slot.half);

/** The most meetings a person can have, by presence, limits and breaks. */
function roomOf({ slots }: Problem, person: Person): number {
  const days = Map.groupBy(slots, ({ day }) => day);
  return [...days].reduce((sum, [day, ofDay]) => {
    const halves = [...Map.groupBy(ofDay, ({ half }) => half)].map(([half, ofHalf]) => {
      const waived = person.noBreakOn.some((one) => one.day === day && one.half === half);
      return Math.min(ofHalf.filter((slot) => isThere(person, slot)).length, ofHalf.length - (person.breakEachHalf && !waived ? 1 : 0));
    });
    const limit = person.mostPerDay === null ? Infinity : person.mostPerDay + person.oneMoreOn.filter((one) => one === day).length;
    return sum + Math.min(limit, halves.reduce((total, most) => total + most, 0));
  }, 0);
}

/** Whether meetings of one person fit into different slots, others' meetings left aside: a matching by augmenting paths. */
function haveASlotEach(meetings: readonly Meeting[]): boolean {
  const holder = new Map<number, number>();
  const settle = (meeting: number, asked: Set<number>): boolean =>
    meetings[meeting]!.slots.some((slot) => {
      if (asked.has(slot)) return false;
      asked.add(slot);
      if (holder.has(slot) && !settle(holder.get(slot)!, asked)) return false;
      holder.set(slot, meeting);
      return true;
    });
  return meetings.every((_, meeting) => settle(meeting, new Set()));
}
