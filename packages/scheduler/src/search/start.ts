import type { Board } from './board.ts';

/**
 * The first whole schedule, at once: locked meetings, then those with the least choice and the busiest people, each
 * where it makes the fewest breaks. Says whether the locked meetings go together.
 */
export function start(board: Board): boolean {
  const { model, diary } = board;
  for (let wish = 0; wish < model.wishes; wish += 1) {
    const seat = model.locked[wish];
    if (seat && !(board.usher.allows(wish, seat) && board.placeAt(wish, seat))) return false;
  }
  const wanted = Int32Array.from(model.naming, (wishes) => wishes.length);
  const load = (people: Int32Array) => people.reduce((most, person) => Math.max(most, wanted[person]! / Math.max(1, model.presence[person]!)), 0);
  const urgency = Float64Array.from({ length: model.wishes }, (_, wish) => {
    const pressed = load(model.buyersOf[wish]!) + load(model.suppliersOf[wish]!);
    return (model.must[wish] ? 100 : 0) + pressed + 4 / (model.slotsOfWish[wish]!.length + 1);
  });
  const order = Array.from({ length: model.wishes }, (_, wish) => wish).filter((wish) => model.holdable[wish] && diary.slot[wish]! < 0);
  order.sort((a, b) => urgency[b]! - urgency[a]! || a - b);
  for (let turn = 0; turn < 2; turn += 1) for (const wish of order) if (diary.slot[wish]! < 0) bestSeat(board, wish);
  return true;
}

function bestSeat(board: Board, wish: number): void {
  const { model, diary } = board;
  const choices: { slot: number; buyer: number; supplier: number; breaks: number }[] = [];
  const before = diary.breaks;
  for (const slot of model.slotsOfWish[wish]!)
    for (const buyer of model.buyersOf[wish]!) {
      if (!diary.takes(buyer, slot)) continue;
      for (const supplier of model.suppliersOf[wish]!) {
        if (!diary.enter(wish, slot, buyer, supplier)) continue;
        choices.push({ slot, buyer, supplier, breaks: diary.breaks - before });
        diary.leave(wish);
      }
    }
  choices.sort((a, b) => a.breaks - b.breaks || a.slot - b.slot);
  for (const { slot, buyer, supplier } of choices.slice(0, 12)) if (board.place(wish, slot, buyer, supplier)) return;
}
