import type { FailureCode, FieldFailure } from '@ganwan/shared/failures';
import type { Locale } from '@ganwan/shared/values';
import hans from '../../../messages/failure/zh-Hans.json' with { type: 'json' };
import hant from '../../../messages/failure/zh-Hant.json' with { type: 'json' };
import en from '../../../messages/failure/en.json' with { type: 'json' };

/** Looked up by code rather than called by name: the codes come from the API at run time. */
const words: Record<Locale, Record<string, string>> = { 'zh-Hans': hans, 'zh-Hant': hant, en };

/** What happened and what to do, for a code of the catalogue. */
export const failureWords = (code: FailureCode, locale: Locale): string =>
  words[locale][`failure_${code}`] ?? words[locale]['failure_unexpected'] ?? code;

/** One sentence that names the field and the fix. `label` is the field's name as the form shows it. */
export function fieldWords(failure: FieldFailure, label: string, locale: Locale): string {
  const text = words[locale][`field_${sentence(failure)}`] ?? words[locale]['field_invalid'] ?? failure.code;
  const given: Record<string, string | number | boolean> = { ...failure.params, label };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''));
}

/** Which sentence fits a zod issue; codes of our own have a sentence of the same name. */
function sentence({ code, params }: FieldFailure): string {
  const { origin, format } = params;
  switch (code) {
    case 'invalid_type':
      return 'required';
    case 'not_multiple_of':
      return params['divisor'] === 1 ? 'not_whole' : 'invalid';
    case 'too_small':
      if (origin === 'string') return params['minimum'] === 1 ? 'required' : 'too_short';
      if (origin === 'array' || origin === 'set') return 'too_few';
      return params['inclusive'] === false ? 'not_above' : 'too_small';
    case 'too_big':
      if (origin === 'string') return 'too_long';
      return origin === 'array' || origin === 'set' ? 'too_many' : 'too_big';
    case 'invalid_format':
      if (format === 'email') return 'bad_email';
      return format === 'date' || format === 'datetime' ? 'bad_date' : 'bad_format';
    case 'invalid_value':
      return 'bad_choice';
    case 'unrecognized_keys':
    case 'unrecognized_key':
      return 'unknown';
    default:
      return code;
  }
}
