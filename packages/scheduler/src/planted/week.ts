import { type PlacedMeeting, Problem, type ProblemFile } from '@ganwan/shared/schedule/problem';
import { type Random, random } from '#random';
import { type Attendee, crowd } from './crowd.ts';
import { interpretersOf, some, tablesOf } from './seats.ts';
import { type Talk, talksWithoutBreaks } from './talks.ts';

export interface Week {
  problem: Problem;
  /** A schedule with everything placed and no break, around which the problem was made. */
  hidden: PlacedMeeting[];
}

/**
 * A session with a known answer: a whole schedule without breaks is built from the seed, and then everything that is
 * asked (absences, half days, limits, fixed slots, closed and reserved tables, interpreters) is made so that it holds
 * there. 20 slots up to 200 people, 30 up to 500, 40 for more; at most 70 in 100 tables are taken at once.
 */
export function plantedWeek({ people, seed, tables = 300 }: { people: number; seed: number; tables?: number }): Week {
  const dice = random(seed);
  const slots = people <= 200 ? 20 : people <= 500 ? 30 : 40;
  const days = slots === 20 ? 1 : 2;
  const perDay = slots / days;
  const clock = slotsOf(days, perDay);
  const attendees = crowd(people, dice);
  const atOnce = Math.floor(Math.min(tables * 0.7, people * 0.3 * 0.8));
  const dayLists = Array.from({ length: days }, (_, day) => Array.from({ length: perDay }, (_slot, at) => day * perDay + at));
  const talks = talksWithoutBreaks(attendees, dayLists, atOnce, dice);
  const halfOf = (slot: number) => Math.floor(slot / perDay) * 2 + Number(clock[slot]!.half === 'afternoon');
  const tableOf = tablesOf(talks, halfOf, tables);
  const { interpreters, helps } = interpretersOf(attendees, talks);
  const tableName = (table: number) => `t${String(table + 1).padStart(4, '0')}`;
  // Names tell nothing of the hidden order.
  const names = dice.shuffle(talks.map((_, at) => `w${String(at + 1).padStart(6, '0')}`));
  const hidden: PlacedMeeting[] = talks.map(({ buyer, supplier, slot }, at) => ({
    wish: names[at]!,
    slot: clock[slot]!.id,
    table: tableName(tableOf[at]!),
    buyer: attendees[buyer]!.id,
    supplier: attendees[supplier]!.id,
    interpreter: helps[at]!,
  }));

  const busy = new Set(talks.flatMap(({ buyer, supplier, slot }) => [`${buyer} ${slot}`, `${supplier} ${slot}`]));
  const used = new Set(talks.map(({ slot }, at) => `${tableOf[at]} ${halfOf(slot)}`));
  const atTable: Set<string>[] = Array.from({ length: tables }, () => new Set());
  talks.forEach(({ buyer }, at) => atTable[tableOf[at]!]!.add(attendees[buyer]!.enterprise));
  const accessible = Array.from({ length: tables }, () => dice.unit() < 0.1);
  const onlyAccessible = new Set(attendees.keys());
  talks.forEach(({ buyer, supplier }, at) => !accessible[tableOf[at]!] && [buyer, supplier].forEach((person) => onlyAccessible.delete(person)));

  const problem: ProblemFile = {
    slots: clock,
    tables: Array.from({ length: tables }, (_, table) => ({
      id: tableName(table),
      hall: table < tables / 2 ? 'east' : 'west',
      accessible: accessible[table]!,
      reservedFor: atTable[table]!.size === 1 && dice.unit() < 0.3 ? [...atTable[table]!][0]! : null,
      closed: dice.unit() < 0.1 ? clock.filter((_, slot) => !used.has(`${table} ${halfOf(slot)}`)).map(({ id }) => id) : [],
    })),
    people: attendees.map((attendee, person) => {
      const idle = clock.flatMap((_, slot) => (busy.has(`${person} ${slot}`) ? [] : [slot]));
      return { ...attendee, ...wants(idle, clock, dice), needsAccessibleTable: onlyAccessible.has(person) && dice.unit() < 0.3 };
    }),
    wishes: talks.map((talk, at) => wishOf(talk, names[at]!, attendees, clock, dice)),
    interpreters,
    travel: [{ from: 'east', to: 'west', minutes: 5 }],
    precedences: precedencesOf(talks, names, dice),
    locked: some(hidden, 0.005, dice),
  };
  return { problem: Problem.parse(problem), hidden };
}

/** Talks of 20 minutes with 5 between them, from 9:00 and, in the afternoon, from 13:30. */
function slotsOf(days: number, perDay: number): ProblemFile['slots'] {
  const morning = Math.ceil(perDay / 2);
  const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return Array.from({ length: days * perDay }, (_, slot) => {
    const at = slot % perDay;
    const starts = at < morning ? 540 + at * 25 : 810 + (at - morning) * 25;
    const day = 1 + Math.floor(slot / perDay);
    return { id: `d${day}-${time(starts)}`, day: `2026-05-1${day}`, half: at < morning ? 'morning' : 'afternoon', starts: time(starts), ends: time(starts + 20) } as const;
  });
}

/** What somebody asks for who is idle in these slots. */
function wants(idle: readonly number[], clock: ProblemFile['slots'], { unit, pick }: Random): Partial<ProblemFile['people'][number]> {
  const isIdle = new Set(idle);
  const halves = (['morning', 'afternoon'] as const).filter((half) => clock.every((slot, at) => slot.half === half || isIdle.has(at)));
  const chance = unit();
  if (halves.length && chance < 0.4) return { half: pick(halves) };
  if (idle.length && chance < 0.6) {
    const from = pick(idle);
    return { unavailable: [from, from + 1, from + 2].filter((slot) => isIdle.has(slot)).map((slot) => clock[slot]!.id) };
  }
  const rests = clock.every((slot) => clock.some((other, there) => other.day === slot.day && other.half === slot.half && isIdle.has(there)));
  if (rests && chance < 0.7) return { breakEachHalf: true };
  if (chance < 0.8) {
    const busyOn = [...new Set(clock.map(({ day }) => day))].map((day) => clock.filter((slot, at) => slot.day === day && !isIdle.has(at)).length);
    return { mostPerDay: Math.max(1, ...busyOn) };
  }
  return {};
}

function wishOf({ buyer, supplier, slot, product }: Talk, id: string, people: readonly Attendee[], clock: ProblemFile['slots'], { unit, below }: Random): ProblemFile['wishes'][number] {
  const voice = (must: boolean) => ({ says: must ? ('must' as const) : ('want' as const), rank: 1 + below(20) });
  const who = unit();
  const tied = unit();
  return {
    id,
    buyer: people[buyer]!.enterprise,
    supplier: people[supplier]!.enterprise,
    product,
    buyerSays: who < 0.85 ? voice(unit() < 0.1) : null,
    supplierSays: who >= 0.85 || who < 0.5 ? voice(false) : null,
    slot: tied < 0.01 ? clock[slot]!.id : null,
    half: tied > 0.95 ? clock[slot]!.half : null,
  };
}

/** One talk in fifty comes only after another of the same supplier. */
function precedencesOf(talks: readonly Talk[], names: readonly string[], dice: Random): { before: string; after: string }[] {
  const last = new Map<number, number>();
  return talks.flatMap(({ supplier, slot }, at) => {
    const before = last.get(supplier);
    last.set(supplier, at);
    return before !== undefined && talks[before]!.slot < slot && dice.unit() < 0.02 ? [{ before: names[before]!, after: names[at]! }] : [];
  });
}
