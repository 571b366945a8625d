import type { Server } from 'socket.io';
import { conversationEvents } from '@ganwan/shared/conversations/contract';
import type { Listing } from '@ganwan/shared/listings/contract';
import type { Rate } from '#platform/allowance';
import { announcer } from '#platform/announce';
import type { Clock } from '#platform/clock';
import type { OpenDatabase } from '#platform/database';
import { doorsOf } from './doors.ts';
import { heartbeatMs, presenceOf } from './presence.ts';
import { conversationService, type AskedListing } from './service.ts';
import { conversationSockets } from './sockets.ts';
import { sweepOf } from './sweep.ts';
import { openWriter } from './writer.ts';

interface Needs {
  database: OpenDatabase;
  io: Server;
  clock: Clock;
  findListing(id: string): Promise<AskedListing | undefined>;
  lastPublished(id: string): Promise<Listing>;
  messageRate: Rate;
  failed(error: unknown): void;
}

const sweepMs = 2000;

/** Puts the conversation together: one writer, one sweep and one presence per process. */
export function startConversations({ database: { db, sql }, io, clock, findListing, lastPublished, messageRate, failed }: Needs) {
  const announce = announcer(conversationEvents, io);
  const doors = doorsOf(io, announce);
  const sweep = sweepOf({ db, io, doors, clock });
  const presence = presenceOf({ db, doors, announce });
  const writer = openWriter({
    sql,
    failed,
    onAdded: (spoken) => {
      for (const said of spoken) announce(doors.of(said.conversationId), 'message:added', said);
      sweep.announced(spoken);
    },
  });
  const service = conversationService({ db, writer, doors, announce, findListing, lastPublished });
  const sockets = conversationSockets({ db, doors, service, messageRate });
  const stopSweep = every(sweepMs, async () => {
    await sweep.run();
    await presence.clear();
  });
  const stopBeat = every(heartbeatMs, presence.beat);

  return {
    service,
    showsFile: service.showsFile,
    enter: sockets.enter,
    listen: (socket: Parameters<typeof sockets.listen>[0]): void => {
      sockets.listen(socket);
      presence.listen(socket);
    },
    /** Before the sockets close, so that others hear who left. */
    close: async (): Promise<void> => {
      stopSweep();
      stopBeat();
      await presence.close();
    },
  };
}

/** Again and again, never twice at once; a failed round is made up for by the next. */
function every(ms: number, work: () => Promise<void>): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const next = (): void => {
    timer = setTimeout(() => void work().catch(() => undefined).then(() => stopped || next()), ms).unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
