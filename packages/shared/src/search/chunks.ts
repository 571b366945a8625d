/** A run of Han characters, or a run of letters and digits with the marks part numbers are written with. */
export interface Chunk {
  kind: 'han' | 'latin';
  text: string;
}

const pattern = /\p{Script=Han}+|[a-z0-9°%\u00b2-\u024f]+(?:[-._/+#×*:][a-z0-9°%\u00b2-\u024f]+)*/gu;
/** `%` and `°` belong to the figure before them and are no word by themselves; neither are the marks among the accented letters. */
const wordy = /[\p{L}\p{N}]/u;
const han = /^\p{Script=Han}/u;

/** Cuts folded text; what stands between the chunks (punctuation, brackets, `~`) is dropped. */
export const chunksOf = (folded: string): Chunk[] =>
  (folded.match(pattern) ?? []).filter((text) => wordy.test(text)).map((text) => ({ kind: han.test(text) ? 'han' : 'latin', text }));

/** The plural's stem, which is all English a catalogue needs: `materials` → `material`. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

export const isWord = (text: string): boolean => /^[a-z]+$/.test(text);
/** A part number or grade long enough for one wrong character to be told from another code. */
export const isCode = (text: string): boolean => /^(?=.*\d)(?=.*[a-z])[a-z0-9.]{5,40}$/.test(text) && !measured.test(text);
const measured = /^\d+(?:\.\d+)?(?:um|mm|cm|nm|kg|g|oz|v|a|w|kw|inch|mil|kohm|ohm|hz|khz|mhz|ghz|mpa|rpm)$/;
const separators = /[-_/+#×*:]/g;

/** `fr-4` → `fr4`, but `0.5mm` keeps its point: the one form in which a part number or measure is compared. */
export const canonical = (chunk: string): string => stem(chunk.replace(separators, '').replace(/\.(?!\d)|(?<!\d)\./g, ''));

/** The pieces a part number or joined word is made of, besides its whole: `sop-8` → `sop`, `8`; `12um` → `12`. */
export function pieces(chunk: string): string[] {
  const parts = chunk.split(separators).filter(Boolean);
  const measure = /^(\d+(?:\.\d+)?)(?:um|mm|cm|nm|kg|g|oz|v|a|w|kw|inch|mil|°c|%)$/.exec(chunk);
  return [...(parts.length > 1 ? parts.map(stem) : []), ...(measure?.[1] ? [measure[1]] : [])];
}

/** How a word grows while it is typed, from two characters on: `ad2s` → `ad`, `ad2`. */
export const beginnings = (word: string, longest = 16): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length - 1, longest) - 1) }, (_, i) => word.slice(0, i + 2));
