import { z } from 'zod';
import { Id, Instant } from '@ganwan/shared/values';
import { refuse } from '#platform/failure';
import type { After } from './queries.ts';

const Cursor = z.tuple([Instant, Id]);

export const cursorOf = ({ activeAt, id }: After): string => Buffer.from(`${activeAt.toISOString()} ${id}`).toString('base64url');

/** Throws `invalid_input` on `cursor` when it is not one of ours. */
export function readCursor(cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined;
  const read = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  if (!read.success) throw refuse('cursor', 'invalid_format');
  return { activeAt: read.data[0], id: read.data[1] };
}
