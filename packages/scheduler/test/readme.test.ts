import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { example } from '@ganwan/shared/schedule/example';
import { expect, test } from 'vitest';

test('the README tells the very example of the contract', () => {
  const json = /```json\n([^]*?)```/.exec(readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8'))![1]!;
  expect(JSON.parse(json)).toEqual(example);
});
