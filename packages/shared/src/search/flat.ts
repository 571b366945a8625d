import { z } from 'zod';

const key = /^[A-Za-z][A-Za-z0-9_]{0,59}$/;
const number = /^-?\d{1,15}(\.\d{1,9})?$/;
const flat = z.string().max(2000);

/** A list as it stands in an address: `360700,440300`. */
export const Codes = z.codec(z.string().max(600).regex(/^[A-Za-z0-9_.,/-]*$/), z.array(z.string().min(1)).max(40), {
  decode: (text) => text.split(',').filter(Boolean),
  encode: (codes) => codes.join(','),
});

/** What an address escapes wrongly is taken as it stands. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Chosen values by attribute: `foilType:hte,rtf;coating:zn`. */
export const Choices = z.codec(flat.regex(/^$|^[A-Za-z][A-Za-z0-9_]*:[^:;]+(;[A-Za-z][A-Za-z0-9_]*:[^:;]+)*$/), z.record(z.string().regex(key), z.array(z.string().min(1)).min(1).max(40)), {
  decode: (text) => Object.fromEntries(text.split(';').filter(Boolean).map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1).split(',').map(unescaped).filter(Boolean)])),
  encode: (choices) => Object.entries(choices).map(([name, values]) => `${name}:${values.map((v) => encodeURIComponent(v)).join(',')}`).join(';'),
});

export const Bounds = z.object({ min: z.number().nullable(), max: z.number().nullable() });
export type Bounds = z.output<typeof Bounds>;

const bound = (text: string): number | null => (text === '' ? null : Number(text));
const isRange = (part: string): boolean => {
  const [name = '', ends = ''] = part.split(':');
  const [min = '', max = '', ...more] = ends.split('..');
  const [from, to] = [min, max].map(bound) as [number | null, number | null];
  return key.test(name) && more.length === 0 && ends.includes('..') && [min, max].every((end) => end === '' || number.test(end)) && (from === null || to === null || from <= to);
};

/** Numbers by attribute, in the registry's unit, either end open, the smaller first: `thickness:9..35;moq:..100`. */
export const Ranges = z.codec(flat.refine((text) => text.split(';').filter(Boolean).every(isRange)), z.record(z.string().regex(key), Bounds), {
  decode: (text) =>
    Object.fromEntries(text.split(';').filter(Boolean).map((part) => {
      const [name = '', ends = ''] = part.split(':');
      const [min = '', max = ''] = ends.split('..');
      return [name, { min: bound(min), max: bound(max) }];
    })),
  encode: (ranges) => Object.entries(ranges).map(([name, { min, max }]) => `${name}:${min ?? ''}..${max ?? ''}`).join(';'),
});

/** Months of a year, `11,12,1`, as a bit mask, bit 0 for January. */
export const Months = z.codec(z.string().regex(/^$|^(1[0-2]|[1-9])(,(1[0-2]|[1-9])){0,11}$/), z.number().int().min(0).max(4095), {
  decode: (text) => text.split(',').filter(Boolean).reduce((mask, month) => mask | (1 << (Number(month) - 1)), 0),
  encode: (mask) => Array.from({ length: 12 }, (_, i) => i).filter((i) => mask & (1 << i)).map((i) => i + 1).join(','),
});
