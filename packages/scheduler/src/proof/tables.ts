import type { Model } from '#model/model';
import { enoughTables } from './capacity.ts';
import { allOf, anyOf, atMostOne } from './logic.ts';
import { type Meetings, oneOf } from './meetings.ts';
import { changesOf, type Station } from './table-changes.ts';
import type { Literal } from './sat.ts';

/** Which table each wish is at, or null where any open table serves and nobody minds which. */
export type Seats = Map<number, Literal>[] | null;

/** Tables as literals: nobody else at them, reachable, kept where they have to be. And the changes of tables that count. */
export function tables(m: Meetings): { seats: Seats; changes: Literal[] } {
  const { rules, alike, travels } = m.model;
  if (alike && !rules.buyerKeepsTable && !rules.countTableChanges) {
    enoughTables(m);
    return { seats: null, changes: [] };
  }
  const seats = seatsOf(m);
  if (travels) inTime(m, seats);
  const paths = rules.buyerKeepsTable ? keptTables(m, seats) : freeTables(m, seats);
  return { seats, changes: rules.countTableChanges ? paths.flatMap((path) => changesOf(m.sat, path)) : [] };
}

function seatsOf({ sat, model, held, inSlot, buyerIs, supplierIs }: Meetings): Map<number, Literal>[] {
  const { slots } = model;
  return Array.from(held, (placed, wish) => {
    const lock = model.locked[wish];
    const served = Array.from({ length: model.tables }, (_, table) => table).filter((table) => (lock ? lock.table === table : mightServe(model, table, wish)));
    if (!served.length) sat.add(-placed);
    const literals = oneOf(sat, served.length);
    served.forEach((table, at) => {
      for (const slot of model.slotsOfWish[wish]!) if (!model.open[table * slots + slot]) sat.add(-inSlot[wish * slots + slot]!, -literals[at]!);
      if (model.accessible[table]) return;
      for (const [people, is] of [[model.buyersOf[wish]!, buyerIs[wish]!], [model.suppliersOf[wish]!, supplierIs[wish]!]] as const)
        people.forEach((person, of) => model.needsAccessible[person] && sat.add(-placed, -is[of]!, -literals[at]!));
    });
    return new Map(served.map((table, at) => [table, literals[at]!]));
  });
}

function mightServe(model: Model, table: number, wish: number): boolean {
  const keptFor = model.reservedFor[table]!;
  return (keptFor < 0 || keptFor === model.buyerEnterprise[wish]) && model.slotsOfWish[wish]!.some((slot) => model.open[table * model.slots + slot] === 1);
}

/** Nobody has to be in two halls with too little time between. */
function inTime({ sat, model, sitsIn }: Meetings, seats: Map<number, Literal>[]): void {
  const { slots } = model;
  const halls = [...new Set(model.hallOf)];
  for (let person = 0; person < model.people; person += 1) {
    const inHall = Array.from({ length: slots }, (_, slot) => {
      const mine = sitsIn[person * slots + slot]!;
      const of = new Map(halls.map((hall) => [hall, mine.length ? sat.fresh() : sat.no]));
      for (const { wish, literal } of mine) for (const [table, here] of seats[wish]!) sat.add(-literal, -here, of.get(model.hallOf[table]!)!);
      return of;
    });
    for (let later = 1; later < slots; later += 1)
      for (let earlier = 0; earlier < later; earlier += 1)
        for (const [hall, before] of inHall[earlier]!)
          for (const [other, after] of inHall[later]!) if (hall !== other && !model.reachable(earlier, hall, later, other)) sat.add(-before, -after);
  }
}

/** Each meeting has its table to itself. A buyer's person passes the slots one after the other. */
function freeTables({ sat, model, inSlot, sitsIn }: Meetings, seats: Map<number, Literal>[]): Station[][] {
  const { slots, rules } = model;
  for (let slot = 0; slot < slots; slot += 1)
    for (let table = 0; table < model.tables; table += 1)
      atMostOne(sat, seats.map((at, wish) => allOf(sat, inSlot[wish * slots + slot]!, at.get(table) ?? sat.no)));
  if (!rules.countTableChanges) return [];
  return Array.from({ length: model.people }, (_, person) =>
    Array.from({ length: slots }, (_none, slot) => sitsIn[person * slots + slot]!.filter(({ asBuyer }) => asBuyer))
      .filter((mine) => mine.length > 0)
      .map((mine) => {
        const station = { busy: anyOf(sat, mine.map(({ literal }) => literal)), at: new Map<number, Literal>() };
        for (const { wish, literal } of mine)
          for (const [table, here] of seats[wish]!) {
            if (!station.at.has(table)) station.at.set(table, sat.fresh());
            sat.add(-literal, -here, station.at.get(table)!);
          }
        return station;
      }),
  );
}

/** A buyer's person holds one table from the first to the last meeting of a sitting, and passes the sittings. */
function keptTables({ sat, model, sitsIn }: Meetings, seats: Map<number, Literal>[]): Station[][] {
  const { slots } = model;
  const holders: Literal[][] = Array.from({ length: slots * model.tables }, () => []);
  const paths = Array.from({ length: model.people }, (): Station[] => []);
  model.slotsOfSitting.forEach((sitting, number) => {
    const person = model.sitterOf[number]!;
    const mine = Array.from(sitting, (slot) => sitsIn[person * slots + slot]!.filter(({ asBuyer }) => asBuyer));
    const could = [...new Set(mine.flat().flatMap(({ wish }) => [...seats[wish]!.keys()]))].sort((a, b) => a - b);
    if (!could.length) return;
    const at = new Map(oneOf(sat, could.length).map((literal, index) => [could[index]!, literal]));
    for (const { wish, literal } of mine.flat()) for (const [table, here] of at) sat.add(-literal, -here, seats[wish]!.get(table) ?? sat.no);
    const sits = mine.map((seated) => anyOf(sat, seated.map(({ literal }) => literal)));
    sitting.forEach((slot, index) => {
      const holds = allOf(sat, anyOf(sat, sits.slice(0, index + 1)), anyOf(sat, sits.slice(index)));
      for (const [table, here] of at) holders[slot * model.tables + table]!.push(allOf(sat, holds, here));
    });
    paths[person]!.push({ busy: anyOf(sat, sits), at });
  });
  for (const holding of holders) atMostOne(sat, holding);
  return paths;
}
