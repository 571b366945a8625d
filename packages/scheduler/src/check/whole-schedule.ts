import type { Breach } from '@ganwan/shared/schedule/schedule';
import { breach, type Book } from './book.ts';
import { breaksOf } from './figures.ts';

/** The rules between meetings, and what the schedule as a whole owes. */
export function wholeSchedule(book: Book): Breach[] {
  return [...precedences(book), ...locked(book), ...leftOut(book), ...breakSpread(book)];
}

function precedences({ problem, ofWish, order }: Book): Breach[] {
  return problem.precedences.flatMap(({ before, after }) => {
    const [early, late] = [ofWish.get(before), ofWish.get(after)];
    if (!late || (early && order.get(early.slot.id)! < order.get(late.slot.id)!)) return [];
    return [breach('precedence', [before, after], [], late.slot.id)];
  });
}

function locked({ problem, held }: Book): Breach[] {
  const same = new Set(held.map(({ meeting }) => JSON.stringify(placeOf(meeting))));
  return problem.locked.filter((meeting) => !same.has(JSON.stringify(placeOf(meeting)))).map((meeting) => breach('locked_moved', [meeting.wish], [], meeting.slot));
}

const placeOf = (meeting: Book['held'][number]['meeting']) => [meeting.wish, meeting.slot, meeting.table, meeting.buyer, meeting.supplier, meeting.interpreter];

function leftOut({ problem, ofWish }: Book): Breach[] {
  return problem.rules.placeEverything ? problem.wishes.filter((wish) => !ofWish.has(wish.id)).map((wish) => breach('left_out', [wish.id])) : [];
}

function breakSpread(book: Book): Breach[] {
  const { problem } = book;
  if (problem.rules.breakSpread === null) return [];
  const breaks = problem.people.map((person) => ({ id: person.id, breaks: breaksOf(book, person.id) }));
  const most = breaks.reduce((a, b) => (b.breaks > a.breaks ? b : a));
  const least = breaks.reduce((a, b) => (b.breaks < a.breaks ? b : a));
  return most.breaks - least.breaks > problem.rules.breakSpread ? [breach('break_spread', [], [most.id, least.id])] : [];
}
