import type { Bounds, Level, Reason } from '@ganwan/shared/schedule/schedule';
import { maySit } from '#model/may-sit';
import type { Model } from '#model/model';

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
function cycle(model: Model): Reason | null {
  const after = new Map<number, number[]>();
  for (const [before, later] of model.precedences) after.set(before, [...(after.get(before) ?? []), later]);
  const done = new Set<number>();
  const walk = (wish: number, path: number[]): number[] | null => {
    if (path.includes(wish)) return path.slice(path.indexOf(wish));
    if (done.has(wish)) return null;
    for (const later of after.get(wish) ?? []) {
      const ring = walk(later, [...path, wish]);
      if (ring) return ring;
    }
    done.add(wish);
    return null;
  };
  for (const wish of after.keys()) {
    const ring = walk(wish, []);
    if (ring) return { code: 'precedence_cycle', wishes: ring.map((at) => id(model, at)) };
  }
  return null;
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

function personOverfull(model: Model): Reason | null {
  const wishes = Array.from({ length: model.people }, (): number[] => []);
  for (let wish = 0; wish < model.wishes; wish += 1) for (const person of sure(model, wish)) wishes[person]!.push(wish);
  for (let person = 0; person < model.people; person += 1) {
    const slots = Math.min(model.presence[person]!, new Set(wishes[person]!.flatMap((wish) => [...model.slotsOfWish[wish]!])).size);
    if (wishes[person]!.length > slots) return { code: 'person_overfull', person: model.problem.people[person]!.id, meetings: wishes[person]!.length, slots };
  }
  return null;
}

/** Over all slots, and over those of one part of the day with the wishes that are bound to it. */
function tablesOverfull(model: Model): Reason | null {
  const all = Array.from({ length: model.slots }, (_, slot) => slot);
  const sets = [all, ...(['morning', 'afternoon'] as const).map((part) => all.filter((slot) => model.partOf[slot] === part)), ...all.map((slot) => [slot])];
  for (const slots of sets) {
    const meetings = model.slotsOfWish.filter((of) => of.every((slot) => slots.includes(slot))).length;
    const places = slots.reduce((sum, slot) => sum + model.openTables[slot]!, 0);
    if (meetings > places) return { code: 'tables_overfull', meetings, places };
  }
  return null;
}

/** Bounds of which nothing is proven yet. */
export const noBounds = (): Bounds => ({ mustsPlaced: null, fewest: null, unevenness: null, score: null, breaks: null, tableChanges: null });
