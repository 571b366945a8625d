import type { conversationEvents } from '@ganwan/shared/conversations/contract';
import { rooms, type Announce } from '#platform/announce';

/** Of `io`, what lets sockets in and out on every process. */
export interface Crowd {
  in(room: string): { socketsJoin(room: string): void; socketsLeave(room: string): void };
}

export type Doors = ReturnType<typeof doorsOf>;

/** A socket hears a conversation by being in its room; the person acting for a side is let in and out here. */
export function doorsOf(io: Crowd, announce: Announce<typeof conversationEvents>) {
  // An id may be typed in capitals and means the same.
  const of = (conversationId: string) => `conversation:${conversationId.toLowerCase()}`;
  return {
    of,
    open: (conversationId: string, personId: string, enterpriseId: string): void =>
      io.in(rooms.membership(enterpriseId, personId)).socketsJoin(of(conversationId)),
    close: (conversationId: string, personId: string, enterpriseId: string): void => {
      const membership = rooms.membership(enterpriseId, personId);
      io.in(membership).socketsLeave(of(conversationId));
      announce(membership, 'conversation:gone', { conversationId });
    },
  };
}
