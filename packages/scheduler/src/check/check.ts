import type { Problem } from '@ganwan/shared/schedule/problem';
import { levels, type Breach, type Figures, type Schedule } from '@ganwan/shared/schedule/schedule';
import { atOnce } from './at-once.ts';
import { breach, openBook } from './book.ts';
import { eachMeeting } from './each-meeting.ts';
import { eachPerson } from './each-person.ts';
import { figuresOf } from './figures.ts';
import { wholeSchedule } from './whole-schedule.ts';

/**
 * Holds a schedule against its problem and shares nothing with the solver but the schemas. `breaches` names every
 * broken rule, and is empty for a schedule that may be published; `figures` are counted anew, and a schedule that
 * states others breaks the rule `figures`.
 */
export function check(problem: Problem, schedule: Pick<Schedule, 'meetings'> & { figures?: Figures }): { breaches: Breach[]; figures: Figures } {
  const { book, strangers } = openBook(problem, schedule.meetings);
  const figures = figuresOf(book);
  const stated = schedule.figures;
  const wrong = stated ? (['wishes', 'placed', 'musts', ...levels] as const).filter((figure) => stated[figure] !== figures[figure]) : [];
  return {
    breaches: [...strangers, ...atOnce(book), ...eachMeeting(book), ...eachPerson(book), ...wholeSchedule(book), ...(wrong.length > 0 ? [breach('figures', [], wrong)] : [])],
    figures,
  };
}
