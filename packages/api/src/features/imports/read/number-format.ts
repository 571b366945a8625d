/** How a workbook shows a number: as it is, as a day (and time), or in hundredths. */
export type NumberKind = 'number' | 'date' | 'percent';

/** Formats that every workbook knows without saying, ECMA-376 18.8.30; 27 to 36 and 50 to 58 are East Asian dates. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'number';
  // What is quoted, escaped or in brackets is shown and means nothing.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

const dayMs = 86_400_000;

/** A cell's number as a person would type it: `2026-11-30`, `99.8%`, `0.1`. */
export function numberText(raw: string, kind: NumberKind, since1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  if (kind === 'number') return String(Number(value.toPrecision(15)));
  // Day 60 of the 1900 system is a 29 February that never was.
  const days = since1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const moment = new Date(Math.round((days - 25_569) * dayMs / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return raw;
  const iso = moment.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
