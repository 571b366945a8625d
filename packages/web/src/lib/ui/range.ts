const figure = /^-?\d{1,15}(\.\d{1,9})?$/;

export type RangeFault = 'reversed' | 'not_a_number';

/** Why nothing can be within a range as it was entered, null when something can; either end may be empty. */
export function rangeFault({ min, max }: { min: string; max: string }): RangeFault | null {
  if ([min, max].some((end) => end !== '' && !figure.test(end))) return 'not_a_number';
  return min !== '' && max !== '' && Number(min) > Number(max) ? 'reversed' : null;
}

/** An end as it is read: input methods type figures of full width. */
export const rangeEnd = (typed: string): string => typed.normalize('NFKC').trim().slice(0, 30);
