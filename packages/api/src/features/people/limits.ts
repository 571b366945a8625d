import { sql } from 'drizzle-orm';
import type { Database } from '#platform/database';
import { Failure } from '#platform/failure';

export interface Limit {
  /** Names what is counted. */
  name: string;
  /** How often within the window. */
  max: number;
  seconds: number;
}

const minutes = (n: number) => n * 60;

/**
 * Guesses are counted per account and per address, and together per both, so that one address cannot lock
 * a person out everywhere and many addresses cannot guess one account. What turns out right is not counted.
 * Sign-ups are generous: a whole trade-week hall registers behind one address.
 */
export const limits = {
  passwordHere: { name: 'password-here', max: 10, seconds: minutes(15) },
  passwordAccount: { name: 'password-account', max: 50, seconds: minutes(15) },
  passwordAddress: { name: 'password-address', max: 100, seconds: minutes(15) },
  codeAddress: { name: 'code-address', max: 30, seconds: minutes(15) },
  signUpAddress: { name: 'sign-up-address', max: 300, seconds: minutes(10) },
  takenAddress: { name: 'taken-address', max: 20, seconds: minutes(10) },
  letterAccount: { name: 'letter-account', max: 4, seconds: minutes(60) },
  letterAddress: { name: 'letter-address', max: 40, seconds: minutes(60) },
} as const satisfies Record<string, Limit>;

export class LimitReached extends Failure {
  /** The one try that went over, so that a flood is written down once. */
  readonly first: boolean;
  readonly limit: string;
  /** How long until it is worth trying again. */
  readonly seconds: number;

  constructor(limit: Limit, first: boolean, seconds: number) {
    super('too_many_requests');
    this.limit = limit.name;
    this.seconds = seconds;
    this.first = first;
  }
}

/** Counted in the database, so that several processes count together. */
export function attemptLimits(db: Database) {
  return {
    /** Counts one try for each of them. Throws `LimitReached` when one is used up. */
    async take(...tries: (readonly [Limit, string])[]): Promise<void> {
      for (const [limit, of] of tries) {
        const [row] = await db.execute<{ count: number; seconds: number }>(sql`
          insert into attempts as a (key, count, until) values (${`${limit.name} ${of}`}, 1, now() + make_interval(secs => ${limit.seconds}))
          on conflict (key) do update set
            count = case when a.until <= now() then 1 else a.count + 1 end,
            until = case when a.until <= now() then excluded.until else a.until end
          returning count, ceil(extract(epoch from until - now()))::int as seconds`);
        const count = Number(row?.count ?? 1);
        if (count > limit.max) throw new LimitReached(limit, count === limit.max + 1, Number(row?.seconds ?? limit.seconds));
      }
    },

    /** Takes a count back: the try was right. */
    async giveBack(...tries: (readonly [Limit, string])[]): Promise<void> {
      for (const [limit, of] of tries) await db.execute(sql`update attempts set count = greatest(count - 1, 0) where key = ${`${limit.name} ${of}`}`);
    },

    forgetOld: () => db.execute(sql`delete from attempts where until < now() - interval '1 hour'`),
  };
}
