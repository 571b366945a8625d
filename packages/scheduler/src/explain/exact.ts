import { breaksOf } from '#model/figures';
import type { Model } from '#model/model';
import type { Placement } from '#model/placement';
import type { Seat } from '#model/wishes';
import { Board } from './board.ts';
import type { Budget } from './insert.ts';

/**
 * Places every wish by trying everything, the wish with the fewest seats left first. False proves that it cannot be
 * done; null says that the budget was too small to tell.
 */
export function placeAll(model: Model, budget: Budget): Placement | false | null {
  const board = new Board(model);
  const seats = Array.from({ length: model.wishes }, (_, wish) => [...board.seats(wish)]);
  const spread = model.rules.breakSpread;
  const isEven = () => {
    if (spread === null) return true;
    const busy = new Uint8Array(model.people * model.slots);
    for (let at = 0; at < busy.length; at++) busy[at] = Number(board.personIn(Math.floor(at / model.slots), at % model.slots) >= 0);
    const breaks = Array.from({ length: model.people }, (_, person) => breaksOf(model, busy, person));
    return Math.max(...breaks) - Math.min(...breaks) <= spread;
  };
  const fits = (wish: number, seat: Seat) => {
    budget.steps--;
    const leaving = board.inTheWay(wish, seat);
    return leaving.size === 0 && board.overfull(wish, seat, leaving).length === 0;
  };
  const place = (waiting: ReadonlySet<number>): boolean => {
    if (waiting.size === 0) return isEven();
    let [next, fewest]: [number, Seat[] | null] = [-1, null];
    for (const wish of waiting) {
      const left = seats[wish]!.filter((seat) => fits(wish, seat));
      if (left.length === 0 || budget.steps <= 0) return false;
      if (fewest === null || left.length < fewest.length) [next, fewest] = [wish, left];
    }
    const rest = new Set(waiting);
    rest.delete(next);
    for (const seat of fewest!) {
      board.put(next, seat);
      if (place(rest)) return true;
      board.take(next);
      if (budget.steps <= 0) return false;
    }
    return false;
  };
  // A locked meeting may break a rule of its own accord; whoever checks the outcome sees it.
  if (place(new Set(seats.keys()))) return board.placement;
  return budget.steps > 0 ? false : null;
}
