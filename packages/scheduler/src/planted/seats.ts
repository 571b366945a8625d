import type { PlacedMeeting } from '@ganwan/shared/schedule/problem';
import type { Random } from '#random';
import type { Attendee } from './crowd.ts';
import type { Talk } from './talks.ts';

/** Tables that buyers keep in a half day, the same as in the half day before where it is free. Refuses more buyers at once than tables. */
export function tablesOf(talks: readonly Talk[], halfOf: (slot: number) => number, tables: number): number[] {
  const stays = new Map<string, number[]>();
  talks.forEach(({ buyer, slot }, talk) => {
    const stay = `${halfOf(slot)} ${buyer}`;
    stays.set(stay, [...(stays.get(stay) ?? []), talk]);
  });
  const first = (stay: readonly number[]) => talks[stay[0]!]!.slot;
  const freeFrom = new Int32Array(tables);
  const before = new Map<number, number>();
  const tableOf: number[] = [];
  // Whoever comes first sits first: intervals coloured in this order never need more tables than buyers at once.
  for (const stay of [...stays.values()].sort((one, other) => first(one) - first(other) || one[0]! - other[0]!)) {
    const { buyer } = talks[stay[0]!]!;
    const old = before.get(buyer);
    const table = old !== undefined && freeFrom[old]! <= first(stay) ? old : freeFrom.findIndex((slot) => slot <= first(stay));
    if (table < 0) throw new Error('more buyers at once than tables');
    freeFrom[table] = talks[stay.at(-1)!]!.slot + 1;
    before.set(buyer, table);
    for (const talk of stay) tableOf[talk] = table;
  }
  return tableOf;
}

const need = (one: Attendee, other: Attendee): string | null =>
  one.languages.some((language) => other.languages.includes(language)) ? null : [one.languages[0]!, other.languages[0]!].sort().join(' ');

/** For each pair of languages as many interpreters as are at work at once, and who helps in which talk. */
export function interpretersOf(people: readonly Attendee[], talks: readonly Talk[]): { interpreters: { id: string; languages: string[] }[]; helps: PlacedMeeting['interpreter'][] } {
  const atWork = new Map<string, number>();
  const names = new Map<string, string[]>();
  const helps = talks.map(({ buyer, supplier, slot }) => {
    const languages = need(people[buyer]!, people[supplier]!);
    if (!languages) return null;
    const nth = (atWork.get(`${slot} ${languages}`) ?? 0) + 1;
    atWork.set(`${slot} ${languages}`, nth);
    const id = `i-${languages.replace(' ', '-')}-${nth}`;
    names.set(id, languages.split(' '));
    return id;
  });
  return { interpreters: [...names].map(([id, languages]) => ({ id, languages })), helps };
}

/** Some of many, each with the same chance. */
export const some = <Item>(items: readonly Item[], share: number, { unit }: Random): Item[] => items.filter(() => unit() < share);
