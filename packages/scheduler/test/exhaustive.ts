import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { levels, risesIn, type Level } from '@ganwan/shared/schedule/schedule';

/** One way to hold one wish that keeps every rule which concerns it alone. Numbers are places in the problem's lists. */
export interface Option {
  meeting: PlacedMeeting;
  wish: number;
  slot: number;
  table: number;
  buyer: number;
  supplier: number;
  interpreter: number;
}

export type Best = Record<Level, number>;

/**
 * The best figures of any schedule by trying them all, or null when no schedule keeps the rules. Written from the
 * words of the contract alone, as plainly as it goes: what the engine is measured against.
 */
export function exhaustive(problem: Problem): { best: Best; meetings: PlacedMeeting[] } | null {
  let found: { best: Best; options: readonly Option[] } | null = null;
  const figures = figuresIn(problem);
  const isBetter = (options: readonly Option[], than: Best) => {
    for (const level of levels) {
      const figure = figures[level](options);
      if (figure !== than[level]) return figure > than[level] === risesIn[level];
    }
    return false;
  };
  tryAll(problem, (options) => {
    if (found === null || isBetter(options, found.best)) found = { best: Object.fromEntries(levels.map((level) => [level, figures[level](options)])) as Best, options: [...options] };
    return false;
  });
  return found && { best: (found as { best: Best }).best, meetings: (found as { options: Option[] }).options.map((option) => option.meeting) };
}

/** Whether any schedule keeps the rules. */
export const isPossible = (problem: Problem) => tryAll(problem, () => true);

export function optionsOf(problem: Problem, wish: number): Option[] {
  const { id, buyer, supplier, product, half, slot: only, buyerSays, supplierSays } = problem.wishes[wish]!;
  if (buyerSays?.says === 'no' || supplierSays?.says === 'no') return [];
  if (problem.blocks.some(({ a, b }) => (a === buyer && b === supplier) || (a === supplier && b === buyer))) return [];
  const able = (enterprise: string) => problem.people.flatMap((person, index) => (person.enterprise === enterprise && (product === null || person.knows.length === 0 || person.knows.includes(product)) ? [index] : []));
  const options: Option[] = [];
  problem.slots.forEach((slot, s) => {
    if ((half !== null && slot.half !== half) || (only !== null && slot.id !== only)) return;
    for (const b of able(buyer)) for (const u of able(supplier)) {
      const both = [problem.people[b]!, problem.people[u]!];
      if (both.some((person) => person.unavailable.includes(slot.id) || (person.half !== null && person.half !== slot.half))) continue;
      const [mine, theirs] = both.map((person) => person.languages) as [string[], string[]];
      const needsInterpreter = mine.length > 0 && theirs.length > 0 && mine.every((language) => !theirs.includes(language));
      const interpreters = needsInterpreter
        ? problem.interpreters.flatMap(({ languages, unavailable }, index) => (!unavailable.includes(slot.id) && languages.some((one) => mine.includes(one)) && languages.some((one) => theirs.includes(one)) ? [index] : []))
        : [-1];
      problem.tables.forEach((table, t) => {
        if (table.closed.includes(slot.id) || (table.reservedFor !== null && table.reservedFor !== buyer)) return;
        if (!table.accessible && both.some((person) => person.needsAccessibleTable)) return;
        for (const i of interpreters)
          options.push({ meeting: { wish: id, slot: slot.id, table: table.id, buyer: both[0]!.id, supplier: both[1]!.id, interpreter: problem.interpreters[i]?.id ?? null }, wish, slot: s, table: t, buyer: b, supplier: u, interpreter: i });
      });
    }
  });
  const locked = problem.locked.find((meeting) => meeting.wish === id);
  return locked ? options.filter(({ meeting }) => (['slot', 'table', 'buyer', 'supplier', 'interpreter'] as const).every((key) => meeting[key] === locked[key])) : options;
}

/** Calls `visit` with every schedule that keeps the rules, until it answers true; whether it did. */
export function tryAll(problem: Problem, visit: (options: readonly Option[]) => boolean): boolean {
  const options = problem.wishes.map((_, wish) => optionsOf(problem, wish));
  const mustPlace = problem.wishes.map(({ id }) => problem.rules.placeEverything || problem.locked.some((meeting) => meeting.wish === id));
  const pair = pairsIn(problem);
  const clashes = new Map(options.flat().map((one) => [one, new Set(options.flat().filter((other) => other.wish < one.wish && !pair(one, other)))]));
  const keepsRules = rulesIn(problem);
  const chosen: Option[] = [];
  const from = (wish: number): boolean => {
    if (wish === options.length) return keepsRules(chosen) && visit(chosen);
    for (const option of options[wish]!) {
      const clashing = clashes.get(option)!;
      if (chosen.some((other) => clashing.has(other))) continue;
      chosen.push(option);
      if (from(wish + 1)) return true;
      chosen.pop();
    }
    return !mustPlace[wish] && from(wish + 1);
  };
  return from(0);
}

/** Answers whether meetings are a schedule that keeps the rules. */
export function judge(problem: Problem): (meetings: readonly PlacedMeeting[]) => boolean {
  const key = ({ wish, slot, table, buyer, supplier, interpreter }: PlacedMeeting) => [wish, slot, table, buyer, supplier, interpreter].join();
  const all = new Map(problem.wishes.flatMap((_, wish) => optionsOf(problem, wish)).map((option) => [key(option.meeting), option]));
  const mustPlace = problem.wishes.flatMap(({ id }, wish) => (problem.rules.placeEverything || problem.locked.some((meeting) => meeting.wish === id) ? [wish] : []));
  const [together, keepsRules] = [pairsIn(problem), rulesIn(problem)];
  return (meetings) => {
    const chosen = meetings.map((meeting) => all.get(key(meeting)));
    if (!chosen.every((option) => option !== undefined)) return false;
    const placed = new Set(chosen.map(({ wish }) => wish));
    if (placed.size < chosen.length || !mustPlace.every((wish) => placed.has(wish))) return false;
    return chosen.every((one, index) => chosen.slice(index + 1).every((other) => together(one, other))) && keepsRules(chosen);
  };
}

const clock = (time: string) => time.split(':').reduce((minutes, part) => minutes * 60 + Number(part), 0);
/** A half day of a person, or the part of it for which they keep one table. */
const sitting = (problem: Problem, person: number, slot: number) => `${halfDay(problem, slot)} ${problem.people[person]!.anotherTableFrom.filter((from) => problem.slots.findIndex(({ id }) => id === from) <= slot).length}`;
const halfDay = (problem: Problem, slot: number) => problem.slots[slot]!.day + problem.slots[slot]!.half;

/** Whether two meetings may stand in one schedule. */
function pairsIn(problem: Problem) {
  return (a: Option, b: Option): boolean => {
    const shared = a.buyer === b.buyer || a.buyer === b.supplier || a.supplier === b.buyer || a.supplier === b.supplier;
    if (a.slot === b.slot) return !shared && a.table !== b.table && (a.interpreter !== b.interpreter || a.interpreter === -1);
    if (problem.rules.buyerKeepsTable && a.buyer === b.buyer && a.table !== b.table && sitting(problem, a.buyer, a.slot) === sitting(problem, a.buyer, b.slot)) return false;
    const [early, late] = a.slot < b.slot ? [a, b] : [b, a];
    const [from, to] = [problem.tables[early.table]!.hall, problem.tables[late.table]!.hall];
    if (!shared || from === to || problem.slots[early.slot]!.day !== problem.slots[late.slot]!.day) return true;
    const time = clock(problem.slots[late.slot]!.starts) - clock(problem.slots[early.slot]!.ends);
    return problem.travel.every((way) => !((way.from === from && way.to === to) || (way.from === to && way.to === from)) || time >= way.minutes);
  };
}

/** Whether a set of meetings, each pair of which may stand together, keeps all the other rules. */
function rulesIn(problem: Problem) {
  const { people, slots, rules } = problem;
  const halfOf = slots.map((_, slot) => halfDay(problem, slot));
  const halves = [...new Set(halfOf)].map((half) => ({ half, length: halfOf.filter((other) => other === half).length }));
  const days = [...new Set(slots.map(({ day }) => day))];
  return (chosen: readonly Option[]): boolean => {
    const slotOf = (wish: string) => chosen.find((option) => option.meeting.wish === wish)?.slot;
    for (const { before, after } of problem.precedences) {
      const late = slotOf(after);
      if (late !== undefined && !(slotOf(before)! < late)) return false;
    }
    for (const [p, person] of people.entries()) {
      const busy = chosen.filter((option) => option.buyer === p || option.supplier === p);
      if (busy.length === 0) continue;
      const mostPerDay = (day: string) => person.mostPerDay! + person.oneMoreOn.filter((one) => one === day).length;
      if (person.mostPerDay !== null && days.some((day) => busy.filter(({ slot }) => slots[slot]!.day === day).length > mostPerDay(day))) return false;
      for (const { half, length } of halves) {
        if (!person.breakEachHalf && !rules.buyerKeepsTable) break;
        const inHalf = busy.filter(({ slot }) => halfOf[slot] === half);
        if (person.breakEachHalf && inHalf.length > 0 && inHalf.length === length && !person.noBreakOn.some((one) => one.day + one.half === half)) return false;
        for (const mine of Map.groupBy(inHalf.filter((option) => option.buyer === p), ({ slot }) => sitting(problem, p, slot)).values()) {
          const [first, last] = [Math.min(...mine.map(({ slot }) => slot)), Math.max(...mine.map(({ slot }) => slot))];
          const intrudes = (other: Option) => other.buyer !== p && other.table === mine[0]!.table && other.slot > first && other.slot < last;
          if (rules.buyerKeepsTable && chosen.some(intrudes)) return false;
        }
      }
    }
    if (rules.breakSpread === null) return true;
    const breaks = people.map((_, p) => breaksOf(problem, p, chosen));
    return Math.max(...breaks) - Math.min(...breaks) <= rules.breakSpread;
  };
}

function breaksOf({ slots }: Problem, person: number, chosen: readonly Option[]): number {
  let breaks = 0;
  let last = -1;
  for (let slot = 0; slot < slots.length; slot++) {
    if (!chosen.some((option) => option.slot === slot && (option.buyer === person || option.supplier === person))) continue;
    if (last >= 0 && slot - last > 1 && slots[last]!.day === slots[slot]!.day) breaks++;
    last = slot;
  }
  return breaks;
}

function figuresIn(problem: Problem) {
  const { people, slots, wishes, rules } = problem;
  const { mutual, buyer, supplier, ranks } = rules.weights;
  const wants = (voice: Problem['wishes'][number]['buyerSays']) => (voice === null || voice.says === 'no' ? 0 : voice.rank === null ? 1 : Math.max(1, ranks + 1 - voice.rank));
  const points = wishes.map((wish) => (wants(wish.buyerSays) > 0 && wants(wish.supplierSays) > 0 ? mutual : 0) + buyer * wants(wish.buyerSays) + supplier * wants(wish.supplierSays));
  const open = { ...problem, locked: [], interpreters: [{ id: '?', languages: people.flatMap((person) => person.languages).concat('?'), unavailable: [] }], tables: [{ id: '?', hall: '?', accessible: true, reservedFor: null, closed: [] }] };
  // Who could hold a wish if neither tables nor interpreters were short.
  const holders = wishes.map((_, wish) => new Set(optionsOf(open, wish).flatMap((option) => [option.buyer, option.supplier])));
  const room = people.map((person) => {
    const present = slots.filter((slot) => !person.unavailable.includes(slot.id) && (person.half === null || person.half === slot.half));
    const perDay = [...new Set(slots.map(({ day }) => day))].map((day) => {
      const there = present.filter((slot) => slot.day === day).length;
      return person.mostPerDay === null ? there : Math.min(there, person.mostPerDay + person.oneMoreOn.filter((one) => one === day).length);
    });
    return perDay.reduce((a, b) => a + b, 0);
  });
  const named = people.flatMap((_, p) => (holders.some((able) => able.has(p)) ? [p] : []));
  const held = (chosen: readonly Option[], p: number) => chosen.filter((option) => option.buyer === p || option.supplier === p).length;
  const mostMissed = (chosen: readonly Option[], side: string) => {
    const left = holders.filter((_, wish) => !chosen.some((option) => option.wish === wish));
    return Math.max(0, ...named.filter((p) => people[p]!.side === side).map((p) => Math.min(left.filter((able) => able.has(p)).length, room[p]! - held(chosen, p))));
  };
  const tables = (chosen: readonly Option[], p: number) => chosen.filter((option) => option.buyer === p).sort((a, b) => a.slot - b.slot).map(({ table }) => table);
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const figures: Record<Level, (chosen: readonly Option[]) => number> = {
    mustsPlaced: (chosen) => chosen.filter(({ wish }) => wishes[wish]!.buyerSays?.says === 'must' || wishes[wish]!.supplierSays?.says === 'must').length,
    fewest: (chosen) => (named.length === 0 ? 0 : Math.min(...named.map((p) => held(chosen, p)))),
    unevenness: (chosen) => mostMissed(chosen, 'buyer') + mostMissed(chosen, 'supplier') + mostMissed(chosen, 'either'),
    score: (chosen) => sum(chosen.map(({ wish }) => points[wish]!)),
    breaks: (chosen) => sum(people.map((_, p) => breaksOf(problem, p, chosen))),
    tableChanges: (chosen) => (rules.countTableChanges ? sum(people.map((_, p) => tables(chosen, p).filter((table, index, all) => index > 0 && table !== all[index - 1]).length)) : 0),
  };
  return figures;
}
