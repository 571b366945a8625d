import type { Bounds, Level, Reason } from '@ganwan/shared/schedule/schedule';
import { maySit } from '#model/may-sit';
import type { Model } from '#model/model';
import { crowded } from './crowded.ts';

export type Bests = Record<Level, number>;

/** What no schedule can beat, as far as counting wishes, slots and points tells. */
export function countedBests(model: Model): Bests {
  const wishes = Array.from({ length: model.wishes }, (_, wish) => wish).filter((wish) => model.holdable[wish]);
  const could = Array.from(model.naming, ({ length }, person) => Math.min(length, model.presence[person]!)).filter((_, person) => model.named[person]);
  return {
    mustsPlaced: wishes.filter((wish) => model.must[wish]).length,
    fewest: could.length ? Math.min(...could) : 0,
    unevenness: 0,
    score: wishes.reduce((sum, wish) => sum + model.points[wish]!, 0),
    breaks: 0,
    tableChanges: 0,
  };
}

/** Why no schedule can be, when counting shows it; null when it does not. */
export function countedReason(model: Model): Reason | null {
  return lockedReason(model) ?? (model.rules.placeEverything ? everythingReason(model) : null);
}

const id = (model: Model, wish: number) => model.problem.wishes[wish]!.id;

function lockedReason(model: Model): Reason | null {
  const taken = new Set<string>();
  for (let wish = 0; wish < model.wishes; wish += 1) {
    const lock = model.locked[wish];
    if (!lock) continue;
    const uses = [`table ${lock.table}`, `person ${lock.buyer}`, `person ${lock.supplier}`, ...(lock.interpreter < 0 ? [] : [`interpreter ${lock.interpreter}`])].map((use) => `${use} ${lock.slot}`);
    if (!maySit(model, wish, lock) || uses.some((use) => taken.has(use))) return { code: 'locked_broken', wish: id(model, wish) };
    for (const use of uses) taken.add(use);
  }
  return null;
}

function everythingReason(model: Model): Reason | null {
  const impossible = model.slotsOfWish.findIndex((slots) => slots.length === 0);
  if (impossible >= 0) return { code: 'wish_impossible', wish: id(model, impossible) };
  return cycle(model) ?? tooLittleTime(model) ?? fixedClash(model) ?? personOverfull(model) ?? tablesOverfull(model);
}

/** Wishes that wait for each other in a ring. */
function cycle({ wishes, precedences, problem }: Model): Reason | null {
  const before: number[][] = Array.from({ length: wishes }, () => []);
  const after: number[][] = Array.from({ length: wishes }, () => []);
  for (const [first, second] of precedences) {
    before[second]!.push(first);
    after[first]!.push(second);
  }
  // Who waits for nobody goes; whoever is left over waits for somebody who is left over.
  const waits = Int32Array.from(before, ({ length }) => length);
  const going = before.flatMap(({ length }, wish) => (length ? [] : [wish]));
  for (const wish of going) for (const later of after[wish]!) if ((waits[later]! -= 1) === 0) going.push(later);
  let wish = waits.findIndex((count) => count > 0);
  if (wish < 0) return null;
  const path: number[] = [];
  for (; !path.includes(wish); wish = before[wish]!.find((first) => waits[first]! > 0)!) path.push(wish);
  const ring = path.slice(path.indexOf(wish)).reverse();
  const first = ring.indexOf(Math.min(...ring));
  return { code: 'precedence_cycle', wishes: [...ring.slice(first), ...ring.slice(0, first)].map((at) => problem.wishes[at]!.id) };
}

/** A wish that has no slot left once those it waits for have had theirs. Knows of no cycle. */
function tooLittleTime(model: Model): Reason | null {
  const earliest = model.slotsOfWish.map((slots) => slots[0]!);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [before, after] of model.precedences) {
      if (earliest[after]! > earliest[before]!) continue;
      const next = model.slotsOfWish[after]!.find((slot) => slot > earliest[before]!);
      if (next === undefined) return { code: 'wish_impossible', wish: id(model, after) };
      earliest[after] = next;
      changed = true;
    }
  }
  return null;
}

/** People who have to sit in a wish, whoever else comes. */
const sure = (model: Model, wish: number) => [model.buyersOf[wish]!, model.suppliersOf[wish]!].flatMap((people) => (people.length === 1 ? [people[0]!] : []));
const only = (model: Model, wish: number) => (model.slotsOfWish[wish]!.length === 1 ? model.slotsOfWish[wish]![0]! : null);

function fixedClash(model: Model): Reason | null {
  const taken = new Map<string, number>();
  for (let wish = 0; wish < model.wishes; wish += 1) {
    const slot = only(model, wish);
    if (slot === null) continue;
    for (const person of sure(model, wish)) {
      const other = taken.get(`${person} ${slot}`);
      if (other !== undefined) return { code: 'fixed_clash', wishes: [id(model, other), id(model, wish)] };
      taken.set(`${person} ${slot}`, wish);
    }
  }
  return null;
}

/** Over all meetings of a person, and over those that have to share a part of the slots. */
function personOverfull(model: Model): Reason | null {
  const wishes = Array.from({ length: model.people }, (): number[] => []);
  for (let wish = 0; wish < model.wishes; wish += 1) for (const person of sure(model, wish)) wishes[person]!.push(wish);
  const once = new Int32Array(model.slots).fill(1);
  for (let person = 0; person < model.people; person += 1) {
    const theirs = wishes[person]!;
    const name = model.problem.people[person]!.id;
    const slots = Math.min(model.presence[person]!, new Set(theirs.flatMap((wish) => [...model.slotsOfWish[wish]!])).size);
    if (theirs.length > slots) return { code: 'person_overfull', person: name, meetings: theirs.length, slots };
    const crowd = crowded(theirs.map((wish) => model.slotsOfWish[wish]!), once);
    if (crowd) return { code: 'person_overfull', person: name, meetings: crowd.things, slots: crowd.places };
  }
  return null;
}

/** Matchings of more choices than this are left to the solver. */
const mostChoices = 2_000_000;

/** Over all slots, over those of one part of the day, over each, and then over whichever meetings have to share a part of them. */
function tablesOverfull(model: Model): Reason | null {
  const { slotsOfWish, openTables } = model;
  const all = Array.from({ length: model.slots }, (_, slot) => slot);
  const one = slotsOfWish.filter((slots) => slots.length === 1).map((slots) => slots[0]!);
  const parts = (['morning', 'afternoon'] as const).map((part) => ({
    meetings: slotsOfWish.filter((slots) => slots.every((slot) => model.partOf[slot] === part)).length,
    places: sum(all.filter((slot) => model.partOf[slot] === part).map((slot) => openTables[slot]!)),
  }));
  const each = all.map((slot) => ({ meetings: one.filter((other) => other === slot).length, places: openTables[slot]! }));
  const crowd = [{ meetings: model.wishes, places: sum([...openTables]) }, ...parts, ...each].find(({ meetings, places }) => meetings > places);
  if (crowd) return { code: 'tables_overfull', ...crowd };
  if (sum(slotsOfWish.map(({ length }) => length)) > mostChoices) return null;
  const tight = crowded(slotsOfWish, openTables);
  return tight && { code: 'tables_overfull', meetings: tight.things, places: tight.places };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Bounds of which nothing is proven yet. */
export const noBounds = (): Bounds => ({ mustsPlaced: null, fewest: null, unevenness: null, score: null, breaks: null, tableChanges: null });
