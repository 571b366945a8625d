import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LocalText } from '@ganwan/shared/values';
import { people } from '#features/people/table';

const moment = () => timestamp({ withTimezone: true });
const createdAt = () => moment().notNull().defaultNow();
const enterpriseId = () => uuid().notNull().references(() => enterprises.id, { onDelete: 'cascade' });

/** better-auth's organisation, with the facts of an enterprise in it. `name` repeats one of `names` for better-auth's mails. */
export const enterprises = pgTable('enterprises', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  slug: text().notNull().unique(),
  logo: text(),
  metadata: text(),
  names: jsonb().$type<LocalText>().notNull(),
  identityKind: text({ enum: ['uscc', 'hk_br', 'macao_registration'] }).notNull(),
  identityNumber: text().notNull(),
  region: text().notNull(),
  chains: text().array().notNull().default(sql`'{}'::text[]`),
  about: jsonb().$type<LocalText>().notNull().default({}),
  createdAt: createdAt(),
  updatedAt: createdAt(),
}, (t) => [uniqueIndex('enterprise_identity_taken').on(t.identityKind, t.identityNumber)]);

export const members = pgTable('members', {
  id: uuid().primaryKey(),
  organizationId: enterpriseId(),
  userId: uuid().notNull().references(() => people.id, { onDelete: 'cascade' }),
  role: text({ enum: ['viewer', 'member', 'admin', 'owner'] }).notNull(),
  createdAt: createdAt(),
}, (t) => [unique('already_member').on(t.organizationId, t.userId), index().on(t.userId)]);

export const invitations = pgTable('invitations', {
  id: uuid().primaryKey(),
  organizationId: enterpriseId(),
  email: text().notNull(),
  role: text().notNull(),
  status: text().notNull().default('pending'),
  expiresAt: moment().notNull(),
  createdAt: createdAt(),
  inviterId: uuid().notNull().references(() => people.id, { onDelete: 'cascade' }),
}, (t) => [index().on(t.organizationId), index().on(t.email)]);
