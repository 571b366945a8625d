import type { Mark, Reason } from './contract.ts';
import { ask, type AskedWord } from './ask.ts';
import { namesOf, notionsIn } from './bridge.ts';
import { fold } from './fold.ts';
import { readPinyin, syllablesOf } from './sounds.ts';

/** Texts as they are shown, by where they stand. */
export interface Shown { title: readonly string[]; keywords: readonly string[]; body: readonly string[] }
type Field = keyof Shown;
const fields: readonly Field[] = ['title', 'keywords', 'body'];

/** A text without spaces and marks, folded character by character, knowing where each character stood. */
interface Compact { text: string; at: number[]; source: string }

function compact(source: string): Compact {
  const at: number[] = [];
  let text = '';
  let start = 0;
  for (const character of source) {
    const folded = fold(character).replace(/^μ$/, 'u').replace(/[^\p{L}\p{N}%°]/gu, '');
    for (const unit of folded) {
      text += unit;
      at.push(start);
    }
    start += character.length;
  }
  return { text, at, source };
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/i.test(character);
const marked = ({ at, source }: Compact, from: number, length: number): Mark => {
  const last = at[from + length - 1] ?? 0;
  return [at[from] ?? 0, last + (source.codePointAt(last)! > 0xffff ? 2 : 1)];
};

/** Everywhere a word stands, a Latin one only from where a word begins. */
function occurrences(text: Compact, word: string): Mark[] {
  const needle = compact(word).text;
  const marks: Mark[] = [];
  for (let from = text.text.indexOf(needle); needle !== '' && from >= 0; from = text.text.indexOf(needle, from + needle.length)) {
    const start = text.at[from] ?? 0;
    if (isLetter(needle[0]) && isLetter(text.source[start - 1]) && isLetter(text.source[start])) continue;
    marks.push(marked(text, from, needle.length));
  }
  return marks;
}

/** Where a run of syllables or of initials is heard in a text. */
function heardIn(text: Compact, sounds: readonly string[], fits: (spoken: string, sound: string, last: boolean) => boolean): Mark[] {
  const marks: Mark[] = [];
  for (const run of text.text.matchAll(/\p{Script=Han}+/gu)) {
    const spoken = syllablesOf(run[0]);
    for (let from = 0; from + sounds.length <= spoken.length; from++) {
      if (sounds.every((sound, i) => fits(spoken[from + i]!, sound, i === sounds.length - 1))) marks.push(marked(text, run.index + from, sounds.length));
    }
  }
  return marks;
}

const bySyllable = (spoken: string, sound: string, last: boolean): boolean => (last ? spoken.startsWith(sound) : spoken === sound);
const byInitial = (spoken: string, sound: string): boolean => spoken[0] === sound;

/** A part of a folded query as it stands in what was typed: 銅箔 again for 铜箔. What was mended stands nowhere in it and stays as it is. */
export function asTyped(typed: string, folded: string): string {
  const text = compact(typed);
  return folded.split(' ').map((part) => {
    const [first] = occurrences(text, part);
    return first ? typed.slice(...first) : part;
  }).join(' ');
}

interface Finding { way: Reason['way']; marks: Mark[] }

function findWord(text: Compact, word: string): Finding | undefined {
  const written = occurrences(text, word);
  const [first] = written;
  if (first) {
    const cutOff = isLetter(word.at(-1)) && written.every(([, end]) => isLetter(text.source[end]));
    return { way: cutOff ? 'beginning' : 'written', marks: written };
  }
  const readings = /^\p{Script=Han}/u.test(word) ? [syllablesOf(word)] : readPinyin(word);
  const heard = readings.flatMap((reading) => heardIn(text, reading, bySyllable));
  if (heard.length > 0) return { way: 'sound', marks: heard };
  const initials = /^[a-z]{2,12}$/.test(word) ? heardIn(text, [...word], byInitial) : [];
  return initials.length > 0 ? { way: 'initials', marks: initials } : undefined;
}

/**
 * Why a document answers a query, and where to mark its titles. Of texts that answer alike the first is quoted. `mended` is what
 * was asked instead: those of its words that were not typed answer only nearly.
 */
export function explain(typed: string, shown: Shown, mended: string | null): { why: Reason[]; highlights: Mark[][] } {
  const asked = mended ?? typed;
  const { folded, words } = ask(asked);
  const typedWords = mended === null ? null : new Set(ask(typed).words.map(({ text }) => text));
  const wasTyped = (phrase: string) => typedWords === null || ask(phrase).words.every(({ text }) => typedWords.has(text));
  const texts = fields.flatMap((field) => shown[field].map((text) => ({ field, text: compact(text) })));
  const marks = shown.title.map((): Mark[] => []);
  // Neighbouring words may be one mistyped one, and a phrase may be one notion: asked whole first.
  const whole: Pick<AskedWord, 'text'>[] = words.length > 1 ? [{ text: folded }] : [];
  const why: Reason[] = [];
  for (const { text: word } of [...whole, ...words]) {
    const reason = reasonFor(word, texts, marks);
    if (reason === undefined) continue;
    why.push(reason.way === 'written' && !wasTyped(word) ? { ...reason, way: 'nearly' } : reason);
    if (word === folded) break;
  }
  return { why, highlights: marks.map(joined) };

  function reasonFor(word: string, all: typeof texts, titles: Mark[][]): Reason | undefined {
    const tries = [word, ...namesOf(word)];
    for (const [i, attempt] of tries.entries()) {
      let found: Reason | undefined;
      for (const { field, text } of all) {
        const finding = i === 0 ? findWord(text, attempt) : translated(text, attempt);
        if (!finding) continue;
        if (field === 'title') titles[shown.title.indexOf(text.source)]?.push(...finding.marks);
        const [start, end] = finding.marks[0]!;
        found ??= { way: finding.way, word: asTyped(asked, word), field, found: text.source.slice(start, end) };
      }
      if (found) return found;
    }
    for (const { field, text } of all) {
      const [mark] = heardTranslated(text, word);
      if (mark) return { way: 'translation', word: asTyped(asked, word), field, found: text.source.slice(...mark) };
    }
    return undefined;
  }
}

function translated(text: Compact, attempt: string): Finding | undefined {
  const marks = occurrences(text, attempt);
  return marks.length > 0 ? { way: 'translation', marks } : undefined;
}

/** Where a text names a notion whose Chinese name sounds like the word: `qicheng` in a text that says “navel orange”. */
function heardTranslated(text: Compact, word: string): Mark[] {
  return notionsIn(fold(text.source)).filter(({ chinese }) => chinese.some((name) => findWord(compact(name), word))).flatMap(({ chinese, english }) => [...english, ...chinese].flatMap((name) => occurrences(text, name)));
}

/** Marks in order, those that touch as one. */
function joined(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
