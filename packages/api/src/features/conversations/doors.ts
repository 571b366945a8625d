import type { conversationEvents } from '@ganwan/shared/conversations/contract';
import { rooms, type Announce } from '#platform/announce';

/** Of `io`, what lets sockets in and out on every process, and on this one. */
interface Crowd {
  in(room: string): { socketsJoin(room: string): void; socketsLeave(room: string): void };
}
export type Crowds = Crowd & { local: Crowd };

export type Doors = ReturnType<typeof doorsOf>;

/** A socket hears a conversation by being in its room; the person acting for a side is let in and out here. */
export function doorsOf(io: Crowds, announce: Announce<typeof conversationEvents>) {
  // An id may be typed in capitals and means the same.
  const of = (conversationId: string) => `conversation:${conversationId.toLowerCase()}`;
  // Redis carries these to every process, this one included: its own sockets must not wait for that, or
  // they would miss, or still hear, what is announced next.
  const everywhere = [io.local, io];
  return {
    of,
    open: (conversationId: string, personId: string, enterpriseId: string): void => {
      for (const crowd of everywhere) crowd.in(rooms.membership(enterpriseId, personId)).socketsJoin(of(conversationId));
    },
    close: (conversationId: string, personId: string, enterpriseId: string): void => {
      const membership = rooms.membership(enterpriseId, personId);
      for (const crowd of everywhere) crowd.in(membership).socketsLeave(of(conversationId));
      announce(membership, 'conversation:gone', { conversationId });
    },
  };
}
