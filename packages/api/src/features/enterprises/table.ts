import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { enterpriseRoles } from '@ganwan/shared/enterprises/rules';
import type { Chain } from '@ganwan/shared/places/chains';
import { identityKinds } from '@ganwan/shared/places/identity';
import type { RegionCode } from '@ganwan/shared/places/regions';
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
  identityKind: text({ enum: identityKinds }).notNull(),
  identityNumber: text().notNull(),
  region: text().$type<RegionCode>().notNull(),
  chains: text().array().$type<Chain[]>().notNull().default(sql`'{}'::text[]`),
  about: jsonb().$type<LocalText>().notNull().default({}),
  /** One more with every edit. */
  revision: integer().notNull().default(1),
  identityConfirmedAt: moment(),
  identityConfirmedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  closedAt: moment(),
  closedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  /** When the last of what a closed one had was put away. */
  woundUpAt: moment(),
}, (t) => [index('enterprises_winding_up').on(t.closedAt).where(sql`${t.closedAt} is not null and ${t.woundUpAt} is null`), uniqueIndex('enterprise_identity_taken').on(t.identityKind, t.identityNumber).where(sql`${t.closedAt} is null`)]);

export const members = pgTable('members', {
  id: uuid().primaryKey(),
  organizationId: enterpriseId(),
  userId: uuid().notNull().references(() => people.id, { onDelete: 'cascade' }),
  role: text({ enum: enterpriseRoles }).notNull(),
  createdAt: createdAt(),
}, (t) => [unique('already_member').on(t.organizationId, t.userId), index().on(t.userId)]);

export const invitations = pgTable('invitations', {
  id: uuid().primaryKey(),
  organizationId: enterpriseId(),
  email: text().notNull(),
  role: text({ enum: enterpriseRoles }).notNull(),
  status: text({ enum: ['pending', 'accepted', 'rejected', 'canceled'] }).notNull().default('pending'),
  /** SHA-256 of the token in the letter; who can read the table cannot accept. */
  tokenHash: text().unique(),
  expiresAt: moment().notNull(),
  createdAt: createdAt(),
  inviterId: uuid().notNull().references(() => people.id, { onDelete: 'cascade' }),
}, (t) => [index().on(t.organizationId), index().on(t.email), uniqueIndex('already_invited').on(t.organizationId, t.email).where(sql`${t.status} = 'pending'`)]);
