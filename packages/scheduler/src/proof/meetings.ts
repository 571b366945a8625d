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
  for (const [before, after] of model.precedences)
    for (const slot of model.slotsOfWish[after]!) {
      const earlier = [...model.slotsOfWish[before]!].filter((other) => other < slot).map((other) => inSlot[before * slots + other]!);
      sat.add(-inSlot[after * slots + slot]!, ...earlier);
    }
  return { sat, model, inSlot, held, ...who, sitsIn, busy };
}

/** A choice of one among so many. */
export function oneOf(sat: Sat, count: number): Literal[] {
  if (count === 1) return [sat.yes];
  const literals = Array.from({ length: count }, () => sat.fresh());
  atMostOne(sat, literals);
  if (count > 1) sat.add(...literals);
  return literals;
}
