import { plainText } from '../values.ts';

/** How long somebody counts as typing after the last sign of it, in milliseconds. A closed laptop never says goodbye. */
export const typingMs = 6000;

/** At most one sign of typing per conversation in this many milliseconds is passed on. */
export const typingEveryMs = 2000;

/** UTF-16 units of one message at most, after `messageText`. */
export const messageLongest = 4000;

// Tab and line feed stay.
const unprintable = /[\u0001-\u0008\u000b-\u001f\u007f]/g;

/**
 * The normal form of what people write: NFC, lines ended by \n, no control characters, no lone
 * surrogates, no blank edges. Compatibility forms (㎡, full-width digits) stay as they were typed.
 */
export function messageText(text: string): string {
  return plainText(text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(unprintable, '')).normalize('NFC').trim();
}
