import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '@ganwan/shared/values';
import type { Queries } from './database.ts';
import { letters } from './letters-table.ts';

export interface Letter {
  to: string;
  /** The reader's language. */
  locale: Locale;
  template: string;
  values: Record<string, string>;
  /** How long its link works; after that it is not worth sending. */
  hours: number;
}

/** A letter that this process has in hand. */
export interface Taken {
  id: string;
  template: string;
  sealed: string;
  /** This one included. */
  attempts: number;
}

export const letterChannel = 'letters';
export const triesAtMost = 12;

/** Seconds until the next try: 5, 20, 80 and so on to 6 hours, so that twelve tries outlast a day without a mail server. */
export const waitAfter = (attempts: number): number => Math.min(5 * 4 ** (attempts - 1), 6 * 3600);

/** How long another process leaves a letter alone that one has in hand; longer than a try may take. */
const leaseSeconds = 60;

export function letterQueue(secret: string) {
  return {
    /** Goes once the transaction around `db` has committed, and not at all when it does not. */
    async add(db: Queries, { template, hours, ...said }: Letter): Promise<void> {
      const sealed = await symmetricEncrypt({ key: secret, data: JSON.stringify(said) });
      await db.insert(letters).values({ id: uuidv7(), template, sealed, expiresAt: sql`now() + make_interval(hours => ${hours})` });
      await db.execute(sql`select pg_notify(${letterChannel}, '')`);
    },

    /** Throws when it was sealed with another secret. */
    async open({ template, sealed }: Taken): Promise<Omit<Letter, 'hours'>> {
      return { template, ...(JSON.parse(await symmetricDecrypt({ key: secret, data: sealed })) as Pick<Letter, 'to' | 'locale' | 'values'>) };
    },

    /** Some that are due. A process that dies with them in hand has used up a try. */
    take: async (db: Queries, most: number): Promise<Taken[]> => [...await db.execute<Taken & Record<string, unknown>>(sql`
      update letters set attempts = attempts + 1, next_try_at = now() + make_interval(secs => ${leaseSeconds})
      where id in (select id from letters where died_at is null and next_try_at <= now() order by next_try_at limit ${most} for update skip locked)
      returning id, template, sealed, attempts`)],

    sent: (db: Queries, id: string) => db.delete(letters).where(eq(letters.id, id)),

    /** Waits for its next try, or dies when there is none before its link stops working. True when it died. */
    async failed(db: Queries, { id, attempts }: Taken, failure: string, forGood: boolean): Promise<boolean> {
      const next = sql`now() + make_interval(secs => ${waitAfter(attempts)})`;
      const dies = sql`(${forGood || attempts >= triesAtMost} or expires_at <= ${next})`;
      const [row] = await db.update(letters)
        .set({ failure, nextTryAt: next, diedAt: sql`case when ${dies} then now() end`, sealed: sql`case when ${dies} then '' else sealed end` })
        .where(eq(letters.id, id)).returning({ diedAt: letters.diedAt });
      if (!row?.diedAt) return false;
      await db.delete(letters).where(sql`${letters.diedAt} < now() - interval '30 days'`);
      return true;
    },

    count: async (db: Queries) => {
      const [row] = await db.select({ waiting: sql<string>`count(*) filter (where ${letters.diedAt} is null)`.mapWith(Number), dead: sql<string>`count(${letters.diedAt})`.mapWith(Number) }).from(letters);
      return { waiting: row?.waiting ?? 0, dead: row?.dead ?? 0 };
    },
  };
}
