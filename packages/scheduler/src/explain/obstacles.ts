import type { Obstacle } from '@ganwan/shared/schedule/schedule';
import { breaksOf } from '#model/figures';
import type { Model } from '#model/model';
import { tableServes } from '#model/may-sit';
import type { Board } from './board.ts';
import { type Place, placesFor, sidesOf } from './places.ts';

/**
 * What stands in the way of a wish as the schedule is: together the obstacles close every place, and none of them can be
 * left out. Empty when there is an open place.
 */
export function obstaclesOf(board: Board, wish: number): Obstacle[] {
  const everywhere = opposed(board.model, wish) ?? unknown(board.model, wish);
  if (everywhere) return [everywhere];
  const uneven = unevenWith(board);
  const closed = placesFor(board.model, wish).map((place) => {
    const obstacles = inTheWayOf(board, wish, place);
    return obstacles.length > 0 ? obstacles : uneven(place);
  });
  return closed.some((obstacles) => obstacles.length === 0) ? [] : cover(closed);
}

function opposed({ problem, unopposed }: Model, number: number): Obstacle | null {
  if (unopposed[number]) return null;
  const { buyer, supplier } = problem.wishes[number]!;
  const block = problem.blocks.find(({ a, b }) => (a === buyer && b === supplier) || (a === supplier && b === buyer));
  return { kind: 'blocked', a: buyer, b: supplier, reason: block?.reason ?? 'veto' };
}

function unknown(model: Model, wish: number): Obstacle | null {
  const { buyer, supplier, product } = model.problem.wishes[wish]!;
  if (product === null) return null;
  const { buyers, suppliers } = sidesOf(model, wish);
  const nobody = (people: number[]) => !people.some((person) => model.knows(person, product));
  return nobody(buyers) ? { kind: 'nobody_knows', enterprise: buyer, product } : nobody(suppliers) ? { kind: 'nobody_knows', enterprise: supplier, product } : null;
}

/** All that closes a place, whatever closes all places included. */
export function closing(board: Board, wish: number, place: Place): Obstacle[] {
  const { model } = board;
  const { product, buyer, supplier } = model.problem.wishes[wish]!;
  const unknowing = ([[buyer, place.buyer], [supplier, place.supplier]] as const).flatMap(([enterprise, person]): Obstacle[] => (product === null || model.knows(person, product) ? [] : [{ kind: 'nobody_knows', enterprise, product }]));
  const block = opposed(model, wish);
  return [...(block ? [block] : []), ...unknowing, ...inTheWayOf(board, wish, place)];
}

/** Each of these alone closes the place. */
function inTheWayOf(board: Board, wish: number, place: Place): Obstacle[] {
  const { model } = board;
  const { problem } = model;
  const { slot } = place;
  const { id, half, slot: only } = problem.wishes[wish]!;
  const slotId = problem.slots[slot]!.id;
  const found: Obstacle[] = [];
  if (half !== null && half !== model.partOf[slot]) found.push({ kind: 'half_only', wish: id });
  if (only !== null && only !== slotId) found.push({ kind: 'slot_only', wish: id });
  for (const [before, after] of model.precedences)
    if ((after === wish && !(board.isPlaced(before) && board.placement.slot[before]! < slot)) || (before === wish && board.isPlaced(after) && board.placement.slot[after]! <= slot))
      found.push({ kind: 'precedence', before: problem.wishes[before]!.id, after: problem.wishes[after]!.id });
  for (const person of [place.buyer, place.supplier]) {
    const name = problem.people[person]!.id;
    const busy = board.personIn(person, slot);
    if (!model.present[person * model.slots + slot]) found.push({ kind: 'person_away', person: name, slot: slotId });
    if (busy >= 0) found.push({ kind: 'person_busy', person: name, slot: slotId, wish: problem.wishes[busy]!.id });
    const { day, half: part } = problem.slots[slot]!;
    const meetings = (slots: Int32Array) => slots.filter((other) => board.personIn(person, other) >= 0).length;
    if (meetings(model.slotsOfDay[model.dayOf[slot]!]!) >= model.mostOn[person * model.days + model.dayOf[slot]!]!) found.push({ kind: 'day_full', person: name, day });
    const inHalf = model.slotsOfHalf[model.halfOf[slot]!]!;
    if (model.breakIn[person * model.halves + model.halfOf[slot]!] && meetings(inHalf) + (busy >= 0 ? 0 : 1) >= inHalf.length) found.push({ kind: 'break_needed', person: name, day, half: part });
  }
  return [...found, ...noTable(board, wish, place), ...noInterpreter(board, place)];
}

/** The tables that are left after each question; the question after which there is none is the obstacle. */
function noTable(board: Board, wish: number, { slot, buyer, supplier }: Place): Obstacle[] {
  const { model } = board;
  const { slots, people } = model.problem;
  const [slotId, seat] = [slots[slot]!.id, { slot, buyer, supplier, interpreter: -1 }];
  const reserved = (table: number) => model.reservedFor[table]! >= 0 && model.reservedFor[table] !== model.buyerEnterprise[wish];
  let left = Array.from({ length: model.tables }, (_, table) => table).filter((table) => model.open[table * model.slots + slot] && board.tableIn(table, slot) < 0);
  if (left.length === 0) return [{ kind: 'no_table', slot: slotId }];
  left = left.filter((table) => !reserved(table));
  if (left.length === 0) return [{ kind: 'tables_reserved', slot: slotId }];
  left = left.filter((table) => tableServes(model, table, wish, buyer, supplier));
  if (left.length === 0) return [{ kind: 'no_accessible_table', slot: slotId }];
  left = left.filter((table) => !board.breaksHold(wish, { ...seat, table }));
  if (left.length === 0) return [{ kind: 'table_kept', person: people[buyer]!.id, slot: slotId }];
  const far = [buyer, supplier].find((person) => left.every((table) => board.isTooFar(person, slot, table))) ?? (left.every((table) => board.isTooFar(buyer, slot, table) || board.isTooFar(supplier, slot, table)) ? buyer : undefined);
  return far === undefined ? [] : [{ kind: 'travel', person: people[far]!.id, slot: slotId }];
}

function noInterpreter(board: Board, { slot, buyer, supplier }: Place): Obstacle[] {
  const able = board.interpreters(buyer, supplier, slot);
  return able.some((one) => one < 0 || board.interpreterIn(one, slot) < 0) ? [] : [{ kind: 'no_interpreter', slot: board.model.problem.slots[slot]!.id }];
}

/** The whole schedule's rule of even breaks, for a place that nothing else closes. */
function unevenWith({ model, personIn }: Board): (place: Place) => Obstacle[] {
  const { breakSpread } = model.rules;
  if (breakSpread === null) return () => [];
  const busy = new Uint8Array(model.people * model.slots);
  for (let at = 0; at < busy.length; at++) busy[at] = Number(personIn(Math.floor(at / model.slots), at % model.slots) >= 0);
  return ({ slot, buyer, supplier }) => {
    const then = busy.slice();
    for (const person of [buyer, supplier]) then[person * model.slots + slot] = 1;
    const breaks = Array.from({ length: model.people }, (_, person) => breaksOf(model, then, person));
    return Math.max(...breaks) - Math.min(...breaks) <= breakSpread ? [] : [{ kind: 'break_spread', slot: model.problem.slots[slot]!.id }];
  };
}

/** Obstacles that together close every place, those that close most first; then none of them that the others make idle. */
function cover(closed: readonly Obstacle[][]): Obstacle[] {
  const keyed = closed.map((obstacles) => new Map(obstacles.map((obstacle) => [JSON.stringify(obstacle), obstacle])));
  const chosen: string[] = [];
  for (let open = keyed; open.length > 0; open = open.filter((place) => !place.has(chosen.at(-1)!))) {
    const counts = new Map<string, number>();
    for (const place of open) for (const key of place.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    chosen.push([...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]);
  }
  let needed = chosen;
  for (const key of chosen) {
    const without = needed.filter((other) => other !== key);
    if (keyed.every((place) => without.some((other) => place.has(other)))) needed = without;
  }
  return needed.map((key) => keyed.find((place) => place.has(key))!.get(key)!);
}
