import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Database = PostgresJsDatabase;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Either, for queries that a transaction may or may not surround. */
export type Queries = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

export interface OpenDatabase {
  db: Database;
  sql: postgres.Sql;
  /** How many connections there may be at once in each of the two pools, for `/metrics`. */
  connections: number;
  /** A pool beside this one whose statements are planned once for all values, for statements that take longer to plan than to answer. */
  plannedOnce(): postgres.Sql;
  /** A connection of its own for work that takes minutes, such as building an index. Close it when done. */
  patient(): OpenDatabase;
  close(): Promise<void>;
}

/** How long anything may wait for the database, in seconds. The server enforces all but the first two. */
export interface Limits {
  connect: number;
  /** A running statement without a byte from the server: a frozen server never answers, not even to a cancel. */
  silence: number;
  statement: number;
  lock: number;
  transaction: number;
  idleInTransaction: number;
}

export const requestLimits: Limits = { connect: 10, silence: 20, statement: 15, lock: 10, transaction: 25, idleInTransaction: 15 };

/** For migrations and demo data, which may rewrite whole tables. */
export const longLimits: Limits = { connect: 10, silence: 600, statement: 590, lock: 60, transaction: 590, idleInTransaction: 60 };

/** A pool with a limit on every wait. Nothing connects until the first statement. */
export function openDatabase(url: string, limits: Limits = requestLimits, connections = 10): OpenDatabase {
  const pool = (settings: Record<string, string>) => postgres(url, {
    max: connections,
    connect_timeout: limits.connect,
    silence_timeout: limits.silence,
    idle_timeout: 60,
    // The driver's own steps grow to 20 s, and a restarted database would stay unused for so long.
    backoff: (attempts) => Math.min(0.05 * 2 ** attempts, 1),
    onnotice: () => undefined,
    connection: {
      application_name: 'ganwan',
      // No statement runs long enough to win back what compiling it costs.
      jit: false,
      // A broad search keeps its hits while it counts and orders them; with the server's 4 MB they would go to disk.
      work_mem: '16MB',
      statement_timeout: limits.statement * 1000,
      lock_timeout: limits.lock * 1000,
      transaction_timeout: limits.transaction * 1000,
      idle_in_transaction_session_timeout: limits.idleInTransaction * 1000,
      ...settings,
    },
  });
  const sql = pool({});
  let once: postgres.Sql | undefined;
  return {
    db: drizzle(sql, { casing: 'snake_case' }), sql, connections,
    plannedOnce: () => (once ??= pool({ plan_cache_mode: 'force_generic_plan' })),
    patient: () => openDatabase(url, longLimits, 1),
    close: async () => void (await Promise.all([sql.end({ timeout: 5 }), once?.end({ timeout: 5 })])),
  };
}

/** What PostgreSQL or the driver called an error, `40P01`, and what it came of. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') codes.push(code);
  }
  return codes;
}
