import { z } from 'zod';

/** Every list is paged by an opaque cursor: what follows it, and how many at most (1 to 100, 20 when unsaid). */
export const PageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type PageQuery = z.output<typeof PageQuery>;
export const pageSize = (query: { limit?: number | undefined }): number => query.limit ?? 20;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
