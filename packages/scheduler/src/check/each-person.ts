import type { Person, Problem } from '@ganwan/shared/schedule/problem';
import type { Breach } from '@ganwan/shared/schedule/schedule';
import { breach, groupBy, halfDayOf, minutesOf, type Book, type Held } from './book.ts';

/** The rules of one person's day: limits, breaks, ways between halls, and the buyer's own table. */
export function eachPerson(book: Book): Breach[] {
  const { problem } = book;
  const minutes = travelMinutes(problem);
  const slotsOfHalf = groupBy(problem.slots, halfDayOf);
  const ofTable = groupBy(book.held, (one) => `${one.table.id}\n${halfDayOf(one.slot)}`);
  return problem.people.flatMap((person) => {
    const meetings = book.ofPerson.get(person.id) ?? [];
    if (meetings.length === 0) return [];
    const days = groupBy(meetings, (one) => one.slot.day);
    const halves = groupBy(meetings, (one) => halfDayOf(one.slot));
    return [
      ...[...days].flatMap(([day, held]) => [...dayLimit(person, day, held), ...ways(person, held, minutes)]),
      ...[...halves].flatMap(([half, held]) => [
        ...breakEachHalf(person, held, slotsOfHalf.get(half)!.length),
        ...(problem.rules.buyerKeepsTable ? sittings(book, person, held.filter((one) => one.buyer.id === person.id)).flatMap((sitting) => keptTable(book, person, sitting, ofTable)) : []),
      ]),
    ];
  });
}

function dayLimit(person: Person, day: string, held: Held[]): Breach[] {
  if (person.mostPerDay === null) return [];
  const most = person.mostPerDay + person.oneMoreOn.filter((other) => other === day).length;
  return held.length > most ? [breach('day_full', held.map((one) => one.wish.id), [person.id, day])] : [];
}

function breakEachHalf(person: Person, held: Held[], slots: number): Breach[] {
  const { day, half } = held[0]!.slot;
  const waived = person.noBreakOn.some((other) => other.day === day && other.half === half);
  if (!person.breakEachHalf || waived || new Set(held.map((one) => one.slot.id)).size < slots) return [];
  return [breach('no_break', held.map((one) => one.wish.id), [person.id, day, half])];
}

/** Between any two meetings of a day, not only neighbours: there and back may be quicker than the way itself. */
function ways(person: Person, held: Held[], minutes: (from: string, to: string) => number): Breach[] {
  return held.flatMap((early, index) => held.slice(index + 1).flatMap((late) => {
    if (early.slot.id === late.slot.id || early.table.hall === late.table.hall) return [];
    const time = minutesOf(late.slot.starts) - minutesOf(early.slot.ends);
    return time >= minutes(early.table.hall, late.table.hall) ? [] : [breach('too_far', [early.wish.id, late.wish.id], [person.id], late.slot.id)];
  }));
}

function travelMinutes(problem: Problem): (from: string, to: string) => number {
  const longest = new Map<string, number>();
  for (const { from, to, minutes } of problem.travel) for (const way of [`${from}\n${to}`, `${to}\n${from}`]) longest.set(way, Math.max(minutes, longest.get(way) ?? 0));
  return (from, to) => longest.get(`${from}\n${to}`) ?? 0;
}

/** `held`: the person's meetings as buyer in one half day, in order. Cut where the person may go on at another table. */
function sittings({ order }: Book, person: Person, held: Held[]): Held[][] {
  const begins = person.anotherTableFrom.map((slot) => order.get(slot)!);
  return [...groupBy(held, ({ slot }) => String(begins.filter((begin) => begin <= order.get(slot.id)!).length)).values()];
}

/** `held`: the person's meetings as buyer in one sitting, in order. */
function keptTable({ order }: Book, person: Person, held: Held[], ofTable: Map<string, Held[]>): Breach[] {
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return [];
  const others = held.filter((one) => one.table.id !== first.table.id);
  if (others.length > 0) return [breach('table_left', held.map((one) => one.wish.id), [person.id, ...new Set(held.map((one) => one.table.id))])];
  const at = (one: Held) => order.get(one.slot.id)!;
  return ofTable.get(`${first.table.id}\n${halfDayOf(first.slot)}`)!
    .filter((one) => one.buyer.id !== person.id && at(one) > at(first) && at(one) < at(last))
    .map((one) => breach('table_not_held', [one.wish.id], [person.id, first.table.id], one.slot.id));
}
