import type { Model } from '#model/model';
import type { Placement } from '#model/placement';
import type { Seat } from '#model/wishes';
import type { Board } from '#search/board';
import { isBetter, noWorth, type Worth } from '#search/worth';

interface Place {
  wish: number;
  slot: number;
  buyer: number;
  supplier: number;
}

interface Way {
  /** Meetings elsewhere than before, and people in them. */
  moved: number;
  people: number;
  /** In how many ways it is elsewhere than it was. */
  away: number;
  worth: Worth;
  placement: Placement;
}

export interface Circumstances {
  /** Where the wish was. */
  old: Seat | null;
  /** Where everything else was. */
  before: Placement;
  /** No meeting goes into a slot before this one. */
  from: number;
  /** How many seats may still be looked at. */
  effort: { left: number };
  /** Meetings that make room for it at most. */
  most?: number;
}

/**
 * Places a wish with as few other meetings moved as can be: first none, then one, and so on; of equal ways the one that
 * moves the fewest people, leaves most of where it was, then the best by the levels. Says whether it could.
 */
export function placeGently(board: Board, wish: number, { old, before, from, effort, most = 3 }: Circumstances): boolean {
  for (let budget = 0; budget <= most && effort.left > 0; budget += 1) {
    const ways = new Ways(board, { old, before, from, effort }, budget);
    ways.place([wish], []);
    if (!ways.best) continue;
    board.load(ways.best.placement);
    return true;
  }
  return false;
}

class Ways {
  best: Way | null = null;
  private readonly board: Board;
  private readonly model: Model;
  private readonly before: Placement;
  private readonly old: Seat | null;
  private readonly budget: number;
  private readonly from: number;
  private readonly effort: { left: number };
  private readonly orphans: number;

  constructor(board: Board, { old, before, from, effort }: Circumstances, budget: number) {
    this.board = board;
    this.model = board.model;
    this.before = before;
    this.old = old;
    this.budget = budget;
    this.from = from;
    this.effort = effort;
    this.orphans = board.diary.orphans;
  }

  /** Every way to place these after those were; meetings in the way join the list. */
  place(waiting: readonly number[], placed: readonly number[]): void {
    const [wish, ...rest] = waiting;
    if (wish === undefined) return this.judge(placed[0]!);
    const { model } = this;
    for (const slot of model.slotsOfWish[wish]!) {
      if (slot < this.from) continue;
      for (const buyer of model.buyersOf[wish]!)
        for (const supplier of model.suppliersOf[wish]!) {
          if (placed.length > 0 && this.isWhereItWas(wish, slot, buyer, supplier)) continue;
          const inTheWay = this.inTheWay(slot, buyer, supplier);
          const room = this.budget - placed.length - rest.length - (inTheWay?.length ?? 0);
          if (inTheWay === null || room < 0 || inTheWay.some((other) => placed.includes(other))) continue;
          const seat = { wish, slot, buyer, supplier };
          if (this.put(seat, inTheWay, rest, placed) || room === 0) continue;
          // Nobody is in two meetings, but something else is short: a table, an interpreter, a limit, an order.
          for (const other of this.beside(seat)) if (!placed.includes(other) && !inTheWay.includes(other)) this.put(seat, [...inTheWay, other], rest, placed);
        }
    }
  }

  /** Whether a meeting fits when others make room; goes on with placing those. */
  private put({ wish, slot, buyer, supplier }: Place, others: readonly number[], rest: readonly number[], placed: readonly number[]): boolean {
    const { board } = this;
    const { diary, usher, rooms, ledger } = board;
    if ((this.effort.left -= 1) < 0) return true;
    const mark = rooms.mark();
    const seats = others.map((other) => [other, diary.slot[other]!, diary.buyer[other]!, diary.supplier[other]!] as const);
    for (const other of others) board.lift(other);
    const enters = diary.enter(wish, slot, buyer, supplier);
    const fits = enters && usher.admit(wish, slot, buyer, supplier);
    if (fits) {
      ledger.add(wish, buyer, supplier);
      this.place([...rest, ...others], [...placed, wish]);
      ledger.remove(wish, buyer, supplier);
    }
    if (enters) diary.leave(wish);
    rooms.rollback(mark);
    for (const [other, there, host, guest] of seats) board.restore(other, there, host, guest);
    return fits;
  }

  /** Meetings that might be what a place lacks: in its slot, of its people on that day, before or after it in order. */
  private beside({ wish, slot, buyer, supplier }: Place): Set<number> {
    const { model, board } = this;
    const { at } = board.diary;
    const found = new Set<number>();
    for (const person of [buyer, supplier]) for (const other of model.slotsOfDay[model.dayOf[slot]!]!) found.add(at[person * model.slots + other]! - 1);
    for (const [before, after] of model.precedences) {
      if (before === wish) found.add(after);
      if (after === wish) found.add(before);
    }
    for (let person = 0; person < model.people; person += 1) found.add(at[person * model.slots + slot]! - 1);
    return new Set([...found].filter((other) => other >= 0 && !model.locked[other] && board.diary.slot[other]! >= 0));
  }

  private judge(first: number): void {
    const { board, before, model } = this;
    if (board.diary.orphans > this.orphans) return;
    const people = new Set<number>();
    let moved = 0;
    for (const wish of new Set(board.rooms.touched())) {
      const was = before.slot[wish]!;
      const { slot, table, buyer, supplier } = board.rooms;
      if (was < 0 || (was === slot[wish] && before.table[wish] === table[wish] && before.buyer[wish] === buyer[wish] && before.supplier[wish] === supplier[wish])) continue;
      moved += 1;
      for (const person of [before.buyer[wish]!, before.supplier[wish]!, buyer[wish]!, supplier[wish]!]) people.add(person);
    }
    if (moved > this.budget) return;
    const { old, board: { rooms } } = this;
    const away = old ? Number(old.slot !== rooms.slot[first]) + Number(old.buyer !== rooms.buyer[first]) + Number(old.supplier !== rooms.supplier[first]) : 0;
    const worth = noWorth();
    board.read(worth, true);
    const best = this.best;
    if (best && (best.moved - moved || best.people - people.size || best.away - away || (isBetter(model, worth, best.worth) ? 1 : -1)) < 0) return;
    this.best = { moved, people: people.size, away, worth, placement: board.copy() };
  }

  /** Meetings of the two in a slot; null when one of them cannot be there or a meeting of theirs stays. */
  private inTheWay(slot: number, buyer: number, supplier: number): number[] | null {
    const { model, board } = this;
    const others: number[] = [];
    for (const person of [buyer, supplier]) {
      if (!model.present[person * model.slots + slot]) return null;
      const other = board.diary.at[person * model.slots + slot]! - 1;
      if (other < 0 || others.includes(other)) continue;
      if (model.locked[other]) return null;
      others.push(other);
    }
    return others;
  }

  private isWhereItWas(wish: number, slot: number, buyer: number, supplier: number): boolean {
    return this.before.slot[wish] === slot && this.before.buyer[wish] === buyer && this.before.supplier[wish] === supplier;
  }
}
