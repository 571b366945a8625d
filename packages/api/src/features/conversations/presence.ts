import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { conversationEvents } from '@ganwan/shared/conversations/contract';
import type { Announce } from '#platform/announce';
import type { Database } from '#platform/database';
import type { ActorSocket } from '#platform/sockets';
import type { Doors } from './doors.ts';
import { conversationQueries } from './queries.ts';
import { presences } from './table.ts';

interface Needs {
  db: Database;
  doors: Doors;
  announce: Announce<typeof conversationEvents>;
  /** How long somebody whose last socket closed still counts as here: a reload or a tunnel is no goodbye. */
  graceMs?: number;
}

const holdSeconds = 45;
export const heartbeatMs = 15_000;

export type Presence = ReturnType<typeof presenceOf>;

/**
 * Who is here, over all processes: each says for which people it holds sockets, in one statement per
 * beat. A process that dies says nothing, its claims run out, and whoever clears them tells the rest.
 */
export function presenceOf({ db, doors, announce, graceMs = 4000 }: Needs) {
  const processId = uuidv7();
  const queries = conversationQueries(db);
  const sockets = new Map<string, number>();
  const leaving = new Map<string, NodeJS.Timeout>();
  const arrived = new Set<string>();
  let collecting: NodeJS.Timeout | undefined;

  const expiresAt = sql`now() + make_interval(secs => ${holdSeconds})`;
  async function claim(personIds: string[]): Promise<void> {
    if (personIds.length === 0) return;
    await db.insert(presences).values(personIds.map((personId) => ({ personId, processId, expiresAt })))
      .onConflictDoUpdate({ target: [presences.personId, presences.processId], set: { expiresAt } });
  }

  async function tell(personIds: string[], online: boolean): Promise<void> {
    if (personIds.length === 0) return;
    const places = Map.groupBy(await queries.idsOfPeople(personIds), (place) => place.personId);
    for (const [personId, own] of places) announce(own.map(({ conversationId }) => doors.of(conversationId)), 'presence', { personId, online });
  }

  async function stillHere(personIds: string[]): Promise<Set<string>> {
    const rows = await db.select({ personId: presences.personId }).from(presences).where(and(inArray(presences.personId, personIds), gt(presences.expiresAt, sql`now()`)));
    return new Set(rows.map(({ personId }) => personId));
  }

  async function tellGone(personIds: string[]): Promise<void> {
    if (personIds.length === 0) return;
    const here = await stillHere(personIds);
    await tell([...new Set(personIds)].filter((id) => !here.has(id)), false);
  }

  // Many arrive at once after a restart; one statement serves them all.
  function arrive(personId: string): void {
    arrived.add(personId);
    collecting ??= setTimeout(() => {
      collecting = undefined;
      const people = [...arrived];
      arrived.clear();
      claim(people).then(() => tell(people, true)).catch(ignore);
    }, 100).unref();
  }

  async function leave(personIds: string[]): Promise<void> {
    if (personIds.length === 0) return;
    await db.delete(presences).where(and(eq(presences.processId, processId), inArray(presences.personId, personIds)));
    await tellGone(personIds);
  }

  return {
    listen(socket: ActorSocket): void {
      const { id } = socket.data.actor.person;
      const held = sockets.get(id) ?? 0;
      sockets.set(id, held + 1);
      clearTimeout(leaving.get(id));
      if (held === 0 && !leaving.delete(id)) arrive(id);
      socket.on('disconnect', () => {
        const left = (sockets.get(id) ?? 1) - 1;
        if (left > 0) return void sockets.set(id, left);
        sockets.delete(id);
        leaving.set(id, setTimeout(() => {
          leaving.delete(id);
          // Whoever came back while that was being written down is claimed once more.
          leave([id]).catch(ignore).then(() => sockets.has(id) && arrive(id));
        }, graceMs).unref());
      });
    },

    /** Renews what this process claims. */
    beat: (): Promise<void> => claim([...sockets.keys()]),

    /** Clears claims that ran out, of whichever process, and tells those who care. */
    async clear(): Promise<void> {
      const gone = await db.delete(presences).where(lt(presences.expiresAt, sql`now()`)).returning({ personId: presences.personId });
      await tellGone(gone.map(({ personId }) => personId));
    },

    async close(): Promise<void> {
      clearTimeout(collecting);
      for (const timer of leaving.values()) clearTimeout(timer);
      await leave([...new Set([...sockets.keys(), ...leaving.keys()])]).catch(ignore);
    },
  };
}

// The next beat or sweep makes up for one that failed.
const ignore = (): void => undefined;
