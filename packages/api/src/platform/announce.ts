import type { z } from 'zod';
import type { Events } from '@ganwan/shared/event';

/** Sends an event to everyone in the named rooms, on every process. */
export type Announce<E extends Events> = <K extends keyof E & string>(rooms: string | string[], name: K, payload: z.output<E[K]>) => void;

export interface Emitter {
  to(rooms: string | string[]): { emit(name: string, payload: unknown): unknown };
}

/** Encodes like an HTTP answer does, so a column outside the contract never reaches a socket. */
export function announcer<E extends Events>(events: E, io: Emitter): Announce<E> {
  return (rooms, name, payload) => void io.to(rooms).emit(name, events[name]!.encode(payload));
}

/** Rooms that every socket of a person, a session or an enterprise's member is in. */
export const rooms = {
  person: (id: string) => `person:${id}`,
  session: (id: string) => `session:${id}`,
  enterprise: (id: string) => `enterprise:${id}`,
  /** The sockets of one person while they act for one enterprise. */
  membership: (enterpriseId: string, personId: string) => `membership:${enterpriseId}:${personId}`,
};
