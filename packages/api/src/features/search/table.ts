import { sql } from 'drizzle-orm';
import { bigserial, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true });

/** Listings that changed for the public, written with the change itself. Each engine says when it has taken a row in. */
export const searchOutbox = pgTable('search_outbox', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  listingId: uuid().notNull(),
  at: moment().notNull().defaultNow(),
  postgresqlDoneAt: moment(),
  meilisearchDoneAt: moment(),
}, (t) => [
  index('search_outbox_postgresql').on(t.id).where(sql`${t.postgresqlDoneAt} is null`),
  index('search_outbox_meilisearch').on(t.id).where(sql`${t.meilisearchDoneAt} is null`),
]);

/** Which engine holds everything, and in which way of analysing text it was built. */
export const searchIndexes = pgTable('search_indexes', {
  engine: text({ enum: ['postgresql', 'meilisearch'] }).primaryKey(),
  analysis: text().notNull(),
  builtAt: moment().notNull(),
});
