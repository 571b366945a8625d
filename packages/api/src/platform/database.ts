import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Database = PostgresJsDatabase;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Either, for queries that a transaction may or may not surround. */
export type Queries = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

export interface OpenDatabase {
  db: Database;
  sql: postgres.Sql;
  close(): Promise<void>;
}

export function openDatabase(url: string): OpenDatabase {
  const sql = postgres(url, { max: 10, connect_timeout: 10, onnotice: () => {}, connection: { application_name: 'ganwan', statement_timeout: 15_000 } });
  return { db: drizzle(sql, { casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) };
}
