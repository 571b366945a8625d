import type { Model } from '#model/model';
import { tableServes } from '#model/may-sit';
import type { Seat } from '#model/wishes';
import type { Rooms } from './rooms.ts';

/** Finds a table and an interpreter, moving those out of the way who can sit elsewhere in the same slots. */
export class Usher {
  private readonly rooms: Rooms;
  private readonly model: Model;
  /** Tables by whom they are for, the choosiest last. */
  private readonly ordinary: Int32Array;
  private readonly accessible: Int32Array;
  private readonly reserved = new Map<number, Int32Array>();
  private turn = 0;
  private readonly lastHome: Int32Array;

  constructor(rooms: Rooms) {
    this.rooms = rooms;
    this.model = rooms.model;
    const { tables, reservedFor, accessible } = this.model;
    const all = Array.from({ length: tables }, (_, table) => table);
    const open = all.filter((table) => reservedFor[table]! < 0);
    this.ordinary = Int32Array.from(open.filter((table) => this.model.alike || !accessible[table]));
    this.accessible = Int32Array.from(open.filter((table) => !this.model.alike && accessible[table]));
    for (const enterprise of new Set(reservedFor)) if (enterprise >= 0) this.reserved.set(enterprise, Int32Array.from(all.filter((table) => reservedFor[table] === enterprise)));
    this.lastHome = new Int32Array(rooms.home.length).fill(-1);
  }

  /** Seats a meeting, or leaves everything as it was. */
  admit(wish: number, slot: number, buyer: number, supplier: number): boolean {
    const mark = this.rooms.mark();
    const interpreter = this.interpreter(buyer, supplier, slot);
    if (interpreter !== -2) {
      const stay = this.rooms.stayOf(wish, slot, buyer);
      const home = this.rooms.home[stay]!;
      if (home >= 0 ? this.join(wish, slot, buyer, supplier, interpreter, stay) : this.settle(wish, slot, buyer, supplier, interpreter, stay)) return true;
    }
    this.rooms.rollback(mark);
    return false;
  }

  /** Whether exactly this seat can be taken as things are. */
  allows(wish: number, { slot, table, buyer, supplier, interpreter }: Seat): boolean {
    const { rooms } = this;
    const stay = rooms.stayOf(wish, slot, buyer);
    const home = rooms.home[stay]!;
    const [from, to] = home < 0 ? [slot, slot] : [Math.min(slot, rooms.first[stay]!), Math.max(slot, rooms.last[stay]!)];
    const needed = this.model.interpretersFor(buyer, supplier);
    const helped = needed === null ? interpreter < 0 : needed.includes(interpreter) && this.canHelp(interpreter, slot);
    return helped && (home < 0 || home === table) && this.isFree(table, from, to, stay) && this.suits(wish, slot, buyer, supplier, table);
  }

  /** Whether a stay could move to a table with whoever is there going to `instead` or elsewhere; it does when it can. */
  swap(stay: number, table: number): boolean {
    const mark = this.rooms.mark();
    const old = this.rooms.home[stay]!;
    const [from, to] = [this.rooms.first[stay]!, this.rooms.last[stay]!];
    const members = this.members(stay);
    if (members.some((wish) => this.model.locked[wish])) return false;
    const others = this.holders(table, from, to, stay);
    if (others === null) return false;
    const seats = this.lift(members);
    if (this.clear(others, table, old) && this.reseat(seats, table)) return true;
    this.rooms.rollback(mark);
    return false;
  }

  /** A new stay. */
  private settle(wish: number, slot: number, buyer: number, supplier: number, interpreter: number, stay: number): boolean {
    const { rooms } = this;
    if (rooms.free[slot]! <= 0) return false;
    const fits = (table: number) => this.isFree(table, slot, slot, stay) && this.suits(wish, slot, buyer, supplier, table);
    let table = -1;
    const [before, after] = rooms.beside(buyer, slot);
    for (const wanted of [this.lastHome[stay]!, before, after]) if (table < 0 && wanted >= 0 && fits(wanted)) table = wanted;
    if (table < 0) table = this.find(wish, buyer, supplier, fits);
    if (table < 0) table = this.find(wish, buyer, supplier, (other) => this.vacate(other, slot, slot, stay, () => this.suits(wish, slot, buyer, supplier, other)), 12);
    if (table < 0) return false;
    rooms.seat(wish, slot, buyer, supplier, table, interpreter);
    this.lastHome[stay] = table;
    return true;
  }

  /** One more meeting of a stay: at its table if it is free that long, else all of them at another. */
  private join(wish: number, slot: number, buyer: number, supplier: number, interpreter: number, stay: number): boolean {
    const { rooms } = this;
    const home = rooms.home[stay]!;
    const [from, to] = [Math.min(slot, rooms.first[stay]!), Math.max(slot, rooms.last[stay]!)];
    const suits = () => this.suits(wish, slot, buyer, supplier, home);
    if (suits() && (this.isFree(home, from, to, stay) || this.vacate(home, from, to, stay, suits))) {
      rooms.seat(wish, slot, buyer, supplier, home, interpreter);
      return true;
    }
    const members = this.members(stay);
    if (members.some((member) => this.model.locked[member])) return false;
    for (let other = from; other <= to; other += 1) if (this.model.halfOf[other] === this.model.halfOf[slot] && rooms.free[other]! <= 0 && (other < rooms.first[stay]! || other > rooms.last[stay]!)) return false;
    const seats = this.lift(members);
    const table = this.find(wish, buyer, supplier, (candidate) => candidate !== home && this.isFree(candidate, from, to, stay) && this.suits(wish, slot, buyer, supplier, candidate) && this.reseat(seats, candidate));
    if (table < 0) return false;
    rooms.seat(wish, slot, buyer, supplier, table, interpreter);
    this.lastHome[stay] = table;
    return true;
  }

  /** The first table that will do, of those meant for such a meeting first; asks at most so many. */
  private find(wish: number, buyer: number, supplier: number, will: (table: number) => boolean, most = Infinity): number {
    const { needsAccessible, buyerEnterprise } = this.model;
    const own = this.reserved.get(buyerEnterprise[wish]!);
    const lists = needsAccessible[buyer] || needsAccessible[supplier] ? [own, this.model.alike ? this.ordinary : this.accessible] : [own, this.ordinary, this.accessible];
    let asked = 0;
    for (const list of lists) {
      if (!list || list.length === 0) continue;
      this.turn = (this.turn + 1) % list.length;
      for (let step = 0; step < list.length && asked < most; step += 1) {
        const table = list[(this.turn + step) % list.length]!;
        asked += 1;
        if (will(table)) {
          this.turn += step;
          return table;
        }
      }
    }
    return -1;
  }

  private isFree(table: number, from: number, to: number, stay: number): boolean {
    const { held, model } = this.rooms;
    for (let slot = from; slot <= to; slot += 1) {
      if (!this.rooms.isOfHalf(slot, from)) continue;
      const holder = held[table * model.slots + slot]!;
      if (holder && holder !== stay + 1) return false;
    }
    return true;
  }

  /** Whether one meeting can be held at a table, whoever else is there. */
  private suits(wish: number, slot: number, buyer: number, supplier: number, table: number): boolean {
    const { model } = this;
    if (!model.open[table * model.slots + slot] || !tableServes(model, table, wish, buyer, supplier)) return false;
    return !model.travels || (this.within(buyer, slot, table) && this.within(supplier, slot, table));
  }

  private within(person: number, slot: number, table: number): boolean {
    const { model, rooms } = this;
    const hall = model.hallOf[table]!;
    for (const other of model.slotsOfDay[model.dayOf[slot]!]!) {
      const there = rooms.hall[person * model.slots + other]! - 1;
      if (there < 0 || other === slot) continue;
      if (!(other < slot ? model.reachable(other, there, slot, hall) : model.reachable(slot, hall, other, there))) return false;
    }
    return true;
  }

  /** Sends others away from a table. Whether it suits is asked again: who had to go to another hall may be on the way. */
  private vacate(table: number, from: number, to: number, stay: number, suits: () => boolean): boolean {
    if (!suits()) return false;
    const others = this.holders(table, from, to, stay);
    if (others === null || others.length === 0) return false;
    const mark = this.rooms.mark();
    if (this.clear(others, table, -1) && suits()) return true;
    this.rooms.rollback(mark);
    return false;
  }

  /** Other stays that hold a table in these slots; null when one of them is locked there. */
  private holders(table: number, from: number, to: number, stay: number): number[] | null {
    const { held, model } = this.rooms;
    const others: number[] = [];
    for (let slot = from; slot <= to; slot += 1) {
      const holder = this.rooms.isOfHalf(slot, from) ? held[table * model.slots + slot]! - 1 : -1;
      if (holder < 0 || holder === stay || others.includes(holder)) continue;
      if (this.members(holder).some((wish) => model.locked[wish])) return null;
      others.push(holder);
    }
    return others;
  }

  /** Sends stays away from a table, to `instead` where they can. */
  private clear(stays: readonly number[], table: number, instead: number): boolean {
    const mark = this.rooms.mark();
    for (const stay of stays) {
      const [from, to] = [this.rooms.first[stay]!, this.rooms.last[stay]!];
      const seats = this.lift(this.members(stay));
      const [wish, , buyer, supplier] = seats[0]!;
      const fits = (other: number) => other !== table && this.isFree(other, from, to, stay) && this.reseat(seats, other);
      if ((instead >= 0 && fits(instead)) || this.find(wish, buyer, supplier, fits) >= 0) continue;
      this.rooms.rollback(mark);
      return false;
    }
    return true;
  }

  private members(stay: number): number[] {
    const { rooms, model } = this;
    if (!rooms.keeps) return rooms.home[stay]! < 0 ? [] : [stay];
    const buyer = model.sitterOf[stay]!;
    const members: number[] = [];
    if (rooms.home[stay]! >= 0) for (let slot = rooms.first[stay]!; slot <= rooms.last[stay]!; slot += 1) if (rooms.hosting[buyer * model.slots + slot] && rooms.isOfHalf(slot, rooms.first[stay]!)) members.push(rooms.hosting[buyer * model.slots + slot]! - 1);
    return members;
  }

  private lift(members: readonly number[]): [number, number, number, number, number][] {
    const { rooms } = this;
    return members.map((wish) => {
      const seat: [number, number, number, number, number] = [wish, rooms.slot[wish]!, rooms.buyer[wish]!, rooms.supplier[wish]!, rooms.interpreter[wish]!];
      rooms.unseat(wish);
      return seat;
    });
  }

  /** At a table that is free from the first to the last of them. */
  private reseat(seats: readonly (readonly [number, number, number, number, number])[], table: number): boolean {
    const mark = this.rooms.mark();
    for (const [wish, slot, buyer, supplier, interpreter] of seats) {
      if (!this.suits(wish, slot, buyer, supplier, table)) {
        this.rooms.rollback(mark);
        return false;
      }
      this.rooms.seat(wish, slot, buyer, supplier, table, interpreter);
    }
    return true;
  }

  /** -1 when none is needed, -2 when none is to be had. */
  private interpreter(buyer: number, supplier: number, slot: number): number {
    const { model, rooms } = this;
    const able = model.interpretersFor(buyer, supplier);
    if (able === null) return -1;
    for (const one of able) if (this.canHelp(one, slot)) return one;
    for (const one of able) {
      const wish = rooms.helping[one * model.slots + slot]! - 1;
      if (wish < 0 || model.locked[wish]) continue;
      for (const other of model.interpretersFor(rooms.buyer[wish]!, rooms.supplier[wish]!)!) {
        if (!this.canHelp(other, slot)) continue;
        const [[, , host, guest]] = [[wish, slot, rooms.buyer[wish]!, rooms.supplier[wish]!]] as [[number, number, number, number]];
        const table = rooms.table[wish]!;
        rooms.unseat(wish);
        rooms.seat(wish, slot, host, guest, table, other);
        return one;
      }
    }
    return -2;
  }

  private canHelp(interpreter: number, slot: number): boolean {
    const here = interpreter * this.model.slots + slot;
    return this.model.interpreterPresent[here] === 1 && !this.rooms.helping[here];
  }
}
