import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { enterprises } from '#features/enterprises/table';
import { people } from '#features/people/table';

/** What was uploaded, and by whom; the content lies in the file store under its hash. */
export const files = pgTable('files', {
  id: uuid().primaryKey(),
  enterpriseId: uuid().notNull().references(() => enterprises.id, { onDelete: 'cascade' }),
  uploadedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  kind: text({ enum: ['image', 'document'] }).notNull(),
  mediaType: text().notNull(),
  name: text().notNull(),
  bytes: integer().notNull(),
  width: integer(),
  height: integer(),
  sha256: text().notNull(),
  /** Smaller renderings of an image, WebP. */
  largeSha256: text(),
  thumbnailSha256: text(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** When a listing or a message first took it; what nothing takes within a day is removed. */
  attachedAt: timestamp({ withTimezone: true }),
}, (t) => [
  index().on(t.enterpriseId, t.createdAt),
  index('files_unattached').on(t.createdAt).where(sql`${t.attachedAt} is null`),
  check('files_image_has_sizes', sql`(${t.kind} = 'image') = (${t.largeSha256} is not null and ${t.thumbnailSha256} is not null and ${t.width} is not null and ${t.height} is not null)`),
]);
