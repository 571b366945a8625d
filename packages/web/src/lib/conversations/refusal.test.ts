import { expect, test } from 'vitest';
import { mayGoThrough, refusedAtOnce } from './refusal.ts';

const mb = 1024 * 1024;

test.each([
  ['a picture', 'foil.jpg', 10 * mb, 'image/jpeg', null],
  ['a picture that is too large', 'foil.jpg', 10 * mb + 1, 'image/jpeg', 'too_large'],
  ['a document as large as no picture may be', '报告.PDF', 25 * mb, 'application/pdf', null],
  ['a document that is too large', '报告.pdf', 25 * mb + 1, '', 'too_large'],
  ['a table that Windows calls an Excel file', 'parts.csv', 1, 'application/vnd.ms-excel', null],
  ['a text that nobody gave a type', 'notes.txt', 1, '', null],
  ['an empty file', 'empty.pdf', 0, 'application/pdf', 'empty'],
  ['a program', 'setup.exe', 1, 'application/x-msdownload', 'file_type_refused'],
  ['a drawing with scripts', 'logo.svg', 1, 'image/svg+xml', 'file_type_refused'],
  ['a folder', '图纸', 4096, '', 'file_type_refused'],
] as const)('%s', (_, name, size, type, refusal) => {
  expect(refusedAtOnce({ name, size, type })).toBe(refusal);
});

test('what broke off may go through another time, what a file is stays so', () => {
  expect((['unavailable', 'deadline_exceeded', 'too_many_requests', 'unexpected'] as const).every(mayGoThrough)).toBe(true);
  expect((['empty', 'too_large', 'file_type_refused', 'file_broken', 'image_too_many_pixels'] as const).some(mayGoThrough)).toBe(false);
});
