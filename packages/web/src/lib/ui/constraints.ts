import type { FieldFailure } from '@ganwan/shared/failures';

/** Why the browser keeps back what stands in an input, as the API would have said it. */
export function unfit({ validity, type, minLength, maxLength, min, max }: HTMLInputElement): FieldFailure {
  const because = (code: string, params: FieldFailure['params'] = {}): FieldFailure => ({ path: '', code, params });
  if (validity.valueMissing) return because('required');
  if (validity.tooShort) return because('too_short', { minimum: minLength });
  if (validity.tooLong) return because('too_long', { maximum: maxLength });
  if (validity.typeMismatch && type === 'email') return because('bad_email');
  if (validity.badInput && type === 'date') return because('bad_date');
  if (validity.rangeUnderflow) return because('too_small', { minimum: min });
  if (validity.rangeOverflow) return because('too_big', { maximum: max });
  return because('invalid');
}
