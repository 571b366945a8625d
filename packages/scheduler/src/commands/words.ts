import type { PlacedMeeting } from '@ganwan/shared/schedule/problem';
import type { Breach, Change, Explanation, Moved, Obstacle, Reason, Relaxation } from '@ganwan/shared/schedule/schedule';

/** Why nothing can be found, as a sentence. */
export function inWords(reason: Reason): string {
  switch (reason.code) {
    case 'person_overfull': return `${reason.person} has ${reason.meetings} meetings and only ${reason.slots} slots for them.`;
    case 'tables_overfull': return `There are ${reason.meetings} meetings and only ${reason.places} places at tables for them.`;
    case 'wish_impossible': return `${reason.wish} can be held in no slot, by its own rules or after what has to come before it.`;
    case 'fixed_clash': return `${reason.wishes.join(' and ')} are bound to one slot and share a person.`;
    case 'precedence_cycle': return reason.wishes.length === 1 ? `${reason.wishes[0]} waits for itself.` : `${reason.wishes.join(', ')} each wait for another one of them.`;
    case 'locked_broken': return `The locked meeting ${reason.wish} breaks a rule.`;
    case 'proven': return 'A search through all possibilities found none; no single cause can be named.';
  }
}

export const breachInWords = ({ rule, wishes, who, slot }: Breach): string =>
  [rule, wishes.length ? `meetings ${wishes.join(', ')}` : '', who.length ? `who ${who.join(', ')}` : '', slot ? `slot ${slot}` : ''].filter(Boolean).join(' · ');

/** What stands in the way of a wish, and then what would place it. */
export function explanationInWords({ wish, placed, obstacles, relaxation, minimal }: Explanation): string[] {
  if (placed) return [`${wish} is placed.`];
  return [...obstacles.map(obstacleInWords), remedy(wish, relaxation, obstacles.some(({ kind }) => kind !== 'worse'), minimal)];
}

function remedy(wish: string, relaxation: readonly Relaxation[] | null, isClosed: boolean, minimal: Explanation['minimal']): string {
  if (relaxation === null) return `Nothing known places ${wish} beside all that is placed.`;
  if (relaxation.length === 0) return isClosed ? `${wish} finds a place when others are moved.` : `There is an open place for ${wish}.`;
  return `${wish} would be placed with: ${relaxation.map(relaxationInWords).join('; ')}. ${minimal === 'proven' ? 'Nothing less suffices.' : 'A search found nothing less.'}`;
}

const reasons = { veto: 'one of them says no', competitor: 'they are competitors', met_before: 'they have met before' };

function obstacleInWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'person_busy': return `${obstacle.person} is busy in ${obstacle.slot} with ${obstacle.wish}.`;
    case 'person_away': return `${obstacle.person} is away in ${obstacle.slot}.`;
    case 'day_full': return `${obstacle.person} takes no more meetings on ${obstacle.day}.`;
    case 'break_needed': return `${obstacle.person} needs the break in the ${obstacle.half} of ${obstacle.day}.`;
    case 'no_table': return `No table is free in ${obstacle.slot}.`;
    case 'tables_reserved': return `Every table that is free in ${obstacle.slot} is reserved for others.`;
    case 'no_accessible_table': return `No accessible table is free in ${obstacle.slot}.`;
    case 'table_kept': return `No table is free in ${obstacle.slot} that ${obstacle.person} could keep.`;
    case 'travel': return `${obstacle.person} is not in time at any table that is free in ${obstacle.slot}.`;
    case 'no_interpreter': return `No interpreter is free in ${obstacle.slot}.`;
    case 'precedence': return `${obstacle.before} has to be held before ${obstacle.after}.`;
    case 'half_only': return `${obstacle.wish} is for one half of the day only.`;
    case 'slot_only': return `${obstacle.wish} is for one slot only.`;
    case 'blocked': return `${obstacle.a} and ${obstacle.b} do not meet: ${reasons[obstacle.reason]}.`;
    case 'nobody_knows': return `Nobody of ${obstacle.enterprise} knows ${obstacle.product}.`;
    case 'break_spread': return `In ${obstacle.slot} the breaks of two people would differ by too many.`;
    case 'worse': return `Nothing forbids it, but it is worse by ${obstacle.by} on ${obstacle.level}.`;
  }
}

function relaxationInWords(relaxation: Relaxation): string {
  switch (relaxation.kind) {
    case 'one_more_table': return `one more table in ${relaxation.slot}, hall ${relaxation.hall}`;
    case 'come_anyway': return `${relaxation.person} comes in ${relaxation.slot} too`;
    case 'one_more_that_day': return `${relaxation.person} takes one meeting more on ${relaxation.day}`;
    case 'no_break': return `${relaxation.person} gives up the break in the ${relaxation.half} of ${relaxation.day}`;
    case 'one_more_interpreter': return `one more interpreter in ${relaxation.slot} for ${relaxation.languages.join(' and ')}`;
    case 'give_up': return `${relaxation.wish} is given up`;
    case 'unlock': return `${relaxation.wish} is no longer locked`;
    case 'any_half': return `${relaxation.wish} may be in either half of the day`;
    case 'any_slot': return `${relaxation.wish} may be in any slot`;
    case 'forget_precedence': return `${relaxation.after} need not wait for ${relaxation.before}`;
    case 'lift_block': return `${relaxation.a} and ${relaxation.b} may meet`;
    case 'brief_somebody': return `${relaxation.person} learns about ${relaxation.product}`;
  }
}

/** Who moves and why. */
export function movedInWords({ wish, people, from, to, because }: Moved): string {
  const seat = ({ slot, table, interpreter }: PlacedMeeting) => `${slot} at ${table}${interpreter ? ` with ${interpreter}` : ''}`;
  const goes = to ? `${from ? 'moves' : 'comes'} to ${seat(to)}` : 'is held no more';
  return `${wish} (${people.join(', ')}) ${goes}${from ? `, was in ${seat(from)}` : ''}: ${changeInWords(because)}.`;
}

function changeInWords(change: Change): string {
  switch (change.kind) {
    case 'cancel': return `${change.wish} is called off`;
    case 'no_show': return `${change.person} is missing from ${change.from} on`;
    case 'late': return `${change.person} is missing until ${change.until}`;
    case 'add': return `${change.wish.id} is new`;
    case 'table_gone': return `table ${change.table} is gone from ${change.from} on`;
  }
}
