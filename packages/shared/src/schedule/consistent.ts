import type { Problem } from './problem.ts';

export interface Inconsistency {
  path: (string | number)[];
  message: string;
}

/** What a problem says of things that it does not list, or lists twice. Each with its path and a sentence. */
export function inconsistencies(problem: Problem): Inconsistency[] {
  const found: Inconsistency[] = [];
  const say = (message: string, ...path: (string | number)[]) => found.push({ path, message });
  const lists = { slots: problem.slots, tables: problem.tables, people: problem.people, wishes: problem.wishes, interpreters: problem.interpreters };
  const known = Object.fromEntries(
    Object.entries(lists).map(([list, things]) => {
      const seen = new Set<string>();
      things.forEach(({ id }, at) => {
        if (seen.has(id)) say(`${id} is there twice`, list, at, 'id');
        seen.add(id);
      });
      return [list, seen];
    }),
  ) as Record<keyof typeof lists, Set<string>>;
  const must = (list: keyof typeof lists, name: string | null, ...path: (string | number)[]) => {
    if (name !== null && !known[list].has(name)) say(`${name} is not among the ${list}`, ...path);
  };

  problem.slots.forEach((slot, at) => {
    if (slot.ends <= slot.starts) say(`${slot.id} ends before it starts`, 'slots', at, 'ends');
    const before = problem.slots[at - 1];
    if (before && (slot.day < before.day || (slot.day === before.day && slot.starts < before.ends))) say(`${slot.id} starts before ${before.id} ends`, 'slots', at, 'starts');
  });
  problem.tables.forEach(({ closed }, at) => closed.forEach((slot, of) => must('slots', slot, 'tables', at, 'closed', of)));
  for (const list of ['people', 'interpreters'] as const)
    problem[list].forEach(({ unavailable }, at) => unavailable.forEach((slot, of) => must('slots', slot, list, at, 'unavailable', of)));
  problem.wishes.forEach((wish, at) => {
    if (wish.buyer === wish.supplier) say(`${wish.buyer} cannot meet itself`, 'wishes', at, 'supplier');
    must('slots', wish.slot, 'wishes', at, 'slot');
  });
  problem.precedences.forEach(({ before, after }, at) => {
    must('wishes', before, 'precedences', at, 'before');
    must('wishes', after, 'precedences', at, 'after');
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
