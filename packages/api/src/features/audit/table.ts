import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { auditKinds } from '@ganwan/shared/audit/contract';

/** Only ever added to. No foreign keys: an entry outlives what it speaks of. */
export const auditEntries = pgTable('audit_entries', {
  id: uuid().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  kind: text({ enum: auditKinds }).notNull(),
  byId: uuid(),
  personId: uuid(),
  enterpriseId: uuid(),
  address: text(),
  detail: jsonb().$type<Record<string, string>>().notNull().default({}),
}, (t) => [index().on(t.byId, t.id), index().on(t.personId, t.id), index().on(t.enterpriseId, t.id), index().on(t.kind, t.id)]);
