import type { Seat } from '#model/wishes';
import type { Board } from './board.ts';

/** What a search may still spend; a seat that is looked at is one step. */
export interface Budget {
  steps: number;
}

interface Way {
  seat: Seat;
  leaving: number[];
}

/**
 * Places wishes into a schedule, moving at most `moves` other meetings; the fewest first. The board holds the outcome
 * when the answer is true, and is as it was before when it is false, which proves nothing.
 */
export function insert(board: Board, wishes: readonly number[], moves: number, budget: Budget): boolean {
  for (let most = 0; most <= moves; most++) {
    if (settle(board, [...wishes], new Set(), most, budget)) return true;
    if (budget.steps <= 0) return false;
  }
  return false;
}

/** Gives the last of `waiting` a seat, which may send others to wait; who sits by now stays. */
function settle(board: Board, waiting: readonly number[], settled: ReadonlySet<number>, moves: number, budget: Budget): boolean {
  const wish = waiting.at(-1);
  if (wish === undefined) return true;
  const rest = waiting.slice(0, -1);
  const stays = new Set([...settled, wish]);
  for (const { seat, leaving } of ways(board, wish, stays, moves, budget)) {
    if (budget.steps <= 0) return false;
    const left = leaving.map((other) => ({ other, from: board.take(other) }));
    board.put(wish, seat);
    if (settle(board, [...rest, ...leaving], stays, moves - leaving.length, budget)) return true;
    board.take(wish);
    for (const { other, from } of left) board.put(other, from);
  }
  return false;
}

/** Seats for a wish with those who would have to leave, fewest first. */
function ways(board: Board, wish: number, stays: ReadonlySet<number>, moves: number, budget: Budget): Way[] {
  const found: Way[] = [];
  for (const seat of seatsWorthTrying(board, wish)) {
    budget.steps--;
    const leaving = board.inTheWay(wish, seat);
    if (leaving.size > moves || [...leaving].some((other) => stays.has(other) || board.model.locked[other])) continue;
    let options = [[...leaving]];
    for (const group of board.overfull(wish, seat, leaving)) {
      const movable = group.filter((other) => !stays.has(other) && !board.model.locked[other]);
      options = options.flatMap((option) => movable.map((other) => (option.includes(other) ? option : [...option, other])));
    }
    for (const option of options) if (option.length <= moves) found.push({ seat, leaving: option });
  }
  return found.sort((a, b) => a.leaving.length - b.leaving.length);
}

const mostTables = 6;

/** Tables that nobody uses are alike to the search but for hall and use; a few of them stand for all. */
function* seatsWorthTrying(board: Board, wish: number): Generator<Seat> {
  const { model } = board;
  let last = '';
  let kinds = new Map<string, number>();
  for (const seat of board.seats(wish)) {
    const place = `${seat.slot} ${seat.buyer} ${seat.supplier} ${seat.interpreter}`;
    if (place !== last) [last, kinds] = [place, new Map()];
    const free = board.tableIn(seat.table, seat.slot) < 0 && isUnused(board, seat.table, seat.slot);
    const kind = free ? `${model.hallOf[seat.table]} ${model.accessible[seat.table]} ${model.reservedFor[seat.table]}` : board.tableIn(seat.table, seat.slot) < 0 ? 'used' : 'taken';
    const seen = kinds.get(kind) ?? 0;
    kinds.set(kind, seen + 1);
    if (seen < (free ? 1 : mostTables) || keeps(board, seat)) yield seat;
  }
}

/** Nobody sits there in the whole half day. */
const isUnused = (board: Board, table: number, slot: number) => board.model.slotsOfHalf[board.model.halfOf[slot]!]!.every((other) => board.tableIn(table, other) < 0);

/** The buyer sits there already in this half day. */
const keeps = (board: Board, { slot, table, buyer }: Seat) =>
  board.model.slotsOfHalf[board.model.halfOf[slot]!]!.some((other) => {
    const meeting = board.tableIn(table, other);
    return meeting >= 0 && board.placement.buyer[meeting] === buyer;
  });
