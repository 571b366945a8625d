import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Attachment } from '@ganwan/shared/conversations/contract';
import type { LocalText } from '@ganwan/shared/values';
import { enterprises } from '#features/enterprises/table';
import { people } from '#features/people/table';

// Milliseconds, as Date has them: a cursor made from a Date would otherwise miss the row it stands on.
const moment = () => timestamp({ withTimezone: true, precision: 3 });
const personId = () => uuid().notNull().references(() => people.id, { onDelete: 'cascade' });
const by = () => uuid().references(() => people.id, { onDelete: 'set null' });
const enterpriseId = () => uuid().notNull().references(() => enterprises.id, { onDelete: 'cascade' });

/** What is counted up here (`lastSeq`) is in no index, so that a message costs no index entry on this table. */
export const conversations = pgTable('conversations', {
  id: uuid().primaryKey(),
  listingId: uuid().notNull(),
  /** The listing's title on the day it was asked about. */
  title: jsonb().$type<LocalText>().notNull(),
  publisherId: enterpriseId(),
  enquirerId: enterpriseId(),
  lastSeq: integer().notNull().default(0),
  openedAt: moment().notNull().defaultNow(),
  /** When it was opened or last spoken in. */
  activeAt: moment().notNull().defaultNow(),
  /** When one of the two enterprises closed. */
  closedAt: moment(),
}, (t) => [
  unique('conversation_per_listing_and_enquirer').on(t.listingId, t.enquirerId),
  check('conversation_has_two_sides', sql`${t.publisherId} <> ${t.enquirerId}`),
  index().on(t.publisherId),
  index().on(t.enquirerId),
]);

/** Who is let in, by whom, for which side. A row stays when they leave, so that what they said keeps their name. */
export const participants = pgTable('participants', {
  conversationId: uuid().notNull().references(() => conversations.id, { onDelete: 'cascade' }),
  personId: personId(),
  enterpriseId: enterpriseId(),
  readSeq: integer().notNull().default(0),
  admittedBy: by(),
  admittedAt: moment().notNull().defaultNow(),
  removedBy: by(),
  removedAt: moment(),
  /** Every process reads the latest changes here and lets its sockets in or out, also when it missed the news. */
  changedAt: moment().notNull().defaultNow(),
}, (t) => [
  primaryKey({ columns: [t.conversationId, t.personId] }),
  index().on(t.personId, t.enterpriseId),
  index().on(t.changedAt),
]);

/**
 * Written by `writer.ts` alone, which holds the conversation's row while it writes: that is why no
 * foreign key looks at it a second time for every message.
 */
export const messages = pgTable('messages', {
  id: uuid().primaryKey(),
  conversationId: uuid().notNull(),
  seq: integer().notNull(),
  senderId: uuid().notNull(),
  enterpriseId: uuid().notNull(),
  body: text().notNull(),
  files: jsonb().$type<Attachment[]>().notNull().default([]),
  sentAt: moment().notNull(),
}, (t) => [
  unique('message_seq').on(t.conversationId, t.seq),
  index('messages_files_index').using('gin', t.files.op('jsonb_path_ops')).where(sql`${t.files} <> '[]'::jsonb`),
]);

/** Which process holds sockets of which person, until when unless it says so again. */
export const presences = pgTable('presences', {
  personId: personId(),
  processId: uuid().notNull(),
  expiresAt: moment().notNull(),
}, (t) => [primaryKey({ columns: [t.personId, t.processId] }), index().on(t.expiresAt)]);
