import { listingEvents } from '@ganwan/shared/listings/contract';
import type { noticeService } from '#features/notices/service';
import { announcer, type Emitter } from '#platform/announce';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { recurring } from '#platform/recurring';
import { expireDueListings } from './expiry.ts';
import { listingService, type ListingsChanged } from './service.ts';

interface Needs {
  db: Database;
  io: Emitter;
  clock: Clock;
  notices: ReturnType<typeof noticeService>;
  changed: readonly ListingsChanged[];
  /** How often listings are looked through for those whose last day is over. */
  expireEveryMs: number;
  failed(error: unknown): void;
}

/** Puts listings together: the service, and one look-through per process. */
export function startListings({ db, io, clock, notices, changed, expireEveryMs, failed }: Needs) {
  const announce = announcer(listingEvents, io);
  const service = listingService({ db, clock, changed, announce });
  const expiry = recurring({ everyMs: expireEveryMs, failed, work: () => expireDueListings({ db, clock, changed, announce, tell: notices.tell }) });
  return { service, close: () => expiry.stop() };
}
