import type { Problem } from '@ganwan/shared/schedule/problem';
import type { Slots } from './slots.ts';

export interface Places {
  tables: number;
  tableNumber: ReadonlyMap<string, number>;
  hallOf: Int32Array;
  /** The enterprise it is kept for, or -1. */
  reservedFor: Int32Array;
  accessible: Uint8Array;
  /** Per table and slot. */
  open: Uint8Array;
  /** Per slot, how many tables are open. */
  openTables: Int32Array;
  /** Any table serves any meeting, as long as it is open. */
  alike: boolean;
  /** Whether somebody can sit in `earlier` in one hall and in `later`, a later slot, in the other. */
  reachable(earlier: number, hall: number, later: number, otherHall: number): boolean;
  /** Whether there are two halls and slots between which nobody gets in time. */
  travels: boolean;
}

export function placesOf(problem: Problem, slots: Slots, enterprises: ReadonlyMap<string, number>): Places {
  const { tables } = problem;
  const halls = [...new Set(tables.map(({ hall }) => hall))].sort();
  const minutes = new Int32Array(halls.length ** 2);
  for (const { from, to, minutes: long } of problem.travel) {
    const [one, other] = [halls.indexOf(from), halls.indexOf(to)];
    if (one < 0 || other < 0 || one === other) continue;
    for (const way of [one * halls.length + other, other * halls.length + one]) minutes[way] = Math.max(minutes[way]!, long);
  }
  const open = new Uint8Array(tables.length * slots.slots).fill(1);
  tables.forEach(({ closed }, table) => closed.forEach((slot) => (open[table * slots.slots + slots.slotNumber.get(slot)!] = 0)));
  const longest = Math.max(...minutes);
  const travels = slots.slotsOfDay.some((day) => day.some((slot, at) => at > 0 && slots.starts[slot]! - slots.ends[day[at - 1]!]! < longest));
  const anywhere = !travels && !problem.people.some((person) => person.needsAccessibleTable) && tables.every((table) => table.reservedFor === null);
  return {
    tables: tables.length,
    tableNumber: new Map(tables.map(({ id }, at) => [id, at])),
    hallOf: Int32Array.from(tables, ({ hall }) => halls.indexOf(hall)),
    reservedFor: Int32Array.from(tables, ({ reservedFor }) => (reservedFor === null ? -1 : enterprises.get(reservedFor)!)),
    accessible: Uint8Array.from(tables, ({ accessible }) => Number(accessible)),
    open,
    openTables: Int32Array.from({ length: slots.slots }, (_, slot) => tables.reduce((sum, _table, table) => sum + open[table * slots.slots + slot]!, 0)),
    alike: anywhere,
    travels,
    reachable: (earlier, hall, later, otherHall) =>
      slots.dayOf[earlier] !== slots.dayOf[later] || slots.starts[later]! - slots.ends[earlier]! >= minutes[hall * halls.length + otherHall]!,
  };
}
