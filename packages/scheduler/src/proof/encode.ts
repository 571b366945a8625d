import type { Level } from '@ganwan/shared/schedule/schedule';
import type { Model } from '#model/model';
import type { Placement } from '#model/placement';
import type { Bests } from './counting.ts';
import { decode } from './decode.ts';
import { interpreters } from './interpreters.ts';
import { costsOf } from './levels.ts';
import { meetings } from './meetings.ts';
import type { Cost } from './minimise.ts';
import { people } from './people.ts';
import type { Literal, Sat } from './sat.ts';
import { tables } from './tables.ts';

/** A whole problem as clauses. */
export interface Encoding {
  /** What a level costs; see `costsOf`. Asked in the order of the levels. */
  costs(level: Level, bests: Bests): Cost[];
  /** A wish that is placed is so, with the people it has. */
  people(placement: Placement, wish: number): Literal[];
  /** It is in the slot it has. */
  place(placement: Placement, wish: number): Literal;
  /** The solver's answer. */
  read(): Placement;
}

export function encode(sat: Sat, model: Model): Encoding {
  const m = meetings(sat, model);
  const interpreting = interpreters(m);
  const breaks = people(m);
  const { seats, changes } = tables(m);
  return {
    costs: (level, bests) => costsOf(m, level, bests, breaks, changes),
    people: ({ buyer, supplier }, wish) => [m.held[wish]!, m.buyerIs[wish]![model.buyersOf[wish]!.indexOf(buyer[wish]!)]!, m.supplierIs[wish]![model.suppliersOf[wish]!.indexOf(supplier[wish]!)]!],
    place: ({ slot }, wish) => m.inSlot[wish * model.slots + slot[wish]!]!,
    read: () => decode(m, seats, interpreting),
  };
}

/** About how many clauses it takes, so that what is hopeless is not begun. */
export function sizeOf(model: Model): number {
  const { slots, tables: many, rules } = model;
  const choices = model.slotsOfWish.reduce((sum, of, wish) => sum + of.length * (model.buyersOf[wish]!.length + model.suppliersOf[wish]!.length), 0);
  const people = model.people * slots;
  if (model.alike && !rules.buyerKeepsTable && !rules.countTableChanges) return choices * 4 + people * 40;
  const buyers = new Set(model.buyersOf.flatMap((of) => [...of])).size;
  return choices * 4 + people * 40 + (rules.buyerKeepsTable ? buyers * slots * many * 8 + choices * many : choices * many * 4);
}
