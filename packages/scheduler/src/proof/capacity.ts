import type { Model } from '#model/model';
import { anyOf, atMost } from './logic.ts';
import type { Meetings } from './meetings.ts';
import type { Literal } from './sat.ts';

/**
 * No more meetings in a slot than open tables, where any table serves. The meetings of one person exclude each other
 * anyway, so people are counted instead: each meeting with one of its two, those first who have most. And of the people
 * no more than two a table are busy, which follows but is seen sooner.
 */
export function enoughTables({ sat, model, inSlot, busy }: Meetings): void {
  const { slots } = model;
  const groups = groupsOf(model);
  for (let slot = 0; slot < slots; slot += 1) {
    const open = model.openTables[slot]!;
    atMost(sat, groups.map((group) => anyOf(sat, group.map((wish) => inSlot[wish * slots + slot]!))), open);
    atMost(sat, Array.from({ length: model.people }, (_, person) => busy[person * slots + slot]!), 2 * open);
  }
}

/** Wishes in groups of which only one can be held in a slot, because one and the same person has to sit in all of them. */
function groupsOf(model: Model): number[][] {
  const groups: number[][] = [];
  const left = new Set(Array.from({ length: model.wishes }, (_, wish) => wish));
  const sure = (wish: number) => [model.buyersOf[wish]!, model.suppliersOf[wish]!].flatMap((people) => (people.length === 1 ? [people[0]!] : []));
  while (left.size) {
    const of = new Map<number, number[]>();
    for (const wish of left) for (const person of sure(wish)) of.set(person, [...(of.get(person) ?? []), wish]);
    if (!of.size) break;
    const group = [...of.values()].reduce((best, wishes) => (wishes.length > best.length ? wishes : best));
    for (const wish of group) left.delete(wish);
    groups.push(group);
  }
  return [...groups, ...[...left].map((wish): Literal[] => [wish])];
}
