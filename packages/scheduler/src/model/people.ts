import type { Problem } from '@ganwan/shared/schedule/problem';
import { halfName, type Slots } from './slots.ts';

export interface People {
  people: number;
  personNumber: ReadonlyMap<string, number>;
  enterpriseOf: Int32Array;
  /** People of each enterprise. */
  staff: readonly Int32Array[];
  /** 0 buyer, 1 supplier, 2 either. */
  sideOf: Uint8Array;
  /** Whether a person can speak about a product. */
  knows(person: number, product: string): boolean;
  /** Per person and slot. */
  present: Uint8Array;
  /** Per person and day: the most meetings. No limit is a number that no day reaches. */
  mostOn: Int32Array;
  /** Per person and half day: whether a slot of it stays free if there is a meeting. */
  breakIn: Uint8Array;
  needsAccessible: Uint8Array;
  /** Times for which a buyer who keeps the table keeps one: half days of a person, or parts of them. */
  sittings: number;
  /** Per person and slot. */
  sittingOf: Int32Array;
  /** Per sitting. */
  sitterOf: Int32Array;
  slotsOfSitting: readonly Int32Array[];
  /** Over all days, the slots in which the person is present, of each day at most as many as `mostOn` says. */
  presence: Int32Array;
  interpreters: number;
  interpreterNumber: ReadonlyMap<string, number>;
  /** Per interpreter and slot. */
  interpreterPresent: Uint8Array;
  /** Who can help two people talk; null when they need nobody. */
  interpretersFor(one: number, other: number): Int32Array | null;
}

const sides = ['buyer', 'supplier', 'either'];

export function peopleOf(problem: Problem, slots: Slots, enterprises: ReadonlyMap<string, number>): People {
  const { people, interpreters } = problem;
  const enterpriseOf = Int32Array.from(people, ({ enterprise }) => enterprises.get(enterprise)!);
  const staff: number[][] = Array.from({ length: enterprises.size }, () => []);
  enterpriseOf.forEach((enterprise, person) => staff[enterprise]!.push(person));
  const present = presenceOf(people, slots);
  const days = [...slots.dayNumber];
  const mostOn = Int32Array.from(people.flatMap(({ mostPerDay, oneMoreOn }) => days.map(([day]) => (mostPerDay ?? slots.slots) + oneMoreOn.filter((other) => other === day).length)));
  const halves = [...slots.halfNumber.keys()];
  return {
    people: people.length,
    personNumber: new Map(people.map(({ id }, at) => [id, at])),
    enterpriseOf,
    staff: staff.map((members) => Int32Array.from(members)),
    sideOf: Uint8Array.from(people, ({ side }) => sides.indexOf(side)),
    knows: (person, product) => people[person]!.knows.length === 0 || people[person]!.knows.includes(product),
    present,
    mostOn,
    breakIn: Uint8Array.from(people.flatMap(({ breakEachHalf, noBreakOn }) => {
      const without = new Set(noBreakOn.map(({ day, half }) => halfName(day, half)));
      return halves.map((half) => Number(breakEachHalf && !without.has(half)));
    })),
    needsAccessible: Uint8Array.from(people, ({ needsAccessibleTable }) => Number(needsAccessibleTable)),
    ...sittingsOf(people, slots),
    presence: Int32Array.from(people, (_, person) =>
      slots.slotsOfDay.reduce((sum, day, at) => sum + Math.min(mostOn[person * slots.days + at]!, day.reduce((there, slot) => there + present[person * slots.slots + slot]!, 0)), 0)),
    interpreters: interpreters.length,
    interpreterNumber: new Map(interpreters.map(({ id }, at) => [id, at])),
    interpreterPresent: presenceOf(interpreters.map(({ unavailable }) => ({ unavailable, half: null })), slots),
    interpretersFor: interpreting(problem),
  };
}

function presenceOf(who: readonly Pick<Problem['people'][number], 'unavailable' | 'half'>[], { slots, slotNumber, partOf }: Slots): Uint8Array {
  const present = new Uint8Array(who.length * slots);
  who.forEach(({ unavailable, half }, at) => {
    for (let slot = 0; slot < slots; slot += 1) present[at * slots + slot] = Number(half === null || partOf[slot] === half);
    for (const slot of unavailable) present[at * slots + slotNumber.get(slot)!] = 0;
  });
  return present;
}

function sittingsOf(people: Problem['people'], { slots, slotNumber, slotsOfHalf }: Slots): Pick<People, 'sittings' | 'sittingOf' | 'sitterOf' | 'slotsOfSitting'> {
  const sittingOf = new Int32Array(people.length * slots);
  const sitterOf: number[] = [];
  const slotsOfSitting: number[][] = [];
  people.forEach(({ anotherTableFrom }, person) => {
    const begins = new Set(anotherTableFrom.map((slot) => slotNumber.get(slot)!));
    for (const half of slotsOfHalf) half.forEach((slot, at) => {
      if (at === 0 || begins.has(slot)) {
        sitterOf.push(person);
        slotsOfSitting.push([]);
      }
      sittingOf[person * slots + slot] = sitterOf.length - 1;
      slotsOfSitting.at(-1)!.push(slot);
    });
  });
  return { sittings: sitterOf.length, sittingOf, sitterOf: Int32Array.from(sitterOf), slotsOfSitting: slotsOfSitting.map((list) => Int32Array.from(list)) };
}

/** People with the same languages are asked about once. */
function interpreting({ people, interpreters }: Problem): People['interpretersFor'] {
  const speaks = people.map(({ languages }) => [...new Set(languages)].sort().join('\n'));
  const kinds = [...new Set(speaks)];
  const kindOf = Int32Array.from(speaks, (languages) => kinds.indexOf(languages));
  const known = new Map<number, Int32Array | null>();
  return (one, other) => {
    const key = kindOf[one]! * kinds.length + kindOf[other]!;
    if (!known.has(key)) known.set(key, helpers(people[one]!.languages, people[other]!.languages, interpreters));
    return known.get(key)!;
  };
}

function helpers(one: readonly string[], other: readonly string[], interpreters: Problem['interpreters']): Int32Array | null {
  if (!one.length || !other.length || one.some((language) => other.includes(language))) return null;
  const able = interpreters.flatMap(({ languages }, at) => (one.some((language) => languages.includes(language)) && other.some((language) => languages.includes(language)) ? [at] : []));
  return Int32Array.from(able);
}
