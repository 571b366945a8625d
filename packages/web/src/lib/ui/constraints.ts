import type { FieldFailure } from '@ganwan/shared/failures';

/** Why the browser keeps back what stands in an input, as the API would have said it; the only error that is set by hand is to be longer than `maximum`. */
export function unfit({ validity, type, minLength, min, max, value }: HTMLInputElement, maximum: number): FieldFailure {
  const because = (code: string, params: FieldFailure['params'] = {}): FieldFailure => ({ path: '', code, params });
  if (validity.valueMissing) return because(type === 'file' || type.startsWith('select') ? 'unchosen' : 'required');
  if (validity.tooShort) return because('too_short', { minimum: minLength });
  if (validity.customError) return because('too_long_by', { maximum, excess: value.length - maximum });
  if (validity.typeMismatch && type === 'email') return because('bad_email');
  if (validity.badInput && type === 'date') return because('bad_date');
  if (validity.rangeUnderflow) return because('too_small', { minimum: min });
  if (validity.rangeOverflow) return because('too_big', { maximum: max });
  return because('invalid');
}
