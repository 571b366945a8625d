import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '@ganwan/shared/label';
import { listingStates } from '@ganwan/shared/listings/contract';
import type { ListingFields } from '@ganwan/shared/listings/fields';
import { subFamilies } from '@ganwan/shared/catalogue/families';
import { listingKinds } from '@ganwan/shared/trade/terms';
import { enterprises } from '#features/enterprises/table';
import { files } from '#features/files/table';
import { people } from '#features/people/table';

const moment = () => timestamp({ withTimezone: true });
const person = () => uuid().references(() => people.id, { onDelete: 'set null' });

/** One listing: `draft` is the working copy; what everyone sees is the row of `listing_versions` that `version` names. */
export const listings = pgTable('listings', {
  id: uuid().primaryKey(),
  enterpriseId: uuid().notNull().references(() => enterprises.id, { onDelete: 'cascade' }),
  kind: text({ enum: codesOf(listingKinds) }).notNull(),
  subFamily: text({ enum: codesOf(subFamilies) }).notNull(),
  itemNumber: text(),
  state: text({ enum: codesOf(listingStates) }).notNull().default('draft'),
  revision: integer().notNull().default(1),
  version: integer(),
  draft: jsonb().$type<ListingFields>().notNull(),
  createdAt: moment().notNull(),
  createdBy: person(),
  updatedAt: moment().notNull(),
  updatedBy: person(),
  publishedAt: moment(),
  publishedBy: person(),
  /** When the published version stops to hold. */
  expiresAt: moment(),
  pausedAt: moment(),
  pausedBy: person(),
  archivedAt: moment(),
  archivedBy: person(),
  expiredAt: moment(),
}, (t) => [
  uniqueIndex('item_number_taken').on(t.enterpriseId, t.kind, t.itemNumber).where(sql`${t.archivedAt} is null`),
  index().on(t.enterpriseId, t.id),
  index('listings_on_display').on(t.subFamily, t.kind, t.id).where(sql`${t.state} = 'published'`),
  index('listings_due').on(t.expiresAt).where(sql`${t.state} = 'published'`),
]);

/** What was published, never changed afterwards. */
export const listingVersions = pgTable('listing_versions', {
  listingId: uuid().notNull().references(() => listings.id, { onDelete: 'cascade' }),
  version: integer().notNull(),
  fields: jsonb().$type<ListingFields>().notNull(),
  /** Fields that differ from the version before. */
  changes: integer().notNull(),
  publishedAt: moment().notNull(),
  publishedBy: person(),
}, (t) => [primaryKey({ columns: [t.listingId, t.version] })]);

/** Files that the published version shows: everyone may read them while it is published. */
export const listingFiles = pgTable('listing_files', {
  listingId: uuid().notNull().references(() => listings.id, { onDelete: 'cascade' }),
  fileId: uuid().notNull().references(() => files.id, { onDelete: 'cascade' }),
}, (t) => [primaryKey({ columns: [t.listingId, t.fileId] }), index().on(t.fileId)]);
