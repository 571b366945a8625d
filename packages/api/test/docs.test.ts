import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const foldersIn = (folder: string) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => !['node_modules', 'build', 'static', 'dist'].includes(name) && !name.startsWith('.') && statSync(join(root, folder, name)).isDirectory()).map((name) => `${folder}/${name}`) : [];

test('the architecture page lists the folders that are there, and no others', () => {
  const listed = [...read('docs/ARCHITECTURE.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
  expect(listed.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  const there = ['shared', 'api', 'scheduler', 'web'].flatMap((name) => foldersIn(`packages/${name}`));
  expect(there.filter((folder) => !listed.includes(folder))).toEqual([]);
});

test('the two READMEs say the same things in at most 60 lines', () => {
  const [english, chinese] = ['README.md', 'README.zh.md'].map((file) => read(file).split('\n'));
  expect(english!.length).toBeLessThanOrEqual(61);
  expect(chinese!.length).toBeLessThanOrEqual(61);
  const skeleton = (lines: string[]) => lines.filter((line) => line.startsWith('#')).map((line) => line.match(/^#+/)![0]);
  expect(skeleton(chinese!)).toEqual(skeleton(english!));
});

test('every variable the program reads is in both READMEs, or is said to be of no concern', () => {
  const variables = [...read('packages/api/src/env.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1]!);
  const unsaid = ['HOST', 'LOG_LEVEL', 'PATH'];
  for (const file of ['README.md', 'README.zh.md']) expect(variables.filter((name) => !unsaid.includes(name) && !read(file).includes(`\`${name}\``)), file).toEqual([]);
});

test('links of the documents lead somewhere', () => {
  for (const file of ['README.md', 'README.zh.md', 'docs/ARCHITECTURE.md']) {
    const links = [...read(file).matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1]!).filter((link) => !link.startsWith('http'));
    expect(links.filter((link) => !existsSync(join(root, file, '..', link))), file).toEqual([]);
  }
});
