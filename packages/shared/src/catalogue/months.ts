/** Months as bits: January is 1, December 2048; all twelve 4095. */
export const everyMonth = 4095;

export const maskOf = (months: Iterable<number>): number => [...months].reduce((mask, month) => mask | (1 << (month - 1)), 0);

export const monthsOf = (mask: number): number[] => Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => mask & (1 << (month - 1)));

/** November to February is one season: a range may run over the turn of the year. */
function between(from: number, to: number): number[] {
  const length = ((to - from + 12) % 12) + 1;
  return Array.from({ length }, (_, i) => ((from - 1 + i) % 12) + 1);
}

/** Reads `11,12,1,2`, `11月-次年2月`, `3–5`, `全年` or `all` into bits; undefined when it says no months. */
export function readMonths(text: string): number | undefined {
  const tidied = text.normalize('NFKC').trim().toLowerCase();
  if (/^(全年|四季|all|all year|year-round)$/.test(tidied)) return everyMonth;
  const parts = tidied.split(/[,;、\/\s]+/).filter(Boolean);
  const months = parts.map((part) => {
    const match = /^(?:次年)?(\d{1,2})月?(?:\s*(?:-|–|~|至|到)\s*(?:次年|翌年)?(\d{1,2})月?)?$/.exec(part);
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    return match && from >= 1 && from <= 12 && to >= 1 && to <= 12 ? between(from, to) : undefined;
  });
  return parts.length > 0 && months.every((m) => m !== undefined) ? maskOf(months.flat()) : undefined;
}
