import { inconsistencies } from '@ganwan/shared/schedule/consistent';
import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';

export interface Day {
  /** The slot that is on, or comes next: what is before it is over. */
  now?: string;
  /** Meetings at whose table somebody has checked in: they stay, and so does their table. */
  checkedIn?: readonly string[];
  changes: readonly Change[];
  /** Also place wishes that were left out and fit now, with nobody moved. */
  refill?: boolean;
}

export interface Changed {
  problem: Problem;
  /** The problem with all that is over or begun locked as well. */
  frozen: Problem;
  /** Meetings that stay as they are unless room is needed. */
  kept: PlacedMeeting[];
  /** Meetings that cannot stay, and wishes that are new, with what asks for it. */
  lost: { wish: string; because: Change }[];
  cancelled: { meeting: PlacedMeeting; because: Change }[];
  /** Meetings whose table somebody has checked in to while another one of the two is missing: a colleague comes, or nobody. */
  waiting: { meeting: PlacedMeeting; because: Change }[];
}

/** A problem and its meetings after what happened. Throws {@link Unknown} when something is named that is not there. */
export function changed(problem: Problem, meetings: readonly PlacedMeeting[], { now, checkedIn = [], changes }: Day): Changed {
  const number = new Map(problem.slots.map(({ id }, at) => [id, at]));
  const slotAt = (id: string) => known(number.get(id), 'slots', id);
  const present = now === undefined ? 0 : slotAt(now);
  const isOver = (meeting: PlacedMeeting) => slotAt(meeting.slot) < present;
  const names = (from: number, until = problem.slots.length) => problem.slots.slice(Math.max(from, present), until).map(({ id }) => id);
  let next = problem;
  let kept = [...meetings];
  const lost: Changed['lost'] = [];
  const cancelled: Changed['cancelled'] = [];
  const waiting: Changed['waiting'] = [];
  allKnown(problem, meetings);
  for (const wish of checkedIn) known(meetings.find((meeting) => meeting.wish === wish), 'meetings', wish);
  const isBegun = ({ wish }: PlacedMeeting) => checkedIn.includes(wish);
  const lose = (because: Change, isLost: (meeting: PlacedMeeting) => boolean) => {
    const gone = kept.filter((meeting) => !isOver(meeting) && isLost(meeting));
    lost.push(...gone.filter((meeting) => !isBegun(meeting)).map(({ wish }) => ({ wish, because })));
    waiting.push(...gone.filter(isBegun).map((meeting) => ({ meeting, because })));
    kept = kept.filter((meeting) => !gone.includes(meeting));
  };
  const edit = <Item extends { id: string }>(list: readonly Item[], kind: string, id: string, change: (item: Item) => Item) => {
    known(list.find((item) => item.id === id), kind, id);
    return list.map((item) => (item.id === id ? change(item) : item));
  };

  for (const change of changes) {
    if (change.kind === 'cancel') {
      // Called off by a side: it is not placed again, nor what was to follow it.
      next = { ...next, wishes: edit(next.wishes, 'wishes', change.wish, (wish) => ({ ...wish, buyerSays: { says: 'no', rank: null } })) };
      const gone = new Set([change.wish]);
      // A set is walked in the order in which it grows.
      for (const wish of gone) for (const { before, after } of next.precedences) if (before === wish) gone.add(after);
      cancelled.push(...kept.filter(({ wish }) => gone.has(wish)).map((meeting) => ({ meeting, because: change })));
      kept = kept.filter(({ wish }) => !gone.has(wish));
    } else if (change.kind === 'add') {
      if (next.wishes.some(({ id }) => id === change.wish.id)) throw new Unknown(`there is a wish called ${change.wish.id} already`);
      next = { ...next, wishes: [...next.wishes, change.wish] };
      lost.push({ wish: change.wish.id, because: change });
    } else if (change.kind === 'table_gone') {
      const begun = kept.filter((meeting) => meeting.table === change.table && isBegun(meeting)).map(({ slot }) => slot);
      const closed = names(slotAt(change.from)).filter((slot) => !begun.includes(slot));
      const goes = ({ table, slot }: PlacedMeeting) => table === change.table && closed.includes(slot);
      next = {
        ...next,
        tables: edit(next.tables, 'tables', change.table, (table) => ({ ...table, closed: [...table.closed, ...closed] })),
        people: partedFrom(next, kept.filter(({ table }) => table === change.table), goes),
      };
      lose(change, goes);
    } else {
      const away = change.kind === 'no_show' ? names(slotAt(change.from)) : names(0, slotAt(change.until));
      next = { ...next, people: edit(next.people, 'people', change.person, (person) => ({ ...person, unavailable: [...person.unavailable, ...away] })) };
      lose(change, ({ buyer, supplier, slot }) => (buyer === change.person || supplier === change.person) && away.includes(slot));
    }
  }
  const placed = new Map(kept.map((meeting) => [meeting.wish, meeting]));
  // What was promised for the plan cannot be kept on the day: a wish may be lost, and a gap opens where somebody is missing.
  next = { ...next, locked: next.locked.filter(({ wish }) => placed.has(wish)), rules: { ...next.rules, placeEverything: false, breakSpread: null } };
  const [wrong] = inconsistencies(next);
  if (wrong) throw new Unknown(wrong.message);
  const begun = kept.filter((meeting) => isOver(meeting) || isBegun(meeting));
  return { problem: next, frozen: { ...next, locked: [...new Map([...begun, ...next.locked].map((meeting) => [meeting.wish, meeting])).values()] }, kept, lost, cancelled, waiting };
}

/** Where the table of a buyer goes in the middle of a half day, what is left of it is a sitting of its own. `meetings`: of that table. */
function partedFrom({ slots, people }: Problem, meetings: readonly PlacedMeeting[], goes: (meeting: PlacedMeeting) => boolean): Problem['people'] {
  const place = new Map(slots.map(({ day, half, id }, at) => [id, { at, half: `${day} ${half}` }]));
  const inOrder = meetings.toSorted((one, other) => place.get(one.slot)!.at - place.get(other.slot)!.at);
  const parts = inOrder.filter((meeting, at) => {
    const before = inOrder.slice(0, at).findLast(({ buyer }) => buyer === meeting.buyer);
    return before && goes(before) !== goes(meeting) && place.get(before.slot)!.half === place.get(meeting.slot)!.half;
  });
  return people.map((person) => ({ ...person, anotherTableFrom: [...person.anotherTableFrom, ...parts.filter(({ buyer }) => buyer === person.id).map(({ slot }) => slot)] }));
}

function allKnown({ wishes, slots, tables, people, interpreters }: Problem, meetings: readonly PlacedMeeting[]): void {
  const [wish, slot, table, person, interpreter] = [wishes, slots, tables, people, interpreters].map((list) => new Set(list.map(({ id }) => id)));
  const must = (ids: Set<string>, kind: string, id: string) => void known(ids.has(id) || undefined, kind, id);
  for (const meeting of meetings) {
    must(wish!, 'wishes', meeting.wish);
    must(slot!, 'slots', meeting.slot);
    must(table!, 'tables', meeting.table);
    for (const id of [meeting.buyer, meeting.supplier]) must(person!, 'people', id);
    if (meeting.interpreter !== null) must(interpreter!, 'interpreters', meeting.interpreter);
  }
}

/** Something that is not in the problem, or cannot be, told as a sentence. */
export class Unknown extends Error {
  override name = 'Unknown';
}

function known<Thing>(thing: Thing | undefined, kind: string, id: string): Thing {
  if (thing === undefined) throw new Unknown(`${id} is not among the ${kind}`);
  return thing;
}
