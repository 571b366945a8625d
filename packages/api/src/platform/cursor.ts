import { z } from 'zod';
import { pageSize, type PageQuery } from '@ganwan/shared/page';
import { refuse } from './failure.ts';

/** Opaque to callers: the sort keys of the last row they have seen. */
export const cursorOf = (...keys: (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The keys of a cursor. Throws `invalid_input` when it was not made by `cursorOf` with keys of this shape. */
export function readCursor<const S extends z.ZodTuple>(cursor: string | undefined, keys: S): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw refuse('cursor', 'invalid_cursor');
  }
}

const idKey = z.tuple([z.uuid()]);
/** For lists in the order of their ids, which UUIDv7 makes the order of time. */
export const idCursor = (query: PageQuery): string | undefined => readCursor(query.cursor, idKey)?.[0];

/** A page from rows that were asked for with one more than `pageSize`, so that the last page knows it is the last. */
export function page<T, R extends { id: string }>(rows: R[], query: PageQuery, show: (row: R) => T): { items: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, pageSize(query));
  const last = shown.at(-1);
  return { items: shown.map(show), nextCursor: last && rows.length > shown.length ? cursorOf(last.id) : null };
}
