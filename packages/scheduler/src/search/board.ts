import type { Model } from '#model/model';
import { nothingPlaced, type Placement, seatOf } from '#model/placement';
import type { Seat } from '#model/wishes';
import { Diary } from './diary.ts';
import { Ledger } from './ledger.ts';
import { Rooms } from './rooms.ts';
import { Usher } from './usher.ts';
import type { Worth } from './worth.ts';

/**
 * A schedule that keeps every hard rule, and changes to it that keep them too. A change names meetings and where they
 * go; people and time are tried first, then its worth is judged, and only then tables and interpreters are found.
 */
export class Board {
  readonly model: Model;
  readonly diary: Diary;
  readonly ledger: Ledger;
  readonly rooms: Rooms;
  readonly usher: Usher;
  /** Wishes that could be held and are not placed, in no order. */
  readonly open: Int32Array;
  openCount = 0;
  private readonly openAt: Int32Array;
  /** The change in the making: wishes, each once, with where they were and where they go (slot -1: nowhere). */
  private readonly wish: Int32Array;
  private readonly from: Int32Array[];
  private readonly to: Int32Array[];
  private count = 0;

  constructor(model: Model) {
    this.model = model;
    this.diary = new Diary(model);
    this.ledger = new Ledger(model);
    this.rooms = new Rooms(model);
    this.usher = new Usher(this.rooms);
    const some = () => new Int32Array(model.wishes + 1);
    [this.open, this.openAt, this.wish] = [some(), some(), some()];
    this.from = [some(), some(), some()];
    this.to = [some(), some(), some()];
    for (let wish = 0; wish < model.wishes; wish += 1) if (model.holdable[wish]) this.reopen(wish);
  }

  begin(): void {
    this.count = 0;
  }

  /** Adds to the change. */
  move(wish: number, slot: number, buyer: number, supplier: number): void {
    const at = this.count;
    this.count = at + 1;
    this.wish[at] = wish;
    this.to[0]![at] = slot;
    this.to[1]![at] = buyer;
    this.to[2]![at] = supplier;
  }

  /** Makes the change when its meetings fit and `judge` finds it worth it; else nothing is changed. */
  make(judge: () => boolean): boolean {
    const { diary, count } = this;
    const orphans = diary.orphans;
    const [fromSlot, fromBuyer, fromSupplier] = this.from as [Int32Array, Int32Array, Int32Array];
    const [toSlot, toBuyer, toSupplier] = this.to as [Int32Array, Int32Array, Int32Array];
    for (let at = 0; at < count; at += 1) {
      const wish = this.wish[at]!;
      fromSlot[at] = diary.slot[wish]!;
      fromBuyer[at] = diary.buyer[wish]!;
      fromSupplier[at] = diary.supplier[wish]!;
      if (fromSlot[at]! >= 0) diary.leave(wish);
    }
    let entered = 0;
    while (entered < count && (toSlot[entered]! < 0 || diary.enter(this.wish[entered]!, toSlot[entered]!, toBuyer[entered]!, toSupplier[entered]!))) entered += 1;
    if (entered === count && diary.orphans <= orphans) {
      this.book(1);
      if (judge() && this.seat()) return true;
      this.book(-1);
    }
    for (let at = entered - 1; at >= 0; at -= 1) if (toSlot[at]! >= 0) diary.leave(this.wish[at]!);
    for (let at = count - 1; at >= 0; at -= 1) {
      if (fromSlot[at]! >= 0) diary.enter(this.wish[at]!, fromSlot[at]!, fromBuyer[at]!, fromSupplier[at]!);
      else [diary.buyer[this.wish[at]!], diary.supplier[this.wish[at]!]] = [-1, -1];
    }
    return false;
  }

  /** Only this meeting, at any cost. */
  place(wish: number, slot: number, buyer: number, supplier: number): boolean {
    this.begin();
    this.move(wish, slot, buyer, supplier);
    return this.make(() => true);
  }

  /** Exactly these seats; says whether every one of them could be taken. */
  load(placement: Placement): boolean {
    const { model, diary } = this;
    this.begin();
    for (let wish = 0; wish < model.wishes; wish += 1) if (diary.slot[wish]! >= 0) this.move(wish, -1, -1, -1);
    this.make(() => true);
    let whole = true;
    for (let wish = 0; wish < model.wishes; wish += 1) if (placement.slot[wish]! >= 0 && !this.placeAt(wish, seatOf(placement, wish))) whole = false;
    return whole;
  }

  /** Just there: the caller knows that table and interpreter are free. */
  placeAt(wish: number, { slot, buyer, supplier, table, interpreter }: Seat): boolean {
    if (!this.diary.enter(wish, slot, buyer, supplier)) return false;
    this.ledger.add(wish, buyer, supplier);
    this.close(wish);
    this.rooms.seat(wish, slot, buyer, supplier, table, interpreter);
    this.rooms.forget();
    return true;
  }

  /** Takes a meeting up for a moment; it is not among the open ones. */
  lift(wish: number): void {
    this.ledger.remove(wish, this.diary.buyer[wish]!, this.diary.supplier[wish]!);
    this.diary.leave(wish);
    this.rooms.unseat(wish);
  }

  /** Puts it down again; its table comes back with a rollback of the rooms. */
  restore(wish: number, slot: number, buyer: number, supplier: number): void {
    this.diary.enter(wish, slot, buyer, supplier);
    this.ledger.add(wish, buyer, supplier);
  }

  copy(into: Placement = nothingPlaced(this.model)): Placement {
    into.slot.set(this.rooms.slot);
    into.table.set(this.rooms.table);
    into.buyer.set(this.rooms.buyer);
    into.supplier.set(this.rooms.supplier);
    into.interpreter.set(this.rooms.interpreter);
    return into;
  }

  /** What the levels are now, into `worth`; those of people only where `people` says that they may have changed. */
  read(worth: Worth, people: boolean): void {
    const { diary, ledger, rooms } = this;
    worth.breaks = diary.breaks;
    worth.excess = diary.excess;
    worth.tableChanges = rooms.tableChanges;
    if (!people) return;
    worth.placed = ledger.placed;
    worth.mustsPlaced = ledger.mustsPlaced;
    worth.fewest = ledger.fewest();
    worth.unevenness = ledger.unevenness();
    worth.score = ledger.score;
    worth.roughness = ledger.roughness;
  }

  /** Enters the change in the ledger, or strikes it out again. Meetings that only change their time are no news there. */
  private book(sign: 1 | -1): void {
    const { ledger } = this;
    for (let at = 0; at < this.count; at += 1) {
      const [was, is] = [this.from[0]![at]! >= 0, this.to[0]![at]! >= 0];
      if (was && is && this.from[1]![at] === this.to[1]![at] && this.from[2]![at] === this.to[2]![at]) continue;
      const wish = this.wish[at]!;
      if (sign === 1 ? was : is) ledger.remove(wish, (sign === 1 ? this.from : this.to)[1]![at]!, (sign === 1 ? this.from : this.to)[2]![at]!);
      if (sign === 1 ? is : was) ledger.add(wish, (sign === 1 ? this.to : this.from)[1]![at]!, (sign === 1 ? this.to : this.from)[2]![at]!);
    }
  }

  private seat(): boolean {
    const { rooms, usher, count } = this;
    for (let at = 0; at < count; at += 1) if (this.from[0]![at]! >= 0) rooms.unseat(this.wish[at]!);
    for (let at = 0; at < count; at += 1) {
      if (this.to[0]![at]! < 0 || usher.admit(this.wish[at]!, this.to[0]![at]!, this.to[1]![at]!, this.to[2]![at]!)) continue;
      rooms.rollback(0);
      return false;
    }
    rooms.forget();
    for (let at = 0; at < count; at += 1) {
      const [was, is] = [this.from[0]![at]! >= 0, this.to[0]![at]! >= 0];
      if (was && !is) this.reopen(this.wish[at]!);
      if (!was && is) this.close(this.wish[at]!);
    }
    return true;
  }

  private reopen(wish: number): void {
    this.openAt[wish] = this.openCount;
    this.open[this.openCount] = wish;
    this.openCount += 1;
  }

  private close(wish: number): void {
    this.openCount -= 1;
    const last = this.open[this.openCount]!;
    this.open[this.openAt[wish]!] = last;
    this.openAt[last] = this.openAt[wish]!;
  }
}
