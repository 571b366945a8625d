import type { PlacedMeeting } from '@ganwan/shared/schedule/problem';
import type { Model } from './model.ts';
import type { Seat } from './wishes.ts';

/** Per wish, where it is: all -1 when it is not placed. */
export type Placement = Readonly<Record<keyof Seat, Int32Array>>;

export function nothingPlaced({ wishes }: Model): Placement {
  const none = () => new Int32Array(wishes).fill(-1);
  return { slot: none(), table: none(), buyer: none(), supplier: none(), interpreter: none() };
}

export const copyOf = (placement: Placement): Placement => ({
  slot: placement.slot.slice(),
  table: placement.table.slice(),
  buyer: placement.buyer.slice(),
  supplier: placement.supplier.slice(),
  interpreter: placement.interpreter.slice(),
});

export const seatOf = (placement: Placement, wish: number): Seat => ({
  slot: placement.slot[wish]!,
  table: placement.table[wish]!,
  buyer: placement.buyer[wish]!,
  supplier: placement.supplier[wish]!,
  interpreter: placement.interpreter[wish]!,
});

export function seat(placement: Placement, wish: number, { slot, table, buyer, supplier, interpreter }: Seat): void {
  placement.slot[wish] = slot;
  placement.table[wish] = table;
  placement.buyer[wish] = buyer;
  placement.supplier[wish] = supplier;
  placement.interpreter[wish] = interpreter;
}

/** By slot, then by the wish's name. */
export function meetingsOf({ problem, wishes }: Model, placement: Placement): PlacedMeeting[] {
  const placed = Array.from({ length: wishes }, (_, wish) => wish).filter((wish) => placement.slot[wish]! >= 0);
  placed.sort((a, b) => placement.slot[a]! - placement.slot[b]! || a - b);
  return placed.map((wish) => ({
    wish: problem.wishes[wish]!.id,
    slot: problem.slots[placement.slot[wish]!]!.id,
    table: problem.tables[placement.table[wish]!]!.id,
    buyer: problem.people[placement.buyer[wish]!]!.id,
    supplier: problem.people[placement.supplier[wish]!]!.id,
    interpreter: placement.interpreter[wish]! < 0 ? null : problem.interpreters[placement.interpreter[wish]!]!.id,
  }));
}

/** The way back. The names must be those of the problem. */
export function placementOf(model: Model, meetings: readonly PlacedMeeting[]): Placement {
  const placement = nothingPlaced(model);
  for (const meeting of meetings)
    seat(placement, model.wishNumber.get(meeting.wish)!, {
      slot: model.slotNumber.get(meeting.slot)!,
      table: model.tableNumber.get(meeting.table)!,
      buyer: model.personNumber.get(meeting.buyer)!,
      supplier: model.personNumber.get(meeting.supplier)!,
      interpreter: meeting.interpreter === null ? -1 : model.interpreterNumber.get(meeting.interpreter)!,
    });
  return placement;
}
