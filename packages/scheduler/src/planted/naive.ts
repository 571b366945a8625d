import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { modelOf } from '#model/model';
import { meetingsOf } from '#model/placement';
import { Board } from '#search/board';

/** What is done by hand: wish after wish, the first slot in which both sides have somebody free, and the first free table. Keeps every rule. */
export function firstSlotFirstTable(problem: Problem): PlacedMeeting[] {
  const model = modelOf(problem);
  const board = new Board(model);
  model.locked.forEach((seat, wish) => seat && board.placeAt(wish, seat));
  const isReady = (wish: number) => model.precedences.every(([before, after]) => after !== wish || board.diary.slot[before]! >= 0);
  // Twice, for those that come after a later one in the list.
  for (let turn = 0; turn < 2; turn += 1) for (let wish = 0; wish < model.wishes; wish += 1) if (board.diary.slot[wish]! < 0 && isReady(wish)) place(board, wish);
  return meetingsOf(model, board.copy());
}

function place(board: Board, wish: number): void {
  const { model, diary, usher } = board;
  for (const slot of model.slotsOfWish[wish]!)
    for (const buyer of model.buyersOf[wish]!)
      for (const supplier of model.suppliersOf[wish]!) {
        if (!diary.takes(buyer, slot) || !diary.takes(supplier, slot)) continue;
        for (let table = 0; table < model.tables; table += 1)
          for (const interpreter of model.interpretersFor(buyer, supplier) ?? [-1]) {
            const seat = { slot, table, buyer, supplier, interpreter };
            if (usher.allows(wish, seat) && board.placeAt(wish, seat)) return;
          }
      }
}
