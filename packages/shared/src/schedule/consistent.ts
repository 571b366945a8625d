import type { Problem } from './problem.ts';

export interface Inconsistency {
  path: (string | number)[];
  message: string;
}

/**
 * What a problem says of things that it does not list, or lists twice. Each with its path and a sentence. Enterprises are
 * those that send somebody, halls those with a table, days and half days those with a slot.
 */
export function inconsistencies(problem: Problem): Inconsistency[] {
  const found: Inconsistency[] = [];
  const say = (message: string, ...path: (string | number)[]) => found.push({ path, message });
  const lists = { slots: problem.slots, tables: problem.tables, people: problem.people, wishes: problem.wishes, interpreters: problem.interpreters };
  for (const [list, things] of Object.entries(lists)) {
    const seen = new Set<string>();
    things.forEach(({ id }, at) => {
      if (seen.has(id)) say(`${id} is there twice`, list, at, 'id');
      seen.add(id);
    });
  }
  const ids = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id));
  const known = {
    slots: ids(problem.slots), tables: ids(problem.tables), people: ids(problem.people), wishes: ids(problem.wishes), interpreters: ids(problem.interpreters),
    'enterprises of the people': new Set(problem.people.map(({ enterprise }) => enterprise)),
    'halls of the tables': new Set(problem.tables.map(({ hall }) => hall)),
    'days of the slots': new Set(problem.slots.map(({ day }) => day)),
    'half days of the slots': new Set(problem.slots.map(({ day, half }) => `${day} ${half}`)),
  };
  const must = (list: keyof typeof known, name: string | null, ...path: (string | number)[]) => {
    if (name !== null && !known[list].has(name)) say(`${name} is not among the ${list}`, ...path);
  };

  problem.slots.forEach((slot, at) => {
    if (slot.ends <= slot.starts) say(`${slot.id} ends before it starts`, 'slots', at, 'ends');
    const before = problem.slots[at - 1];
    if (before && (slot.day < before.day || (slot.day === before.day && slot.starts < before.ends))) say(`${slot.id} starts before ${before.id} ends`, 'slots', at, 'starts');
  });
  problem.tables.forEach(({ closed, reservedFor }, at) => {
    must('enterprises of the people', reservedFor, 'tables', at, 'reservedFor');
    closed.forEach((slot, of) => must('slots', slot, 'tables', at, 'closed', of));
  });
  for (const list of ['people', 'interpreters'] as const)
    problem[list].forEach(({ unavailable }, at) => unavailable.forEach((slot, of) => must('slots', slot, list, at, 'unavailable', of)));
  problem.people.forEach(({ oneMoreOn, noBreakOn, anotherTableFrom }, at) => {
    anotherTableFrom.forEach((slot, of) => must('slots', slot, 'people', at, 'anotherTableFrom', of));
    oneMoreOn.forEach((day, of) => must('days of the slots', day, 'people', at, 'oneMoreOn', of));
    noBreakOn.forEach(({ day, half }, of) => must('half days of the slots', `${day} ${half}`, 'people', at, 'noBreakOn', of));
  });
  problem.wishes.forEach((wish, at) => {
    must('enterprises of the people', wish.buyer, 'wishes', at, 'buyer');
    must('enterprises of the people', wish.supplier, 'wishes', at, 'supplier');
    if (wish.buyer === wish.supplier) say(`${wish.buyer} cannot meet itself`, 'wishes', at, 'supplier');
    must('slots', wish.slot, 'wishes', at, 'slot');
  });
  problem.precedences.forEach(({ before, after }, at) => {
    must('wishes', before, 'precedences', at, 'before');
    must('wishes', after, 'precedences', at, 'after');
  });
  problem.blocks.forEach(({ a, b }, at) => {
    must('enterprises of the people', a, 'blocks', at, 'a');
    must('enterprises of the people', b, 'blocks', at, 'b');
  });
  problem.travel.forEach(({ from, to }, at) => {
    must('halls of the tables', from, 'travel', at, 'from');
    must('halls of the tables', to, 'travel', at, 'to');
  });
  const locked = new Set<string>();
  problem.locked.forEach((meeting, at) => {
    if (locked.has(meeting.wish)) say(`${meeting.wish} is locked twice`, 'locked', at, 'wish');
    locked.add(meeting.wish);
    must('wishes', meeting.wish, 'locked', at, 'wish');
    must('slots', meeting.slot, 'locked', at, 'slot');
    must('tables', meeting.table, 'locked', at, 'table');
    must('people', meeting.buyer, 'locked', at, 'buyer');
    must('people', meeting.supplier, 'locked', at, 'supplier');
    must('interpreters', meeting.interpreter, 'locked', at, 'interpreter');
  });
  return found;
}
