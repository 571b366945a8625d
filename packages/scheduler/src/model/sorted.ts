import type { Problem } from '@ganwan/shared/schedule/problem';

const by = <Thing>(key: (thing: Thing) => string) => (a: Thing, b: Thing) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);

/** The same problem whatever the order it was written in. Slots stay: their order is that of the clock. */
export function sorted(problem: Problem): Problem {
  const byId = by<{ id: string }>(({ id }) => id);
  return {
    ...problem,
    tables: [...problem.tables].sort(byId),
    people: [...problem.people].sort(byId),
    wishes: [...problem.wishes].sort(byId),
    interpreters: [...problem.interpreters].sort(byId),
    precedences: [...problem.precedences].sort(by(({ before, after }) => JSON.stringify([before, after]))),
    locked: [...problem.locked].sort(by(({ wish }) => wish)),
  };
}
