import type { Level } from '@ganwan/shared/schedule/schedule';
import type { Bests } from './counting.ts';
import { allOf, count } from './logic.ts';
import type { Meetings } from './meetings.ts';
import type { Cost } from './minimise.ts';
import type { Literal } from './sat.ts';

/**
 * What each level costs, in the order of the levels: the figure is the best that can be counted on the fingers (`bests`)
 * less the cost where more is better, plus it where less is. Clauses are made when a level's turn comes.
 */
export function costsOf(m: Meetings, level: Level, bests: Bests, breaks: readonly Literal[], changes: readonly Literal[]): Cost[] {
  const { model, held } = m;
  const wishes = Array.from({ length: model.wishes }, (_, wish) => wish).filter((wish) => model.holdable[wish]);
  const missing = (wish: number, weight: number): Cost => ({ literal: -held[wish]!, weight });
  const each = (literals: readonly Literal[]): Cost[] => literals.map((literal) => ({ literal, weight: 1 }));
  switch (level) {
    case 'mustsPlaced':
      return wishes.filter((wish) => model.must[wish]).map((wish) => missing(wish, 1));
    case 'fewest':
      return each(tooFew(m, bests.fewest));
    case 'unevenness':
      return each([0, 1, 2].flatMap((side) => missed(m, side)));
    case 'score':
      return wishes.filter((wish) => model.points[wish]! > 0).map((wish) => missing(wish, model.points[wish]!));
    case 'breaks':
      return each(breaks);
    case 'tableChanges':
      return each(changes);
  }
}

/** How many meetings a person has, exactly. */
function meetingsOf({ sat, model, busy }: Meetings, person: number, upTo: number): Literal[] {
  return count(sat, [...busy.subarray(person * model.slots, (person + 1) * model.slots)], upTo, true);
}

/** For each number up to the most that everybody could have: somebody has fewer. */
function tooFew(m: Meetings, most: number): Literal[] {
  const { sat, model } = m;
  const somebody = Array.from({ length: most }, () => sat.fresh());
  for (let person = 0; person < model.people; person += 1) {
    if (!model.named[person]) continue;
    const total = meetingsOf(m, person, most);
    somebody.forEach((fewer, at) => sat.add(fewer, total[at] ?? sat.no));
  }
  return somebody;
}

/** For each number: somebody of the side misses so many. */
function missed(m: Meetings, side: number): Literal[] {
  const { sat, model, held } = m;
  const somebody: Literal[] = [];
  for (let person = 0; person < model.people; person += 1) {
    if (!model.named[person] || model.sideOf[person] !== side) continue;
    const room = model.presence[person]!;
    const most = Math.min(room, model.naming[person]!.length);
    const open = count(sat, [...model.naming[person]!].map((wish) => -held[wish]!), most);
    const total = meetingsOf(m, person, room);
    open.forEach((unplaced, at) => {
      somebody[at] ??= sat.fresh();
      // Room for so many more is having no more than the rest.
      const hasRoom = -(total[room - at - 1] ?? sat.no);
      sat.add(-allOf(sat, unplaced, hasRoom), somebody[at]);
    });
  }
  return somebody;
}
