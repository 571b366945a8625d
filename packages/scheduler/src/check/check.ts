import type { Problem } from '@ganwan/shared/schedule/problem';
import { type Bounds, levels, type Breach, type Figures, type Level, risesIn, type Schedule } from '@ganwan/shared/schedule/schedule';
import { atOnce } from './at-once.ts';
import { breach, openBook } from './book.ts';
import { eachMeeting } from './each-meeting.ts';
import { eachPerson } from './each-person.ts';
import { figuresOf } from './figures.ts';
import { wholeSchedule } from './whole-schedule.ts';

/**
 * Holds a schedule against its problem and shares nothing with the solver but the schemas. `breaches` names every
 * broken rule, and is empty for a schedule that may be published; `figures` are counted anew, and a schedule that
 * states others breaks the rule `figures`, as does a bound that it beats.
 */
export function check(problem: Problem, schedule: Pick<Schedule, 'meetings'> & { figures?: Figures; bounds?: Bounds }): { breaches: Breach[]; figures: Figures } {
  const { book, strangers } = openBook(problem, schedule.meetings);
  const figures = figuresOf(book);
  const stated = schedule.figures;
  const wrong = stated ? (['wishes', 'placed', 'musts', ...levels] as const).filter((figure) => stated[figure] !== figures[figure]) : [];
  const beaten = schedule.bounds ? beatenIn(schedule.bounds, figures) : null;
  if (beaten) wrong.push(beaten);
  return {
    breaches: [...strangers, ...atOnce(book), ...eachMeeting(book), ...eachPerson(book), ...wholeSchedule(book), ...(wrong.length > 0 ? [breach('figures', [], wrong)] : [])],
    figures,
  };
}

/** A bound holds where the levels before are at theirs: the first level that is not, if it is better than any schedule is said to be. */
function beatenIn(bounds: Bounds, figures: Figures): Level | null {
  const first = levels.find((level) => bounds[level] !== figures[level]);
  const bound = first && bounds[first];
  if (first === undefined || bound === null || bound === undefined) return null;
  return (risesIn[first] ? figures[first] > bound : figures[first] < bound) ? first : null;
}
