import type { Problem, Wish } from '@ganwan/shared/schedule/problem';
import type { People } from './people.ts';
import type { Slots } from './slots.ts';

/** A meeting in its place, in numbers; `interpreter` is -1 where none is needed. */
export interface Seat {
  slot: number;
  table: number;
  buyer: number;
  supplier: number;
  interpreter: number;
}

export interface Wishes {
  wishes: number;
  wishNumber: ReadonlyMap<string, number>;
  buyerEnterprise: Int32Array;
  supplierEnterprise: Int32Array;
  /** Neither vetoed nor blocked. */
  unopposed: Uint8Array;
  /** Can be held at all; see `Figures` in the contract. */
  holdable: Uint8Array;
  must: Uint8Array;
  points: Int32Array;
  /** Who may sit there for each side: knows the product, and is there in some slot of `slotsOfWish` together with somebody of the other side. A locked wish has one each. */
  buyersOf: readonly Int32Array[];
  suppliersOf: readonly Int32Array[];
  /** Slots in which it can be held: allowed by the wish, somebody of each side present. Of a locked wish, its own. */
  slotsOfWish: readonly Int32Array[];
  /** Where a locked meeting stays, whether or not it keeps the rules; null for the others. */
  locked: readonly (Seat | null)[];
  /** Pairs of wishes: the first is held before the second. */
  precedences: readonly (readonly [number, number])[];
  /** People whom a wish names that can be held at all. */
  named: Uint8Array;
  /** Per person: the wishes that name them. */
  naming: readonly Int32Array[];
}

export function wishesOf(problem: Problem, slots: Slots, people: People, enterprises: ReadonlyMap<string, number>): Wishes {
  const { wishes } = problem;
  const wishNumber = new Map(wishes.map(({ id }, at) => [id, at]));
  const unopposed = Uint8Array.from(wishes, unopposedIn(problem));
  const free = wishes.map((wish, at) => (unopposed[at] ? ways(wish, slots, people, enterprises) : noWay));
  const naming: number[][] = Array.from({ length: people.people }, () => []);
  free.forEach(({ buyers, suppliers }, wish) => [...buyers, ...suppliers].forEach((person) => naming[person]!.push(wish)));
  const locked = lockedOf(problem, slots, people, wishNumber);
  const held = free.map((way, at) => (locked[at] ? { slots: Int32Array.of(locked[at].slot), buyers: Int32Array.of(locked[at].buyer), suppliers: Int32Array.of(locked[at].supplier) } : way));
  return {
    wishes: wishes.length,
    wishNumber,
    buyerEnterprise: Int32Array.from(wishes, ({ buyer }) => enterprises.get(buyer)!),
    supplierEnterprise: Int32Array.from(wishes, ({ supplier }) => enterprises.get(supplier)!),
    unopposed,
    holdable: Uint8Array.from(free, (way) => Number(way.slots.length > 0)),
    must: Uint8Array.from(wishes, ({ buyerSays, supplierSays }) => Number(buyerSays?.says === 'must' || supplierSays?.says === 'must')),
    points: Int32Array.from(wishes, (wish) => pointsOf(wish, problem.rules.weights)),
    buyersOf: held.map(({ buyers }) => buyers),
    suppliersOf: held.map(({ suppliers }) => suppliers),
    slotsOfWish: held.map((way) => way.slots),
    locked,
    precedences: problem.precedences.map(({ before, after }) => [wishNumber.get(before)!, wishNumber.get(after)!] as const),
    naming: naming.map((list) => Int32Array.from(list)),
    named: Uint8Array.from(naming, (list) => Number(list.length > 0)),
  };
}

interface Way {
  slots: Int32Array;
  buyers: Int32Array;
  suppliers: Int32Array;
}
const noWay: Way = { slots: new Int32Array(), buyers: new Int32Array(), suppliers: new Int32Array() };

function unopposedIn({ blocks }: Problem): (wish: Wish) => number {
  const blocked = new Set(blocks.flatMap(({ a, b }) => [JSON.stringify([a, b]), JSON.stringify([b, a])]));
  return ({ buyer, supplier, buyerSays, supplierSays }) =>
    Number(buyerSays?.says !== 'no' && supplierSays?.says !== 'no' && !blocked.has(JSON.stringify([buyer, supplier])));
}

/** Slots the wish allows with somebody of each side present, and who can be one of the two there. */
function ways(wish: Wish, slots: Slots, people: People, enterprises: ReadonlyMap<string, number>): Way {
  const knowing = (enterprise: string) => people.staff[enterprises.get(enterprise)!]!.filter((person) => wish.product === null || people.knows(person, wish.product));
  const [buyers, suppliers] = [knowing(wish.buyer), knowing(wish.supplier)];
  const present = (slot: number) => (person: number) => people.present[person * slots.slots + slot] === 1;
  const open = slots.partOf.flatMap((part, slot) => {
    if ((wish.half !== null && part !== wish.half) || (wish.slot !== null && slots.slotNumber.get(wish.slot) !== slot)) return [];
    return buyers.some(present(slot)) && suppliers.some(present(slot)) ? [slot] : [];
  });
  const seen = (person: number) => open.some((slot) => present(slot)(person));
  return { slots: Int32Array.from(open), buyers: buyers.filter(seen), suppliers: suppliers.filter(seen) };
}

function pointsOf({ buyerSays, supplierSays }: Wish, { mutual, buyer, supplier, ranks }: Problem['rules']['weights']): number {
  const wanted = (voice: Wish['buyerSays']) => voice !== null && voice.says !== 'no';
  const dearness = (voice: Wish['buyerSays']) => (!wanted(voice) ? 0 : voice!.rank === null ? 1 : Math.max(1, ranks + 1 - voice!.rank));
  return (wanted(buyerSays) && wanted(supplierSays) ? mutual : 0) + buyer * dearness(buyerSays) + supplier * dearness(supplierSays);
}

function lockedOf(problem: Problem, slots: Slots, people: People, wishNumber: ReadonlyMap<string, number>): (Seat | null)[] {
  const tableNumber = new Map(problem.tables.map(({ id }, at) => [id, at]));
  const locked: (Seat | null)[] = problem.wishes.map(() => null);
  for (const meeting of problem.locked)
    locked[wishNumber.get(meeting.wish)!] = {
      slot: slots.slotNumber.get(meeting.slot)!,
      table: tableNumber.get(meeting.table)!,
      buyer: people.personNumber.get(meeting.buyer)!,
      supplier: people.personNumber.get(meeting.supplier)!,
      interpreter: meeting.interpreter === null ? -1 : people.interpreterNumber.get(meeting.interpreter)!,
    };
  return locked;
}
