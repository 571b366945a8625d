import { allOf, atMostOne } from './logic.ts';
import type { Meetings } from './meetings.ts';
import type { Literal } from './sat.ts';

/** Per wish, the interpreters it might have; one that is said to be there without need is not. */
export type Interpreting = Map<number, Literal>[];

/** Who shares no language gets an interpreter for both, who is there and is nowhere else. */
export function interpreters({ sat, model, held, inSlot, buyerIs, supplierIs }: Meetings): Interpreting {
  const { slots } = model;
  const interpreting = Array.from(held, (placed, wish): Map<number, Literal> => {
    const pairs = [...model.buyersOf[wish]!].flatMap((buyer, b) => [...model.suppliersOf[wish]!].flatMap((supplier, s) => {
      const helpers = model.interpretersFor(buyer, supplier);
      return helpers ? [{ sits: [buyerIs[wish]![b]!, supplierIs[wish]![s]!], helpers }] : [];
    }));
    const lock = model.locked[wish];
    const able = [...new Set(pairs.flatMap(({ helpers }) => [...helpers]))].sort((a, b) => a - b).filter((interpreter) => !lock || lock.interpreter === interpreter);
    const is = new Map(able.map((interpreter) => [interpreter, sat.fresh()]));
    atMostOne(sat, [...is.values()]);
    for (const { sits, helpers } of pairs) sat.add(-placed, ...sits.map((literal) => -literal), ...[...helpers].flatMap((helper) => is.get(helper) ?? []));
    for (const [interpreter, literal] of is)
      for (const slot of model.slotsOfWish[wish]!) if (!model.interpreterPresent[interpreter * slots + slot]) sat.add(-inSlot[wish * slots + slot]!, -literal);
    return is;
  });
  for (let slot = 0; slot < slots; slot += 1)
    for (let interpreter = 0; interpreter < model.interpreters; interpreter += 1)
      atMostOne(sat, interpreting.map((is, wish) => allOf(sat, inSlot[wish * slots + slot]!, is.get(interpreter) ?? sat.no)));
  return interpreting;
}
