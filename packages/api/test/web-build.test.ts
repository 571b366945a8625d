import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { webSources } from '../../../scripts/web-build.ts';

const root = join(import.meta.dirname, '../../..');

test('nothing that making the pages writes counts as their source, so the second start of a fresh clone builds nothing', () => {
  const ignored = execFileSync('git', ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', 'packages/web', 'packages/shared'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\0');
  const written = new Set(ignored);
  expect(webSources().map((path) => relative(root, path)).filter((path) => written.has(path))).toEqual([]);
});
