import { label } from '../label.ts';
import type { FieldFailure } from '../failures.ts';
import { certificateKinds, isSameCertificate, proofLabels, type Certificate } from '../trade/certificates.ts';
import { locales, type Label, type Locale } from '../values.ts';
import type { Column } from './columns.ts';

/** How many certificates a row may bring; more are added on the listing itself. */
export const certificatesPerRow = 3;

const parts = [
  { key: 'kind', words: label('类别|類別|Kind'), type: 'enum', options: certificateKinds, example: '圳品' },
  { key: 'number', words: proofLabels.number, type: 'text', example: 'SZPZ-2026-0158' },
  { key: 'issuer', words: proofLabels.issuer, type: 'text' },
  { key: 'issued', words: proofLabels.issued, type: 'date', example: '2026-07-01' },
  { key: 'validUntil', words: proofLabels.validUntil, type: 'date', example: '2028-06-30' },
] as const;
type Part = (typeof parts)[number]['key'];

const certificate = label('证书|證書|Certificate');
const named = (number: number, part: Label): Label => Object.fromEntries(locales.map((l) => [l, `${certificate[l]} ${number} · ${part[l]}`])) as Record<Locale, string>;

/** `certificates.1.kind` to `certificates.3.validUntil`. */
export const certificateColumns: readonly Column[] = Array.from({ length: certificatesPerRow }, (_, i) =>
  parts.map(({ key, words, ...more }): Column => ({ key: `certificates.${i + 1}.${key}`, label: named(i + 1, words), ...more }))).flat();

/** Which part of which certificate a column is; undefined for every other column. */
export function certificatePart(key: string): { number: number; part: Part } | undefined {
  const match = /^certificates\.(\d+)\.(\w+)$/.exec(key);
  return match ? { number: Number(match[1]), part: match[2] as Part } : undefined;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/["“”「」\s]/g, '').toLowerCase();
const shortNames = new Map<string, string>([
  ...certificateKinds.flatMap(({ code, label: words }) => Object.values(words).map((name) => [bare(name), code] as const)),
  ...['菜篮子', '菜籃子', '大湾区菜篮子', '大灣區菜籃子', '菜篮子生产基地', '菜籃子生產基地'].map((name) => [name, 'gba_basket'] as const),
]);
/** People leave out quotation marks, and say 菜篮子 for the whole name. */
export const certificateCode = (text: string): string => shortNames.get(bare(text)) ?? text;

/**
 * The certificates that a row's cells give, by the parts read from them. One with something said needs its kind, number and
 * issuer, and none may stand there twice; `wrong` are the columns whose
 * cells were refused already, `numbers` which of the row's groups each certificate is.
 */
export function certificatesOf(read: ReadonlyMap<string, unknown>, wrong: ReadonlySet<string>): { certificates: Certificate[]; numbers: number[]; failures: FieldFailure[] } {
  const certificates: Certificate[] = [];
  const numbers: number[] = [];
  const failures: FieldFailure[] = [];
  for (let number = 1; number <= certificatesPerRow; number += 1) {
    const keyOf = (part: Part) => `certificates.${number}.${part}`;
    const said = parts.filter(({ key }) => (read.get(keyOf(key)) ?? null) !== null || wrong.has(keyOf(key)));
    if (said.length === 0) continue;
    const missing = (['kind', 'number', 'issuer'] as const).map(keyOf).filter((key) => (read.get(key) ?? null) === null && !wrong.has(key));
    failures.push(...missing.map((path): FieldFailure => ({ path, code: 'required', params: {} })));
    if (missing.length > 0 || said.some(({ key }) => wrong.has(keyOf(key)))) continue;
    const one = { ...Object.fromEntries(parts.map(({ key }) => [key, read.get(keyOf(key)) ?? null])), fileId: null } as Certificate;
    if (certificates.some((other) => isSameCertificate(other, one))) failures.push({ path: keyOf('number'), code: 'repeated', params: {} });
    else {
      certificates.push(one);
      numbers.push(number);
    }
  }
  return { certificates, numbers, failures };
}

/** What a row names takes the place of what was there, scans of the same certificate kept; a row that names none says nothing about them. */
export const laidOverCertificates = (before: readonly Certificate[], said: readonly Certificate[]): Certificate[] =>
  said.length === 0 ? [...before] : said.map((one) => ({ ...one, fileId: before.find((other) => isSameCertificate(other, one))?.fileId ?? null }));
