import type { Server } from 'socket.io';
import { conversationEvents } from '@ganwan/shared/conversations/contract';
import { announcer, rooms } from '#platform/announce';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import type { Doors } from './doors.ts';
import { conversationQueries } from './queries.ts';
import type { Spoken } from './writer.ts';

interface Needs {
  db: Database;
  io: Server;
  doors: Doors;
  clock: Clock;
}

/**
 * What a process tells its own sockets although nobody told it: that a conversation has got further,
 * and who was let in or out. News between processes may be lost (Redis away, a process killed
 * between commit and announcement); the database is asked every other second and heals that.
 */
export function sweepOf({ db, io, doors, clock }: Needs) {
  const queries = conversationQueries(db);
  const announceHere = announcer(conversationEvents, io.local);
  const told = new Map<string, number>();
  const prefix = doors.of('');
  let sweptAt = clock.now().getTime();

  async function heads(seconds: number): Promise<void> {
    const here = [...io.sockets.adapter.rooms.keys()].filter((room) => room.startsWith(prefix)).map((room) => room.slice(prefix.length));
    const still = new Set(here);
    for (const id of told.keys()) if (!still.has(id)) told.delete(id);
    for (let from = 0; from < here.length; from += 5000) {
      for (const head of await queries.heads(here.slice(from, from + 5000), seconds)) {
        if ((told.get(head.conversationId) ?? 0) >= head.lastSeq) continue;
        told.set(head.conversationId, head.lastSeq);
        announceHere(doors.of(head.conversationId), 'conversation:head', head);
      }
    }
  }

  async function changes(seconds: number): Promise<void> {
    for (const { conversationId, personId, enterpriseId, removedAt } of await queries.changesSince(seconds)) {
      const sockets = io.local.in(rooms.membership(enterpriseId, personId));
      if (removedAt) sockets.socketsLeave(doors.of(conversationId));
      else sockets.socketsJoin(doors.of(conversationId));
    }
  }

  return {
    /** What this process has announced itself needs no second word. */
    announced: (spoken: Spoken[]): void => {
      for (const { conversationId, messages } of spoken) told.set(conversationId, Math.max(told.get(conversationId) ?? 0, messages.at(-1)!.seq));
    },

    async run(): Promise<void> {
      const startedAt = clock.now().getTime();
      // Further back than the last sweep: a transaction is seen later than the moment it wrote down.
      const seconds = Math.ceil((startedAt - sweptAt) / 1000) + 20;
      await heads(seconds);
      await changes(seconds);
      sweptAt = startedAt;
    },
  };
}
