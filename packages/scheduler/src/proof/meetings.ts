import type { Model } from '#model/model';
import { allOf, anyOf, atMost, atMostOne } from './logic.ts';
import type { Literal, Sat } from './sat.ts';

/** Who meets when, as literals. What cannot be is `sat.no`. */
export interface Meetings {
  sat: Sat;
  model: Model;
  /** Per wish and slot. */
  inSlot: Int32Array;
  /** Per wish: it is placed. */
  held: Int32Array;
  /** Per wish, in the order of `buyersOf` and `suppliersOf`: who sits there. Says nothing of a wish that is not placed. */
  buyerIs: Literal[][];
  supplierIs: Literal[][];
  /** Per person and slot: the meetings that could be theirs. */
  sitsIn: { wish: number; asBuyer: boolean; literal: Literal }[][];
  /** Per person and slot. */
  busy: Int32Array;
}

export function meetings(sat: Sat, model: Model): Meetings {
  const { slots } = model;
  const inSlot = new Int32Array(model.wishes * slots).fill(sat.no);
  const sitsIn: Meetings['sitsIn'] = Array.from({ length: model.people * slots }, () => []);
  const who: Pick<Meetings, 'buyerIs' | 'supplierIs'> = { buyerIs: [], supplierIs: [] };
  const held = Int32Array.from({ length: model.wishes }, (_, wish) => {
    const choices = [...model.slotsOfWish[wish]!].map((slot) => (inSlot[wish * slots + slot] = sat.fresh()));
    atMostOne(sat, choices);
    const placed = anyOf(sat, choices);
    for (const [side, people] of [['buyerIs', model.buyersOf[wish]!], ['supplierIs', model.suppliersOf[wish]!]] as const) {
      who[side].push(oneOf(sat, people.length));
      people.forEach((person, at) => {
        for (const slot of model.slotsOfWish[wish]!) {
          const [here, theirs] = [inSlot[wish * slots + slot]!, who[side][wish]![at]!];
          if (model.present[person * slots + slot]) sitsIn[person * slots + slot]!.push({ wish, asBuyer: side === 'buyerIs', literal: allOf(sat, here, theirs) });
          else sat.add(-here, -theirs);
        }
      });
    }
    if (model.locked[wish] || model.rules.placeEverything) sat.add(placed);
    return placed;
  });
  const busy = Int32Array.from(sitsIn, (seats) => {
    const literals = seats.map(({ literal }) => literal);
    atMostOne(sat, literals);
    return anyOf(sat, literals);
  });
  // All places at tables together: what is seen at once here takes a search to find from slot to slot.
  atMost(sat, [...held], model.openTables.reduce((sum, open) => sum + open));
  inOrder(sat, model, inSlot);
  return { sat, model, inSlot, held, ...who, sitsIn, busy };
}

/** What comes before is over by then: told of beginnings of the session, so that little known of one says something of the other. */
function inOrder(sat: Sat, model: Model, inSlot: Int32Array): void {
  const { slots } = model;
  const known = new Map<number, Literal[]>();
  /** Per slot: held in it or before it. */
  const begun = (wish: number): Literal[] => {
    if (!known.has(wish)) known.set(wish, Array.from(inSlot.subarray(wish * slots, (wish + 1) * slots)).reduce<Literal[]>((all, here) => [...all, anyOf(sat, [all.at(-1) ?? sat.no, here])], []));
    return known.get(wish)!;
  };
  for (const [before, after] of model.precedences) {
    const [first, second] = [begun(before), begun(after)];
    second.forEach((held, slot) => sat.add(-held, first[slot - 1] ?? sat.no));
  }
}

/** A choice of one among so many. */
export function oneOf(sat: Sat, count: number): Literal[] {
  if (count === 1) return [sat.yes];
  const literals = Array.from({ length: count }, () => sat.fresh());
  atMostOne(sat, literals);
  if (count > 1) sat.add(...literals);
  return literals;
}
