import type { Random } from '#random';
import type { Board } from './board.ts';

/** Changes of a board to try: each prepares one and says whether there is one to judge. */
export class Moves {
  private readonly board: Board;
  private readonly dice: Random;
  private readonly seen: Int32Array;
  private readonly chain: Int32Array;
  private stamp = 0;
  /** What the last chain of meetings between two slots would cost in breaks. */
  cost = 0;
  /** Longer chains hardly ever help, and cost. */
  private readonly longest = 40;
  /** Placeable wishes that more than one pair of people could hold. */
  readonly choices: Int32Array;
  private readonly isChoice: Uint8Array;

  constructor(board: Board, dice: Random) {
    this.board = board;
    this.dice = dice;
    const { model } = board;
    this.seen = new Int32Array(model.wishes);
    this.chain = new Int32Array(this.longest + 2);
    this.choices = Int32Array.from(model.slotsOfWish.keys()).filter((wish) => model.slotsOfWish[wish]!.length > 0 && model.buyersOf[wish]!.length * model.suppliersOf[wish]!.length > 1);
    this.isChoice = new Uint8Array(model.wishes);
    for (const wish of this.choices) this.isChoice[wish] = 1;
  }

  /** Any meeting to any slot. */
  anywhere(): boolean {
    const { model, diary } = this.board;
    const wish = this.dice.below(model.wishes);
    const from = diary.slot[wish]!;
    if (from < 0 || model.locked[wish]) return false;
    const to = this.dice.pick(model.slotsOfWish[wish]!);
    return to !== from && this.flip(wish, from, to, diary.buyer[wish]!, diary.supplier[wish]!);
  }

  /** For somebody who has a break. */
  mend(): boolean {
    const { diary } = this.board;
    return diary.brokenCount > 0 && this.shift(diary.broken[this.dice.below(diary.brokenCount)]!);
  }

  /** For anybody: what moves a run of meetings as a whole, bit by bit. */
  slide(): boolean {
    const { model, diary } = this.board;
    const wish = this.dice.below(model.wishes);
    if (diary.slot[wish]! < 0) return false;
    const person = this.dice.unit() < 0.5 ? diary.buyer[wish]! : diary.supplier[wish]!;
    return this.shift(person * model.days + this.dice.below(model.days));
  }

  /** A meeting at the edge of a run into an idle slot of this day beside a run. */
  private shift(entry: number): boolean {
    const { model, diary } = this.board;
    const { slots, days } = model;
    const person = Math.floor(entry / days);
    const day = model.slotsOfDay[entry % days]!;
    const base = person * slots;
    const [low, high] = [day[0]!, day[day.length - 1]!];
    const to = around(low, high, low + this.dice.below(day.length), (slot) => !diary.at[base + slot] && ((slot > low && diary.at[base + slot - 1]! > 0) || (slot < high && diary.at[base + slot + 1]! > 0)));
    if (to < 0) return false;
    const from = around(0, slots - 1, this.dice.below(slots), (slot) => diary.at[base + slot]! > 0 && this.isEdge(base, slot));
    if (from < 0) return false;
    const wish = diary.at[base + from]! - 1;
    return !model.locked[wish] && diary.allows(wish, to) && this.flip(wish, from, to, diary.buyer[wish]!, diary.supplier[wish]!);
  }

  /** Other people for a meeting, in its slot or another. */
  others(): boolean {
    const { model, diary } = this.board;
    const wish = this.dice.pick(this.choices);
    const from = diary.slot[wish]!;
    if (from < 0 || model.locked[wish]) return false;
    const [buyer, supplier] = [this.dice.pick(model.buyersOf[wish]!), this.dice.pick(model.suppliersOf[wish]!)];
    const to = this.dice.unit() < 0.3 ? from : this.dice.pick(model.slotsOfWish[wish]!);
    if (to !== from) return this.flip(wish, from, to, buyer, supplier);
    if (buyer === diary.buyer[wish] && supplier === diary.supplier[wish]) return false;
    this.board.begin();
    this.board.move(wish, to, buyer, supplier);
    return this.evict(wish, to, buyer, supplier);
  }

  /** A wish that is not placed: those in its way change slots with others, or give way. */
  insert(): boolean {
    const { board, dice } = this;
    const { model, diary } = board;
    if (board.openCount === 0) return false;
    const wish = board.open[dice.below(board.openCount)]!;
    if (model.slotsOfWish[wish]!.length === 0) return false;
    const [buyer, supplier, to] = [dice.pick(model.buyersOf[wish]!), dice.pick(model.suppliersOf[wish]!), dice.pick(model.slotsOfWish[wish]!)];
    const way = dice.unit();
    if (way < 0.6) {
      // A slot where one of the two is free is where a chain through the other one ends well.
      const free = around(0, model.slots - 1, dice.below(model.slots), (slot) => slot !== to && !diary.at[(way < 0.3 ? buyer : supplier) * model.slots + slot]);
      return free >= 0 && this.flip(wish, free, to, buyer, supplier);
    }
    board.begin();
    board.move(wish, to, buyer, supplier);
    if (way > 0.9) this.evictAtTable(to, buyer, supplier);
    return this.evict(wish, to, buyer, supplier);
  }

  /**
   * A meeting from one slot to another, those it meets there back, those they meet there forth, and so on: nobody is in
   * two meetings afterwards.
   */
  private flip(wish: number, from: number, to: number, buyer: number, supplier: number): boolean {
    const { board, chain, seen } = this;
    const { diary, model } = board;
    const { slots } = model;
    this.stamp += 1;
    seen[wish] = this.stamp;
    let count = 1;
    chain[0] = wish;
    board.begin();
    this.cost = 0;
    for (let at = 0; at < count; at += 1) {
      const one = chain[at]!;
      const target = at === 0 || diary.slot[one] !== to ? to : from;
      if (!diary.allows(one, target)) return false;
      const [host, guest] = at === 0 ? [buyer, supplier] : [diary.buyer[one]!, diary.supplier[one]!];
      board.move(one, target, host, guest);
      for (let who = 0; who < 2; who += 1) {
        const person = who ? guest : host;
        const other = diary.at[person * slots + target]! - 1;
        if (other < 0) this.cost += diary.shiftCost(person, target === to ? from : to, target);
        if (other < 0 || seen[other] === this.stamp) continue;
        if (count > this.longest || model.locked[other]) return false;
        seen[other] = this.stamp;
        chain[count] = other;
        count += 1;
      }
    }
    return true;
  }

  /** Meetings in the way of one that is being moved are given up. */
  private evict(wish: number, slot: number, buyer: number, supplier: number): boolean {
    const { diary, model } = this.board;
    let given = -1;
    for (const person of [buyer, supplier]) {
      if (!model.present[person * model.slots + slot]) return false;
      let other = diary.at[person * model.slots + slot]! - 1;
      if (other < 0 && diary.slot[wish]! < 0 && !diary.takes(person, slot)) {
        // The day or the half day is full.
        const day = model.slotsOfDay[model.dayOf[slot]!]!;
        const there = around(day[0]!, day[day.length - 1]!, day[0]! + this.dice.below(day.length), (at) => diary.at[person * model.slots + at]! > 0);
        if (there < 0) return false;
        other = diary.at[person * model.slots + there]! - 1;
      }
      if (other < 0 || other === wish || other === given) continue;
      if (model.locked[other]) return false;
      given = other;
      this.elsewhere(other, slot, buyer, supplier);
    }
    return true;
  }

  /** A meeting that makes room goes where its people, or colleagues of theirs, are free; nowhere when a few tries find nothing. */
  private elsewhere(other: number, slot: number, buyer: number, supplier: number): void {
    const { board, dice } = this;
    const { diary, model } = board;
    for (let tries = 0; tries < 12; tries += 1) {
      const [host, guest] = tries % 2 && this.isChoice[other] ? [dice.pick(model.buyersOf[other]!), dice.pick(model.suppliersOf[other]!)] : [diary.buyer[other]!, diary.supplier[other]!];
      const to = dice.pick(model.slotsOfWish[other]!);
      const stays = (person: number) => person === diary.buyer[other] || person === diary.supplier[other];
      const isTaken = (person: number) => (to === slot && (person === buyer || person === supplier)) || (stays(person) ? diary.at[person * model.slots + to]! > 0 && to !== diary.slot[other] : !diary.takes(person, to));
      if (isTaken(host) || isTaken(guest)) continue;
      board.move(other, to, host, guest);
      return;
    }
    board.move(other, -1, -1, -1);
  }

  /** Somebody else's meeting in a slot is given up for its table. */
  private evictAtTable(slot: number, buyer: number, supplier: number): void {
    const { model, diary } = this.board;
    const person = around(0, model.people - 1, this.dice.below(model.people), (one) => diary.at[one * model.slots + slot]! > 0);
    if (person < 0) return;
    const wish = diary.at[person * model.slots + slot]! - 1;
    const [host, guest] = [diary.buyer[wish]!, diary.supplier[wish]!];
    if (!model.locked[wish] && host !== buyer && host !== supplier && guest !== buyer && guest !== supplier) this.board.move(wish, -1, -1, -1);
  }

  private isEdge(base: number, slot: number): boolean {
    const { model, diary } = this.board;
    const day = model.dayOf[slot];
    return slot === 0 || slot + 1 === model.slots || model.dayOf[slot - 1] !== day || model.dayOf[slot + 1] !== day || !diary.at[base + slot - 1] || !diary.at[base + slot + 1];
  }
}

/** The first number from `start` on, round from `high` to `low`, that will do; -1 if none does. */
function around(low: number, high: number, start: number, will: (at: number) => boolean): number {
  for (let at = start; at <= high; at += 1) if (will(at)) return at;
  for (let at = low; at < start; at += 1) if (will(at)) return at;
  return -1;
}
