import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What the file store holds, by hash, and when it was last put there. */
export const contents = pgTable('contents', {
  sha256: text().primaryKey(),
  keptAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
