import { boolean, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true });
const createdAt = () => moment().notNull().defaultNow();
const personId = () => uuid().notNull().references(() => people.id, { onDelete: 'cascade' });

/** Column names inside are those better-auth expects; table names are ours. */
export const people = pgTable('people', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  locale: text({ enum: ['zh-Hans', 'zh-Hant', 'en'] }).notNull().default('zh-Hans'),
  role: text({ enum: ['person', 'organiser', 'administrator'] }).notNull().default('person'),
  twoFactorEnabled: boolean().notNull().default(false),
  /** Where the person's next session starts; whether they still belong there is looked up then. */
  lastEnterpriseId: uuid(),
  /** Whose account is closed has no name, and an address that is nobody's. The row stays for what they wrote. */
  closedAt: moment(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
}, (t) => [uniqueIndex('email_taken').on(t.email)]);

export const sessions = pgTable('sessions', {
  id: uuid().primaryKey(),
  userId: personId(),
  token: text().notNull().unique(),
  expiresAt: moment().notNull(),
  ipAddress: text(),
  userAgent: text(),
  activeOrganizationId: uuid(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
}, (t) => [index().on(t.userId)]);

export const accounts = pgTable('accounts', {
  id: uuid().primaryKey(),
  userId: personId(),
  accountId: text().notNull(),
  providerId: text().notNull(),
  accessToken: text(),
  refreshToken: text(),
  idToken: text(),
  accessTokenExpiresAt: moment(),
  refreshTokenExpiresAt: moment(),
  scope: text(),
  password: text(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
}, (t) => [index().on(t.userId)]);

export const verifications = pgTable('verifications', {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
}, (t) => [index().on(t.identifier)]);

export const twoFactors = pgTable('two_factors', {
  id: uuid().primaryKey(),
  userId: personId(),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: moment(),
}, (t) => [index().on(t.userId)]);

export const passkeys = pgTable('passkeys', {
  id: uuid().primaryKey(),
  userId: personId(),
  name: text(),
  publicKey: text().notNull(),
  credentialID: text().notNull(),
  counter: integer().notNull(),
  deviceType: text().notNull(),
  backedUp: boolean().notNull(),
  transports: text(),
  aaguid: text(),
  createdAt: createdAt(),
}, (t) => [index().on(t.userId), index().on(t.credentialID)]);

/** How often something was tried until a moment, by `name key`. */
export const attempts = pgTable('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  until: moment().notNull(),
}, (t) => [index().on(t.until)]);
