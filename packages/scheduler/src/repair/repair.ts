import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Change, Figures, Moved } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { type Model, modelOf } from '#model/model';
import { meetingsOf, placementOf, seatOf } from '#model/placement';
import type { Seat } from '#model/wishes';
import { Board } from '#search/board';
import { changed, type Day } from './changed.ts';
import { placeGently } from './place.ts';

export interface Repaired {
  /** The problem as it is now. */
  problem: Problem;
  meetings: PlacedMeeting[];
  figures: Figures;
  /** Who is elsewhere than before, or has a meeting more or less, and which change asked for it. */
  moved: Moved[];
  /** Wishes that the changes ask for and that found no place. */
  unplaced: string[];
}

/** Seats looked at for all changes together: about half a second. */
const effort = 80_000;

/**
 * Mends a schedule after something happened, with as few people moved as can be found, never anybody in a meeting that is
 * over, locked, or checked in to. A meeting that has to go elsewhere is placed with up to three others moved; what finds
 * no place then is told. The answer is held against every rule. Throws {@link Unknown} when something is named that is
 * not there, and when the schedule did not keep the rules before (that everything is placed and breaks are even aside).
 */
export function repair(problem: Problem, { meetings }: { meetings: readonly PlacedMeeting[] }, day: Day): Repaired {
  const { problem: next, frozen, kept, lost, cancelled, waiting } = changed(problem, meetings, day);
  const because = new Map<string, Change>(waiting.map(({ meeting, because: change }) => [meeting.wish, change]));
  const takenOver = takeOvers(frozen, kept, waiting.map(({ meeting }) => meeting));
  const model = modelOf({ ...frozen, locked: [...frozen.locked, ...takenOver] });
  const board = new Board(model);
  const stays = placementOf(model, [...kept, ...takenOver]);
  if (!board.load(stays)) throw new Error('the schedule to repair breaks a rule');
  const was = new Map(meetings.map((meeting) => [meeting.wish, meeting]));
  const left = { left: effort };
  const from = day.now === undefined ? 0 : model.slotNumber.get(day.now)!;
  const unplaced = waiting.flatMap(({ meeting: { wish } }) => (takenOver.some((one) => one.wish === wish) ? [] : [wish]));
  let before = board.copy();
  const order = lost.map(({ wish }) => model.wishNumber.get(wish)!);
  for (const at of [...lost.keys()].sort((one, other) => urgency(model, order[other]!) - urgency(model, order[one]!) || one - other)) {
    const { wish, because: change } = lost[at]!;
    const old = was.get(wish);
    const number = order[at]!;
    if (!placeGently(board, number, { old: old ? seatOf(placementOf(model, [old]), number) : null, before: stays, from, effort: left })) {
      unplaced.push(wish);
      if (old) because.set(wish, change);
      continue;
    }
    const now = board.copy();
    for (let other = 0; other < model.wishes; other += 1) {
      const [one, two] = [seatOf(before, other), seatOf(now, other)];
      if (one.slot !== two.slot || one.table !== two.table || one.buyer !== two.buyer || one.supplier !== two.supplier || one.interpreter !== two.interpreter) because.set(model.problem.wishes[other]!.id, change);
    }
    before = now;
  }
  const inVain = [...waitingInVain(board)];
  for (const wish of inVain) {
    const id = model.problem.wishes[wish]!.id;
    because.set(id, because.get(id) ?? day.changes[0]!);
    unplaced.push(id);
    board.lift(wish);
  }
  const [first] = day.changes;
  if (day.refill && first) for (const wish of leftOut(board)) {
    const id = model.problem.wishes[wish]!.id;
    if (unplaced.includes(id) || !placeGently(board, wish, { old: null, before: board.copy(), from, effort: left, most: 0 })) continue;
    because.set(id, first);
  }
  const result = meetingsOf(model, board.copy());
  // Not even a locked meeting is held when what was to come before it is not.
  const after = { ...next, locked: next.locked.filter(({ wish }) => !inVain.includes(model.wishNumber.get(wish)!)) };
  const { breaches, figures } = check(after, { meetings: result });
  if (breaches.length) throw new Error(`the repaired schedule breaks a rule: ${JSON.stringify(breaches[0])}`);
  const is = new Map(result.map((meeting) => [meeting.wish, meeting]));
  const moved = [...cancelled.map(({ meeting, because: change }) => [meeting.wish, change] as const), ...because].map(([wish, change]): Moved => {
    const [from, to] = [was.get(wish) ?? null, is.get(wish) ?? null];
    return { wish, people: [...new Set([from, to].flatMap((meeting) => (meeting ? [meeting.buyer, meeting.supplier] : [])))], from, to, because: change };
  });
  return { problem: after, meetings: result, figures, moved: moved.filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to)), unplaced };
}

/** Meetings placed after one that is not placed any more, and those after them. */
function waitingInVain({ model, diary }: Board): Set<number> {
  const vain = new Set<number>();
  for (let more = true; more; ) {
    more = false;
    for (const [first, second] of model.precedences) {
      if (vain.has(second) || diary.slot[second]! < 0 || (diary.slot[first]! >= 0 && !vain.has(first))) continue;
      vain.add(second);
      more = true;
    }
  }
  return vain;
}

const urgency = (model: Model, wish: number) => 1e9 * model.must[wish]! + model.points[wish]!;

/** The dearest first. */
function leftOut({ model, diary }: Board): number[] {
  const open = Array.from({ length: model.wishes }, (_, wish) => wish).filter((wish) => diary.slot[wish]! < 0 && model.slotsOfWish[wish]!.length > 0);
  return open.sort((one, other) => urgency(model, other) - urgency(model, one) || one - other);
}

/** Where somebody is missing at a table, a colleague sits down, if one can; who has checked in, the table and the slot stay. */
function takeOvers(frozen: Problem, kept: readonly PlacedMeeting[], waiting: readonly PlacedMeeting[]): PlacedMeeting[] {
  if (waiting.length === 0) return [];
  const waits = new Set(waiting.map(({ wish }) => wish));
  const model = modelOf(frozen);
  const board = new Board(model);
  if (!board.load(placementOf(model, kept))) throw new Error('the schedule to repair breaks a rule');
  for (const meeting of waiting) {
    const wish = model.wishNumber.get(meeting.wish)!;
    takesOver(board, wish, seatOf(placementOf(model, [meeting]), wish));
  }
  return meetingsOf(model, board.copy()).filter(({ wish }) => waits.has(wish));
}

/** Says whether a colleague could. */
function takesOver(board: Board, wish: number, old: Seat): boolean {
  const { model, usher } = board;
  for (const buyer of model.buyersOf[wish]!)
    for (const supplier of model.suppliersOf[wish]!)
      for (const interpreter of model.interpretersFor(buyer, supplier) ?? [-1]) {
        const seat = { ...old, buyer, supplier, interpreter };
        if ((buyer === old.buyer || supplier === old.supplier) && usher.allows(wish, seat) && board.placeAt(wish, seat)) return true;
      }
  return false;
}
