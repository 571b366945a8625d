import { nothingPlaced, type Placement, seat } from '#model/placement';
import type { Interpreting } from './interpreters.ts';
import type { Meetings } from './meetings.ts';
import type { Seats } from './tables.ts';

/** The solver's answer as a placement. */
export function decode({ sat, model, inSlot, held, buyerIs, supplierIs }: Meetings, seats: Seats, interpreting: Interpreting): Placement {
  const placement = nothingPlaced(model);
  const { slots } = model;
  const taken = new Set<number>();
  const free = (slot: number) => {
    for (let table = 0; table < model.tables; table += 1) if (model.open[table * slots + slot] && !taken.has(table * slots + slot)) return table;
    throw new Error('the proof let more meetings into a slot than there are tables');
  };
  const placed = [...held.keys()].filter((wish) => sat.holds(held[wish]!));
  // Where tables are only a number, the locked ones come first to theirs.
  placed.sort((a, b) => Number(!model.locked[a]) - Number(!model.locked[b]) || a - b);
  for (const wish of placed) {
    const chosen = (people: Int32Array, is: readonly number[]) => people[is.findIndex((literal) => sat.holds(literal))]!;
    const slot = model.slotsOfWish[wish]!.find((at) => sat.holds(inSlot[wish * slots + at]!))!;
    const buyer = chosen(model.buyersOf[wish]!, buyerIs[wish]!);
    const supplier = chosen(model.suppliersOf[wish]!, supplierIs[wish]!);
    const table = seats ? [...seats[wish]!].find(([, literal]) => sat.holds(literal))![0] : (model.locked[wish]?.table ?? free(slot));
    taken.add(table * slots + slot);
    const interpreter = model.interpretersFor(buyer, supplier) ? [...interpreting[wish]!].find(([, literal]) => sat.holds(literal))![0] : -1;
    seat(placement, wish, { slot, table, buyer, supplier, interpreter });
  }
  return placement;
}
