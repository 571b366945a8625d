import { expect, test } from 'vitest';
import { linesOf, type Say } from './say.ts';

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const say = (seq: number | null, senderId: string, at: string): Say => ({ id: `${seq} ${at}`, seq, senderId, body: '好', files: [], at: new Date(at), state: 'sent', failure: null });

test('a day is said once, a name again when another speaks or after a pause', () => {
  const says = [say(1, 'li', '2026-11-20T08:00:00Z'), say(2, 'li', '2026-11-20T08:01:00Z'), say(3, 'chen', '2026-11-20T08:02:00Z'), say(4, 'chen', '2026-11-20T09:00:00Z'), say(5, 'chen', '2026-11-21T09:00:00Z')];
  const lines = linesOf(says, { dayOf, readSeq: 5, readerId: 'chen' });
  expect(lines.map(({ day }) => day !== null)).toEqual([true, false, false, false, true]);
  expect(lines.map(({ named }) => named)).toEqual([true, false, true, true, true]);
});

test('the unread begin where the reader stopped, at words of others, and once', () => {
  const says = [say(1, 'li', '2026-11-20T08:00:00Z'), say(2, 'chen', '2026-11-20T08:00:10Z'), say(3, 'li', '2026-11-20T08:00:20Z'), say(4, 'li', '2026-11-20T08:00:30Z'), say(null, 'chen', '2026-11-20T08:00:40Z')];
  expect(linesOf(says, { dayOf, readSeq: 1, readerId: 'chen' }).map(({ firstUnread }) => firstUnread)).toEqual([false, false, true, false, false]);
  expect(linesOf(says, { dayOf, readSeq: 4, readerId: 'chen' }).some(({ firstUnread }) => firstUnread)).toBe(false);
});
