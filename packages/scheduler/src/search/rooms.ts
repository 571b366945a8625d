import type { Model } from '#model/model';

const put = 1;
const taken = 2;
const width = 7;

/**
 * Who sits at which table with which interpreter. What holds a table together is a stay: the meetings of a buyer's
 * person in one sitting where the buyer keeps the table (it is held from the first to the last of them), else one
 * meeting. Everything done can be taken back to a `mark`.
 */
export class Rooms {
  readonly table: Int32Array;
  readonly interpreter: Int32Array;
  readonly slot: Int32Array;
  readonly buyer: Int32Array;
  readonly supplier: Int32Array;
  /** Per table and slot: the stay + 1 that holds it, or 0. */
  readonly held: Int32Array;
  /** Per interpreter and slot: the wish + 1. */
  readonly helping: Int32Array;
  /** Per person and slot: the wish + 1 where they sit as buyer; the hall + 1 where they sit at all. */
  readonly hosting: Int32Array;
  readonly hall: Int32Array;
  /** Per stay. */
  readonly home: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Open tables that nobody holds, per slot. */
  readonly free: Int32Array;
  tableChanges = 0;
  readonly keeps: boolean;
  readonly model: Model;
  private trail = new Int32Array(width * 256);
  private length = 0;

  constructor(model: Model) {
    this.model = model;
    this.keeps = model.rules.buyerKeepsTable;
    const none = () => new Int32Array(model.wishes).fill(-1);
    [this.table, this.interpreter, this.slot, this.buyer, this.supplier] = [none(), none(), none(), none(), none()];
    this.held = new Int32Array(model.tables * model.slots);
    this.helping = new Int32Array(model.interpreters * model.slots);
    this.hosting = new Int32Array(model.people * model.slots);
    this.hall = new Int32Array(model.people * model.slots);
    const stays = this.keeps ? model.sittings : model.wishes;
    [this.home, this.first, this.last] = [new Int32Array(stays).fill(-1), new Int32Array(stays), new Int32Array(stays)];
    this.free = Int32Array.from(model.openTables);
  }

  stayOf(wish: number, slot: number, buyer: number): number {
    return this.keeps ? this.model.sittingOf[buyer * this.model.slots + slot]! : wish;
  }

  mark(): number {
    return this.length;
  }

  rollback(mark: number): void {
    while (this.length > mark) {
      this.length -= width;
      const [op, wish, slot, buyer, supplier, table, interpreter] = this.trail.subarray(this.length, this.length + width) as unknown as [number, number, number, number, number, number, number];
      if (op === put) this.take(wish);
      else this.put(wish, slot, buyer, supplier, table, interpreter);
    }
  }

  /** What was done so far stays. */
  forget(): void {
    this.length = 0;
  }

  /** The caller knows that the table, its slots and the interpreter are free. */
  seat(wish: number, slot: number, buyer: number, supplier: number, table: number, interpreter: number): void {
    this.put(wish, slot, buyer, supplier, table, interpreter);
    this.note(put, wish);
  }

  unseat(wish: number): void {
    this.note(taken, wish);
    this.take(wish);
  }

  /** Wishes of everything that could be taken back, some of them more than once. */
  touched(): number[] {
    return Array.from({ length: this.length / width }, (_, entry) => this.trail[entry * width + 1]!);
  }

  private note(op: number, wish: number): void {
    if (this.length + width > this.trail.length) {
      const longer = new Int32Array(this.trail.length * 2);
      longer.set(this.trail);
      this.trail = longer;
    }
    const { trail, length } = this;
    trail[length] = op;
    trail[length + 1] = wish;
    trail[length + 2] = this.slot[wish]!;
    trail[length + 3] = this.buyer[wish]!;
    trail[length + 4] = this.supplier[wish]!;
    trail[length + 5] = this.table[wish]!;
    trail[length + 6] = this.interpreter[wish]!;
    this.length = length + width;
  }

  private put(wish: number, slot: number, buyer: number, supplier: number, table: number, interpreter: number): void {
    const { slots } = this.model;
    const stay = this.stayOf(wish, slot, buyer);
    if (this.home[stay]! < 0) {
      this.home[stay] = table;
      this.first[stay] = this.last[stay] = slot;
      this.hold(table, slot, stay + 1, slot);
    } else {
      for (let other = slot; other < this.first[stay]!; other += 1) this.hold(table, other, stay + 1, slot);
      for (let other = slot; other > this.last[stay]!; other -= 1) this.hold(table, other, stay + 1, slot);
      this.first[stay] = Math.min(this.first[stay]!, slot);
      this.last[stay] = Math.max(this.last[stay]!, slot);
    }
    this.table[wish] = table;
    this.interpreter[wish] = interpreter;
    this.slot[wish] = slot;
    this.buyer[wish] = buyer;
    this.supplier[wish] = supplier;
    if (interpreter >= 0) this.helping[interpreter * slots + slot] = wish + 1;
    this.tableChanges += this.changesAround(buyer, slot, table);
    this.hosting[buyer * slots + slot] = wish + 1;
    this.hall[buyer * slots + slot] = this.hall[supplier * slots + slot] = this.model.hallOf[table]! + 1;
  }

  private take(wish: number): void {
    const { slots } = this.model;
    const [slot, buyer, supplier, table, interpreter] = [this.slot[wish]!, this.buyer[wish]!, this.supplier[wish]!, this.table[wish]!, this.interpreter[wish]!];
    this.hosting[buyer * slots + slot] = 0;
    this.hall[buyer * slots + slot] = this.hall[supplier * slots + slot] = 0;
    this.tableChanges -= this.changesAround(buyer, slot, table);
    if (interpreter >= 0) this.helping[interpreter * slots + slot] = 0;
    const stay = this.stayOf(wish, slot, buyer);
    if (this.first[stay] === this.last[stay]) {
      this.home[stay] = -1;
      this.hold(table, slot, 0, slot);
    } else if (slot === this.first[stay]) {
      let other = slot;
      do this.hold(table, other++, 0, slot);
      while (!this.hosting[buyer * slots + other] || !this.isOfHalf(other, slot));
      this.first[stay] = other;
    } else if (slot === this.last[stay]) {
      let other = slot;
      do this.hold(table, other--, 0, slot);
      while (!this.hosting[buyer * slots + other] || !this.isOfHalf(other, slot));
      this.last[stay] = other;
    }
    this.table[wish] = this.interpreter[wish] = this.slot[wish] = this.buyer[wish] = this.supplier[wish] = -1;
  }

  /** A half day need not be in one piece. */
  isOfHalf(slot: number, other: number): boolean {
    return this.model.halfOf[slot] === this.model.halfOf[other];
  }

  private hold(table: number, slot: number, entry: number, of: number): void {
    if (!this.isOfHalf(slot, of)) return;
    const here = table * this.model.slots + slot;
    this.held[here] = entry;
    if (this.model.open[here]) this.free[slot]! += entry ? -1 : 1;
  }

  /** How many more times a buyer's person changes tables for a meeting at this table in this slot. */
  private changesAround(buyer: number, slot: number, table: number): number {
    if (!this.model.rules.countTableChanges) return 0;
    const [before, after] = this.beside(buyer, slot);
    return Number(before >= 0 && before !== table) + Number(after >= 0 && after !== table) - Number(before >= 0 && after >= 0 && before !== after);
  }

  private beforeAndAfter: [number, number] = [-1, -1];

  /** Tables of a buyer's person at the meeting before and after a slot; -1 for none. Answers in one array for all. */
  beside(buyer: number, slot: number): readonly [number, number] {
    const { slots } = this.model;
    let [low, high] = [slot - 1, slot + 1];
    while (low >= 0 && !this.hosting[buyer * slots + low]) low -= 1;
    while (high < slots && !this.hosting[buyer * slots + high]) high += 1;
    this.beforeAndAfter[0] = low < 0 ? -1 : this.table[this.hosting[buyer * slots + low]! - 1]!;
    this.beforeAndAfter[1] = high >= slots ? -1 : this.table[this.hosting[buyer * slots + high]! - 1]!;
    return this.beforeAndAfter;
  }
}
