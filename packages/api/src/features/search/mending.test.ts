import { ask } from '@ganwan/shared/search/ask';
import { expect, test } from 'vitest';
import { shorter } from './mending.ts';

test('a word with one wrong character is tried without each of its characters', () => {
  expect([...shorter(ask('铜箱铂'))]).toEqual(['铜箱', '铜 铂', '箱铂']);
});

// 200 characters were 200 searches, one after the other, and half a minute of the database.
test.each(['铜'.repeat(200), '卜'.repeat(13), 'abc '.repeat(50), '铜箔 脐橙 '.repeat(20)])('nothing that is typed becomes more than a few searches: %#', (typed) => {
  expect([...shorter(ask(typed))].length).toBeLessThanOrEqual(13);
});
