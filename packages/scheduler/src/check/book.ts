import type { Interpreter, Person, PlacedMeeting, Problem, Slot, Table, Wish } from '@ganwan/shared/schedule/problem';
import type { Breach } from '@ganwan/shared/schedule/schedule';

/** A placed meeting with everything it names looked up. */
export interface Held {
  meeting: PlacedMeeting;
  wish: Wish;
  slot: Slot;
  table: Table;
  buyer: Person;
  supplier: Person;
  interpreter: Interpreter | null;
}

export interface Book {
  problem: Problem;
  wishes: ReadonlyMap<string, Wish>;
  people: ReadonlyMap<string, Person>;
  tables: ReadonlyMap<string, Table>;
  interpreters: ReadonlyMap<string, Interpreter>;
  /** Place of a slot in the list. */
  order: ReadonlyMap<string, number>;
  held: Held[];
  /** In the order of their slots, in either role. */
  ofPerson: ReadonlyMap<string, Held[]>;
  ofWish: ReadonlyMap<string, Held>;
}

export const breach = (rule: Breach['rule'], wishes: string[], who: string[] = [], slot: string | null = null): Breach => ({ rule, wishes, who, slot });
export const halfDayOf = (slot: Slot) => `${slot.day} ${slot.half}`;
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

/** Opens a schedule beside its problem. Meetings that name what does not exist are breaches and count no further. */
export function openBook(problem: Problem, meetings: readonly PlacedMeeting[]): { book: Book; strangers: Breach[] } {
  const [wishes, people, tables, slots, interpreters] = [byId(problem.wishes), byId(problem.people), byId(problem.tables), byId(problem.slots), byId(problem.interpreters)];
  const order = new Map(problem.slots.map((slot, index) => [slot.id, index]));
  const held: Held[] = [];
  const strangers: Breach[] = [];
  for (const meeting of meetings) {
    const [wish, slot, table] = [wishes.get(meeting.wish), slots.get(meeting.slot), tables.get(meeting.table)];
    const [buyer, supplier] = [people.get(meeting.buyer), people.get(meeting.supplier)];
    const interpreter = meeting.interpreter === null ? null : interpreters.get(meeting.interpreter);
    if (wish && slot && table && buyer && supplier && interpreter !== undefined) held.push({ meeting, wish, slot, table, buyer, supplier, interpreter });
    else {
      const unknown = [!wish && meeting.wish, !slot && meeting.slot, !table && meeting.table, !buyer && meeting.buyer, !supplier && meeting.supplier, interpreter === undefined && meeting.interpreter];
      strangers.push(breach('unknown_name', [meeting.wish], unknown.filter((name) => typeof name === 'string'), meeting.slot));
    }
  }
  held.sort((a, b) => order.get(a.slot.id)! - order.get(b.slot.id)!);
  const seats = held.flatMap((one) => [...new Set([one.buyer.id, one.supplier.id])].map((person) => ({ person, one })));
  const ofPerson = new Map([...groupBy(seats, ({ person }) => person)].map(([person, list]) => [person, list.map(({ one }) => one)]));
  return { book: { problem, wishes, people, tables, interpreters, order, held, ofPerson, ofWish: new Map(held.map((one) => [one.wish.id, one])) }, strangers };
}
