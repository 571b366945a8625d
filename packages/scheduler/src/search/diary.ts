import type { Model } from '#model/model';

/**
 * Who is where when, kept up meeting by meeting: everything about people and time, nothing about tables. A meeting
 * enters only where its people are there, free and within their limits, and keeps its order to others.
 */
export class Diary {
  readonly slot: Int32Array;
  readonly buyer: Int32Array;
  readonly supplier: Int32Array;
  /** Per person and slot: the wish + 1, or 0. */
  readonly at: Int32Array;
  breaks = 0;
  /** By how much people have more breaks than the rule on their spread allows, added up, when somebody has none. */
  excess = 0;
  /** Precedences whose second meeting is placed and whose first is not. */
  orphans = 0;
  /** People's days with a break, in no order: `[person * days + day]`. */
  readonly broken: Int32Array;
  brokenCount = 0;
  private readonly brokenAt: Int32Array;
  /** Per person and day: runs of meetings in a row. */
  readonly runs: Int32Array;
  private readonly breaksOf: Int32Array;
  private readonly onDay: Int32Array;
  private readonly inHalf: Int32Array;
  private readonly halfRoom: Int32Array;
  private readonly allowed: Uint8Array;
  private readonly before: readonly (readonly number[])[];
  private readonly after: readonly (readonly number[])[];
  private readonly slots: number;
  private readonly days: number;
  private readonly halves: number;
  private readonly previous: Int32Array;
  private readonly next: Int32Array;
  private readonly spread: number;
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    const { wishes, people, slots, days, halves } = model;
    [this.slots, this.days, this.halves] = [slots, days, halves];
    const none = () => new Int32Array(wishes).fill(-1);
    [this.slot, this.buyer, this.supplier] = [none(), none(), none()];
    this.at = new Int32Array(people * slots);
    this.runs = new Int32Array(people * days);
    this.broken = new Int32Array(people * days);
    this.brokenAt = new Int32Array(people * days);
    this.breaksOf = new Int32Array(people);
    this.onDay = new Int32Array(people * days);
    this.inHalf = new Int32Array(people * halves);
    this.halfRoom = Int32Array.from({ length: people * halves }, (_, at) => model.slotsOfHalf[at % halves]!.length - model.breakIn[at]!);
    this.allowed = new Uint8Array(wishes * slots);
    model.slotsOfWish.forEach((list, wish) => list.forEach((slot) => (this.allowed[wish * slots + slot] = 1)));
    this.before = model.slotsOfWish.map(() => []);
    this.after = model.slotsOfWish.map(() => []);
    const [before, after] = [this.before as number[][], this.after as number[][]];
    for (const [first, second] of model.precedences) {
      before[second]!.push(first);
      after[first]!.push(second);
    }
    this.previous = Int32Array.from({ length: slots }, (_, slot) => (slot > 0 && model.dayOf[slot - 1] === model.dayOf[slot] ? slot - 1 : -1));
    this.next = Int32Array.from({ length: slots }, (_, slot) => (slot + 1 < slots && model.dayOf[slot + 1] === model.dayOf[slot] ? slot + 1 : -1));
    this.spread = model.rules.breakSpread ?? Infinity;
  }

  allows(wish: number, slot: number): boolean {
    return this.allowed[wish * this.slots + slot] === 1;
  }

  /** Whether it could enter; it does when it can. */
  enter(wish: number, slot: number, buyer: number, supplier: number): boolean {
    if (!this.allowed[wish * this.slots + slot] || !this.takes(buyer, slot) || !this.takes(supplier, slot) || !this.inOrder(wish, slot)) return false;
    this.slot[wish] = slot;
    this.buyer[wish] = buyer;
    this.supplier[wish] = supplier;
    this.mark(buyer, slot, wish + 1, 1);
    this.mark(supplier, slot, wish + 1, 1);
    if (this.before[wish]!.length || this.after[wish]!.length) this.orphans += this.unmet(wish) - this.waiting(wish);
    return true;
  }

  leave(wish: number): void {
    const slot = this.slot[wish]!;
    if (this.before[wish]!.length || this.after[wish]!.length) this.orphans -= this.unmet(wish) - this.waiting(wish);
    this.slot[wish] = -1;
    this.mark(this.buyer[wish]!, slot, 0, -1);
    this.mark(this.supplier[wish]!, slot, 0, -1);
  }

  /** Whether a person is there, free, and may have one more. */
  takes(person: number, slot: number): boolean {
    const here = person * this.slots + slot;
    if (this.at[here] || !this.model.present[here]) return false;
    const [day, half] = [person * this.days + this.model.dayOf[slot]!, person * this.halves + this.model.halfOf[slot]!];
    return this.onDay[day]! < this.model.mostOn[day]! && this.inHalf[half]! < this.halfRoom[half]!;
  }

  /** What it costs in breaks (and, dearer, in their spread) when a person is busy in one slot instead of another; Infinity when that cannot be. */
  shiftCost(person: number, from: number, to: number): number {
    const { at, slots, days, halves, previous, next, runs } = this;
    const { dayOf, halfOf, present, mostOn } = this.model;
    const base = person * slots;
    if (!present[base + to]) return Infinity;
    const [fromHalf, toHalf] = [halfOf[from]!, halfOf[to]!];
    if (fromHalf !== toHalf && this.inHalf[person * halves + toHalf]! >= this.halfRoom[person * halves + toHalf]!) return Infinity;
    const [fromDay, toDay] = [person * days + dayOf[from]!, person * days + dayOf[to]!];
    const [beforeFrom, afterFrom, beforeTo, afterTo] = [previous[from]!, next[from]!, previous[to]!, next[to]!];
    const less = (beforeFrom >= 0 && at[base + beforeFrom] ? 1 : 0) + (afterFrom >= 0 && at[base + afterFrom] ? 1 : 0) - 1;
    const more = 1 - (beforeTo >= 0 && beforeTo !== from && at[base + beforeTo] ? 1 : 0) - (afterTo >= 0 && afterTo !== from && at[base + afterTo] ? 1 : 0);
    const old = runs[fromDay]!;
    let change: number;
    if (fromDay === toDay) change = Math.max(0, old + less + more - 1) - Math.max(0, old - 1);
    else {
      if (this.onDay[toDay]! >= mostOn[toDay]!) return Infinity;
      const other = runs[toDay]!;
      change = Math.max(0, old + less - 1) - Math.max(0, old - 1) + Math.max(0, other + more - 1) - Math.max(0, other - 1);
    }
    if (this.spread === Infinity || change === 0) return change;
    const had = this.breaksOf[person]!;
    return change + 5 * (Math.max(0, had + change - this.spread) - Math.max(0, had - this.spread));
  }

  private inOrder(wish: number, slot: number): boolean {
    for (const first of this.before[wish]!) if (first === wish || this.slot[first]! >= slot) return false;
    for (const second of this.after[wish]!) if (this.slot[second]! >= 0 && this.slot[second]! <= slot) return false;
    return true;
  }

  private unmet(wish: number): number {
    let count = 0;
    for (const first of this.before[wish]!) if (this.slot[first]! < 0) count += 1;
    return count;
  }

  private waiting(wish: number): number {
    let count = 0;
    for (const second of this.after[wish]!) if (this.slot[second]! >= 0) count += 1;
    return count;
  }

  private mark(person: number, slot: number, entry: number, sign: 1 | -1): void {
    const here = person * this.slots + slot;
    const [before, after] = [this.previous[slot]!, this.next[slot]!];
    const beside = (before >= 0 && this.at[here - 1] ? 1 : 0) + (after >= 0 && this.at[here + 1] ? 1 : 0);
    this.at[here] = entry;
    const day = person * this.days + this.model.dayOf[slot]!;
    this.onDay[day]! += sign;
    this.inHalf[person * this.halves + this.model.halfOf[slot]!]! += sign;
    const old = this.runs[day]!;
    const now = old + sign * (1 - beside);
    this.runs[day] = now;
    const more = (now > 1 ? now - 1 : 0) - (old > 1 ? old - 1 : 0);
    if (more === 0) return;
    this.breaks += more;
    const had = this.breaksOf[person]!;
    this.breaksOf[person] = had + more;
    if (this.spread !== Infinity) this.excess += Math.max(0, had + more - this.spread) - Math.max(0, had - this.spread);
    if (now > 1 !== old > 1) this.list(day, now > 1);
  }

  private list(day: number, isBroken: boolean): void {
    if (isBroken) {
      this.brokenAt[day] = this.brokenCount;
      this.broken[this.brokenCount] = day;
      this.brokenCount += 1;
      return;
    }
    this.brokenCount -= 1;
    const last = this.broken[this.brokenCount]!;
    this.broken[this.brokenAt[day]!] = last;
    this.brokenAt[last] = this.brokenAt[day]!;
  }
}
