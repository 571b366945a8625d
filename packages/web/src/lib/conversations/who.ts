import type { Conversation, ConversationMember, InboxEntry, TalkedOfState } from '@ganwan/shared/conversations/contract';
import { listingStates } from '@ganwan/shared/listings/contract';
import { type Locale, localText } from '@ganwan/shared/values';
import { m } from '#lib/paraglide/messages.js';

type Sides = Pick<Conversation, 'publisher' | 'enquirer' | 'members'>;

/** The two sides as a reader who acts for `enterpriseId` sees them. */
export function sidesOf<S extends Pick<Conversation, 'publisher' | 'enquirer'>>(conversation: S, enterpriseId: string): { own: S['publisher']; other: S['publisher'] } {
  const { publisher, enquirer } = conversation;
  return publisher.enterpriseId === enterpriseId ? { own: publisher, other: enquirer } : { own: enquirer, other: publisher };
}

export const peopleOf = (conversation: Sides, enterpriseId: string): ConversationMember[] =>
  conversation.members.filter((member) => member.enterpriseId === enterpriseId && member.active);

/** Whether somebody of the other side is there now. */
export const otherIsOnline = (conversation: Sides, enterpriseId: string): boolean =>
  conversation.members.some((member) => member.enterpriseId !== enterpriseId && member.active && member.online);

export const titleOf = (entry: Pick<InboxEntry, 'listing'>, locale: Locale): string => localText(entry.listing.title, locale);

/** Where the listing can be read: its own page, or, once that is gone, what those in the conversation still see. */
export const listingPath = ({ id, listing }: Pick<InboxEntry, 'id' | 'listing'>): string => (listing.state === 'published' ? `/listings/${listing.id}` : `/inbox/${id}/listing`);

/** How a listing stands that is no longer on display; nothing while it is. */
export function stateWords(state: TalkedOfState, locale: Locale): string | undefined {
  if (state === 'published') return undefined;
  return state === 'closed' ? m.enterprise_is_closed() : listingStates.find(({ code }) => code === state)?.label[locale];
}

/** One character that stands for a name: brackets and blanks do not. */
export const initial = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '·';

/** Who of the other side has read the message `seq`. */
export const readersOf = (conversation: Sides, enterpriseId: string, seq: number): ConversationMember[] =>
  conversation.members.filter((member) => member.enterpriseId !== enterpriseId && member.readSeq >= seq);
