import type { Breach, Reason } from '@ganwan/shared/schedule/schedule';

/** Why nothing can be found, as a sentence. */
export function inWords(reason: Reason): string {
  switch (reason.code) {
    case 'person_overfull':
      return `${reason.person} has ${reason.meetings} meetings and only ${reason.slots} slots for them.`;
    case 'tables_overfull':
      return `There are ${reason.meetings} meetings and only ${reason.places} places at tables for them.`;
    case 'wish_impossible':
      return `${reason.wish} has no slot in which both sides can be there, after what has to come before it.`;
    case 'fixed_clash':
      return `${reason.wishes.join(' and ')} are bound to one slot and share a person.`;
    case 'precedence_cycle':
      return `${reason.wishes.join(', ')} each wait for another one of them.`;
    case 'locked_broken':
      return `The locked meeting ${reason.wish} breaks a rule.`;
    case 'proven':
      return 'A search through all possibilities found none; no single cause can be named.';
  }
}

export const breachInWords = ({ rule, wishes, who, slot }: Breach): string =>
  [rule, wishes.length ? `meetings ${wishes.join(', ')}` : '', who.length ? `who ${who.join(', ')}` : '', slot ? `slot ${slot}` : ''].filter(Boolean).join(' · ');
