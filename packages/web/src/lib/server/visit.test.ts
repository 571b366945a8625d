import { expect, test } from 'vitest';
import { fromThisSite, ownPath } from './visit.ts';

test('only a path of this site is gone back to', () => {
  expect(ownPath('/search?q=铜箔')).toBe('/search?q=铜箔');
  for (const elsewhere of ['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n/evil.example', '/\r\\evil.example', 'https://evil.example', '', null]) expect(ownPath(elsewhere)).toBe('/');
});

const post = (headers: Record<string, string>) => new Request('https://ganwan.example/sign-in', { method: 'POST', headers });

test('a form of another site is refused, ours is taken whatever the proxy speaks', () => {
  expect(fromThisSite(post({ host: 'ganwan.example', origin: 'http://ganwan.example' }))).toBe(true);
  expect(fromThisSite(post({ host: 'ganwan.example', origin: 'https://evil.example' }))).toBe(false);
  expect(fromThisSite(post({ host: 'ganwan.example', origin: 'null' }))).toBe(false);
  expect(fromThisSite(post({ host: 'ganwan.example' }))).toBe(false);
  expect(fromThisSite(new Request('https://ganwan.example/'))).toBe(true);
});
