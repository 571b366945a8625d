import type { Clock } from '#platform/clock';
import type { OpenDatabase } from '#platform/database';
import { startDrain } from './drain.ts';
import type { SearchEngine } from './engine.ts';
import { meiliEngine } from './meili-engine.ts';
import { MeiliFailure } from './meili-http.ts';
import { forgetDone, outboxChannel, type PublishedListings } from './outbox.ts';
import { postgresEngine } from './postgres-engine.ts';
import { searchService } from './service.ts';

export interface MeiliAddress {
  url: string;
  key?: string | undefined;
  /** A person waits at most this many milliseconds for it before PostgreSQL is asked; 1000 when unsaid. */
  answerWithinMs?: number;
}

interface Needs {
  database: OpenDatabase;
  clock: Clock;
  listings: PublishedListings;
  /** Where Meilisearch is, if there is one. */
  meili?: MeiliAddress | undefined;
  failed(error: unknown, doing: string): void;
}

const indexName = 'listings';
const restMs = 2000;
const everyMs = 2000;

/** Puts search together: the engines, what keeps them up to date, and the service. PostgreSQL's index is always kept. */
export async function startSearch({ database, clock, listings, meili, failed }: Needs) {
  const house = await postgresEngine(database, indexName);
  let guest: Awaited<ReturnType<typeof meiliEngine>> | undefined;
  let restsUntil = 0;

  /** Connects when it can; it may be started after us, and may come back empty. */
  async function connected(address: MeiliAddress): Promise<SearchEngine> {
    guest ??= await meiliEngine({ url: address.url, key: address.key, deadlineMs: address.answerWithinMs ?? 1000 }, indexName);
    return guest;
  }

  const common = { database, listings, failed, everyMs };
  const tidy = () => forgetDone(database, meili ? ['postgresql', 'meilisearch'] : ['postgresql']);
  const houseDrain = startDrain({ ...common, engine: () => Promise.resolve(house), tidy });
  const guestDrain = meili && startDrain({ ...common, engine: () => connected(meili) });
  const drains = [houseDrain, ...(guestDrain ? [guestDrain] : [])];
  const wake = () => drains.forEach((drain) => drain.wake());
  const hearing = await database.sql.listen(outboxChannel, wake, wake);
  const now = () => clock.now().getTime();

  const service = searchService({
    clock, listings, house,
    guestExpected: meili !== undefined,
    guest: () => (guest && guestDrain?.isCurrent(guest) && now() >= restsUntil ? guest : undefined),
    guestFailed: (error) => {
      restsUntil = now() + restMs;
      // It answers, but not as the index we made: connecting again finds out what is missing.
      if (error instanceof Error && error.cause instanceof MeiliFailure && error.cause.status < 500) guest = undefined;
      failed(error, 'Meilisearch did not answer a search');
    },
  });

  return {
    service,
    close: async (): Promise<void> => {
      await hearing.unlisten();
      await Promise.all(drains.map((drain) => drain.close()));
      await guest?.close();
    },
  };
}
