import type { Model } from '#model/model';
import { nothingPlaced, type Placement, seat as write, seatOf } from '#model/placement';
import { maySit, tableServes } from '#model/may-sit';
import type { Seat } from '#model/wishes';

/** A schedule that is being changed meeting by meeting, and what is in the way of each change. */
export class Board {
  readonly model: Model;
  readonly placement: Placement;
  private readonly beforesOf: readonly number[][];
  private readonly aftersOf: readonly number[][];
  private readonly personAt: Int32Array;
  private readonly tableAt: Int32Array;
  private readonly interpreterAt: Int32Array;

  constructor(model: Model, placed: Placement = nothingPlaced(model)) {
    this.model = model;
    const [beforesOf, aftersOf] = [0, 1].map(() => Array.from({ length: model.wishes }, (): number[] => [])) as [number[][], number[][]];
    for (const [before, after] of model.precedences) {
      beforesOf[after]!.push(before);
      aftersOf[before]!.push(after);
    }
    [this.beforesOf, this.aftersOf] = [beforesOf, aftersOf];
    this.placement = nothingPlaced(model);
    this.personAt = new Int32Array(model.people * model.slots).fill(-1);
    this.tableAt = new Int32Array(model.tables * model.slots).fill(-1);
    this.interpreterAt = new Int32Array(model.interpreters * model.slots).fill(-1);
    for (let wish = 0; wish < model.wishes; wish++) if (placed.slot[wish]! >= 0) this.put(wish, seatOf(placed, wish));
  }

  put(wish: number, seat: Seat): void {
    write(this.placement, wish, seat);
    this.mark(seat, wish);
  }

  take(wish: number): Seat {
    const seat = seatOf(this.placement, wish);
    write(this.placement, wish, { slot: -1, table: -1, buyer: -1, supplier: -1, interpreter: -1 });
    this.mark(seat, -1);
    return seat;
  }

  isPlaced = (wish: number) => this.placement.slot[wish]! >= 0;
  personIn = (person: number, slot: number) => this.personAt[person * this.model.slots + slot]!;
  tableIn = (table: number, slot: number) => this.tableAt[table * this.model.slots + slot]!;
  interpreterIn = (interpreter: number, slot: number) => this.interpreterAt[interpreter * this.model.slots + slot]!;

  private mark({ slot, table, buyer, supplier, interpreter }: Seat, wish: number) {
    const { slots } = this.model;
    this.personAt[buyer * slots + slot] = wish;
    this.personAt[supplier * slots + slot] = wish;
    this.tableAt[table * slots + slot] = wish;
    if (interpreter >= 0) this.interpreterAt[interpreter * slots + slot] = wish;
  }

  /** Every place for a wish that nothing but other meetings closes. */
  *seats(wish: number): Generator<Seat> {
    const { model } = this;
    const locked = model.locked[wish];
    if (locked && maySit(model, wish, locked)) yield locked;
    if (!locked) for (const slot of model.slotsOfWish[wish]!) for (const [buyer, supplier] of this.pairs(wish, slot)) for (const interpreter of this.interpreters(buyer, supplier, slot)) {
      for (let table = 0; table < model.tables; table++)
        if (model.open[table * model.slots + slot] && tableServes(model, table, wish, buyer, supplier)) yield { slot, table, buyer, supplier, interpreter };
    }
  }

  /** Who may hold a wish in a slot. */
  pairs(wish: number, slot: number): [number, number][] {
    const { model } = this;
    const here = (people: Int32Array) => [...people].filter((person) => model.present[person * model.slots + slot]);
    const suppliers = here(model.suppliersOf[wish]!);
    return here(model.buyersOf[wish]!).flatMap((buyer) => suppliers.map((supplier): [number, number] => [buyer, supplier]));
  }

  /** -1 stands for a pair that needs none. */
  interpreters(buyer: number, supplier: number, slot: number): number[] {
    const helpers = this.model.interpretersFor(buyer, supplier);
    return helpers === null ? [-1] : [...helpers].filter((one) => this.model.interpreterPresent[one * this.model.slots + slot]);
  }

  /** The other meetings that cannot stay where they are when a wish sits there. Those of {@link overfull} come on top. */
  inTheWay(wish: number, seat: Seat): Set<number> {
    const { slot, table, buyer, supplier, interpreter } = seat;
    const found = new Set([this.personIn(buyer, slot), this.personIn(supplier, slot), this.tableIn(table, slot)]);
    if (interpreter >= 0) found.add(this.interpreterIn(interpreter, slot));
    this.tooFar(seat, found);
    if (this.model.rules.buyerKeepsTable) this.otherTable(wish, seat, found);
    for (const before of this.beforesOf[wish]!) if (this.placement.slot[before]! >= slot) found.add(before);
    for (const after of this.aftersOf[wish]!) if (this.isPlaced(after) && this.placement.slot[after]! <= slot) found.add(after);
    found.delete(-1);
    found.delete(wish);
    return found;
  }

  private tooFar({ slot, table, buyer, supplier }: Seat, found: Set<number>) {
    if (this.model.travels) for (const person of [buyer, supplier]) for (const meeting of this.farFrom(person, slot, table)) found.add(meeting);
  }

  /** The person's meetings of that day from or to which they cannot get in time. */
  private farFrom(person: number, slot: number, table: number): number[] {
    const { model } = this;
    const hall = model.hallOf[table]!;
    return [...model.slotsOfDay[model.dayOf[slot]!]!].flatMap((other) => {
      const meeting = this.personIn(person, other);
      if (meeting < 0 || other === slot) return [];
      const there = model.hallOf[this.placement.table[meeting]!]!;
      const inTime = there === hall || (other < slot ? model.reachable(other, there, slot, hall) : model.reachable(slot, hall, other, there));
      return inTime ? [] : [meeting];
    });
  }

  isTooFar = (person: number, slot: number, table: number) => this.model.travels && this.farFrom(person, slot, table).length > 0;

  /** Slots in which a buyer who keeps the table sits there as buyer in the sitting of a slot. */
  heldWith(buyer: number, slot: number): number[] {
    const { model } = this;
    if (!model.rules.buyerKeepsTable) return [];
    return [...model.slotsOfSitting[model.sittingOf[buyer * model.slots + slot]!]!].filter((other) => {
      const meeting = this.personIn(buyer, other);
      return meeting >= 0 && this.placement.buyer[meeting] === buyer;
    });
  }

  /** Whether sitting there would make a buyer change tables in a sitting, or cut the time another holds the table. */
  breaksHold(wish: number, seat: Seat): boolean {
    const found = new Set<number>();
    if (this.model.rules.buyerKeepsTable) this.otherTable(wish, seat, found);
    return found.size > 0;
  }

  /** The buyer's own meetings elsewhere in this sitting, others between theirs, and a buyer who holds this table now. */
  private otherTable(wish: number, { slot, table, buyer }: Seat, found: Set<number>) {
    const { slots, slotsOfSitting, sittingOf, slotsOfHalf, halfOf } = this.model;
    let [first, last] = [slot, slot];
    for (const other of slotsOfSitting[sittingOf[buyer * slots + slot]!]!) {
      const meeting = this.personIn(buyer, other);
      if (meeting < 0 || meeting === wish || this.placement.buyer[meeting] !== buyer) continue;
      if (this.placement.table[meeting] !== table) found.add(meeting);
      else [first, last] = [Math.min(first, other), Math.max(last, other)];
    }
    const others = new Map<number, { earlier: number[]; later: number[] }>();
    for (const other of slotsOfHalf[halfOf[slot]!]!) {
      const meeting = this.tableIn(table, other);
      if (meeting < 0 || meeting === wish || this.placement.buyer[meeting] === buyer) continue;
      if (other > first && other < last) found.add(meeting);
      const holder = sittingOf[this.placement.buyer[meeting]! * slots + other]!;
      if (!others.has(holder)) others.set(holder, { earlier: [], later: [] });
      if (other !== slot) others.get(holder)![other < slot ? 'earlier' : 'later'].push(meeting);
    }
    // A buyer who holds the table now gives up one end of their time there.
    for (const { earlier, later } of others.values()) for (const meeting of earlier.length < later.length ? earlier : later) found.add(meeting);
  }

  /**
   * Where a limit or a break would be broken once `leaving` are gone: groups of meetings, of each of which one more has to
   * leave. An empty group cannot be helped.
   */
  overfull(wish: number, { slot, buyer, supplier }: Seat, leaving: ReadonlySet<number>): number[][] {
    const { model } = this;
    const groups: number[][] = [];
    for (const person of [buyer, supplier]) {
      const staying = (slots: Int32Array) => [...slots].map((other) => this.personIn(person, other)).filter((meeting) => meeting >= 0 && meeting !== wish && !leaving.has(meeting));
      const day = model.dayOf[slot]!;
      const onDay = staying(model.slotsOfDay[day]!);
      if (onDay.length + 1 > model.mostOn[person * model.days + day]!) groups.push(onDay);
      const half = model.halfOf[slot]!;
      if (!model.breakIn[person * model.halves + half]) continue;
      const inHalf = staying(model.slotsOfHalf[half]!);
      if (inHalf.length + 1 >= model.slotsOfHalf[half]!.length) groups.push(inHalf);
    }
    return groups;
  }
}
