import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from 'socket.io';
import type { Actor } from './actor.ts';
import type { ActorSocket } from './sockets.ts';

/** What a session stands for at this moment. */
export type Standing = Pick<Actor, 'enterprise'> & { role: Actor['person']['role'] };
/** The sessions among these that still hold, and what each stands for; one query for all. */
export type Standings = (sessionIds: string[]) => Promise<Map<string, Standing>>;

/**
 * A socket lives as long as what it was let in for stays true: its session, the enterprise and the role it
 * acts with. Every process looks after its own sockets, so that a row deleted by hand or by another process
 * ends them too. Returns the way to stop.
 */
export function sweepSockets(io: Server, { standings, everyMs = 1000, failed }: { standings: Standings; everyMs?: number; failed: (error: unknown) => void }): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function sweep(): Promise<void> {
    const sockets = [...io.of('/').sockets.values()] as ActorSocket[];
    if (sockets.length === 0) return;
    const now = await Promise.race([standings([...new Set(sockets.map((socket) => socket.data.actor.sessionId))]), tooLate(signal)]);
    for (const socket of sockets) if (!holds(socket.data.actor, now.get(socket.data.actor.sessionId))) socket.disconnect();
  }

  void (async () => {
    while (!signal.aborted) {
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      // A database away for a moment proves nothing about anybody; nothing can be read or written meanwhile.
      if (!signal.aborted) await sweep().catch((error: unknown) => void (signal.aborted || failed(error)));
    }
  })();
  return () => stopping.abort();
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await wait(5000, undefined, { signal, ref: false }).catch(() => undefined);
  throw new Error('the sessions of the sockets were not answered for in 5 s');
}

function holds({ person, enterprise }: Actor, now: Standing | undefined): boolean {
  return now !== undefined && now.role === person.role && now.enterprise?.id === enterprise?.id && now.enterprise?.role === enterprise?.role;
}
