import { index, jsonb, pgTable, timestamp, text, uuid } from 'drizzle-orm/pg-core';
import { noticeKinds, type Notice } from '@ganwan/shared/notices/contract';
import { enterprises } from '#features/enterprises/table';
import { people } from '#features/people/table';

export const notices = pgTable('notices', {
  id: uuid().primaryKey(),
  enterpriseId: uuid().notNull().references(() => enterprises.id, { onDelete: 'cascade' }),
  kind: text({ enum: noticeKinds }).notNull(),
  listing: jsonb().$type<Notice['listing']>(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  readAt: timestamp({ withTimezone: true }),
  readBy: uuid().references(() => people.id, { onDelete: 'set null' }),
}, (t) => [index().on(t.enterpriseId, t.id)]);
