import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true });

/** Letters on their way. A row goes with its letter; one that was given up stays a month, without what it said. */
export const letters = pgTable('letters', {
  id: uuid().primaryKey(),
  template: text().notNull(),
  /** Address, language and values, readable only with the program's secret: they hold links that are keys. Empty once dead. */
  sealed: text().notNull(),
  attempts: integer().notNull().default(0),
  /** While a process has it in hand, this is when another one may take it. */
  nextTryAt: moment().notNull().defaultNow(),
  /** When its link stops working. */
  expiresAt: moment().notNull(),
  createdAt: moment().notNull().defaultNow(),
  /** Why the last try failed, as a code. */
  failure: text(),
  diedAt: moment(),
}, (t) => [index('letters_due').on(t.nextTryAt).where(sql`${t.diedAt} is null`)]);
