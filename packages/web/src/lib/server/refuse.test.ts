import { expect, test } from 'vitest';
import { ApiFailure } from '#lib/api-failure.ts';
import { refuse } from './refuse.ts';

test('what was typed comes back by its name, be it one that every object has, and no secret does', () => {
  const form = new FormData();
  for (const [name, value] of [['email', 'a@b.example'], ['constructor', 'x'], ['__proto__', 'y'], ['email', 'c'], ['newPassword', 'secret'], ['code', '123456']] as const) form.append(name, value);
  form.append('file', new File(['x'], 'x.txt'));
  const { data } = refuse(new ApiFailure('invalid_input', 422), form);
  expect(Object.entries(data.typed ?? {})).toEqual([['email', ['a@b.example', 'c']], ['constructor', ['x']], ['__proto__', ['y']]]);
});
