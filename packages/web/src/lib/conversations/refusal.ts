import type { FailureCode } from '@ganwan/shared/failures';
import { documentTypes, fileLimits, imageTypes } from '@ganwan/shared/files/contract';
import { m } from '#lib/paraglide/messages.js';
import { failureWords } from '#lib/words/failure.ts';
import type { Locale } from '@ganwan/shared/values';

/** Why a file is not in the message. */
export type Refusal = FailureCode | 'empty';

const images = /\.(jpe?g|png|webp|avif|gif)$/i;
const documents = /\.(pdf|xlsx|docx|csv|txt)$/i;
const known: readonly string[] = [...imageTypes, ...documentTypes];

/** What can be said of a file without sending it; whether it is what its name says only the server judges. */
export function refusedAtOnce({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): Refusal | null {
  if (!known.includes(type) && !images.test(name) && !documents.test(name)) return 'file_type_refused';
  if (size === 0) return 'empty';
  return size > (type.startsWith('image/') || images.test(name) ? fileLimits.image : fileLimits.document) ? 'too_large' : null;
}

const itself: readonly Refusal[] = ['empty', 'too_large', 'file_type_refused', 'file_broken', 'image_too_many_pixels', 'not_allowed'];
/** Whether the same file may go through another time. */
export const mayGoThrough = (refusal: Refusal): boolean => !itself.includes(refusal);

export function refusalWords(refusal: Refusal, locale: Locale): string {
  if (refusal === 'empty') return m.enclosure_empty();
  if (refusal === 'too_large') return m.enclosure_too_large();
  return refusal === 'unavailable' || refusal === 'deadline_exceeded' ? m.enclosure_broken_off() : failureWords(refusal, locale);
}
