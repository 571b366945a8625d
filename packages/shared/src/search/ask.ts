import { initials, pairs, sound } from './analyze.ts';
import { namesOf, plain } from './bridge.ts';
import { canonical, chunksOf } from './chunks.ts';
import { fold } from './fold.ts';
import { headAsked } from './heads.ts';
import { words } from './segment.ts';
import { readPinyin, syllablesFrom, syllablesOf } from './sounds.ts';

/** A document answers when it has all of `all` and, when given, one of `any`. */
export interface Want {
  all: string[];
  any: string[];
}

export interface AskedWord {
  /** Folded, as typed. */
  text: string;
  written: Want;
  /** How it may have been meant by ear: pinyin, initials, or the sound of mistyped characters. */
  heard: Want[];
}

export interface Question {
  /** The whole query, folded. */
  folded: string;
  /** The same as titles are compared: see `Analysis.title`. */
  plain: string;
  words: AskedWord[];
  /** Something was typed and nothing of it can be looked for, `?!`: it finds nothing, while no text at all finds everything. */
  unreadable: boolean;
  /** What the whole query is called in the other language, as titles are compared, when it names a notion of the trade. */
  otherWords: string[];
  /** The end of a line of `Analysis.head` in a document that is the thing asked for; empty when the query names none. */
  head: string;
  /** The whole query by sound and by initials, to compare with titles; empty when it has none. */
  sound: string;
  initials: string;
}

const filler = new Set(['的', '和', '与', '及', '或', '等', '之', '了', '在', '是']);
const mostWords = 12;

/** The words of a run; neighbouring single characters stay together, since they are more likely one unknown word than two. */
function wordsOf(run: string): string[] {
  const cut = words(run).filter((word) => !filler.has(word));
  const joined: string[] = [];
  let loose = '';
  for (const word of cut) {
    if ([...word].length === 1) loose += word;
    else {
      joined.push(...(loose === '' ? [] : [loose]), word);
      loose = '';
    }
  }
  const all = [...joined, ...(loose === '' ? [] : [loose])];
  return all.length > 0 ? all : [run];
}

/** Han characters are asked as written and by sound, since an input method may have picked the wrong ones. */
function hanWords(run: string): AskedWord[] {
  return wordsOf(run).map((text) => {
    const characters = [...text];
    return { text, written: { all: characters.length === 1 ? characters : pairs(characters), any: [] }, heard: characters.length === 1 ? [] : [heardWhole(syllablesOf(text))] };
  });
}

const heardWhole = (heard: readonly string[]): Want => ({ all: (heard.length === 1 ? heard : pairs(heard)).map(sound), any: [] });

function heardTyped(syllables: readonly string[]): Want {
  const before = syllables.slice(0, -1);
  const grown = syllablesFrom(syllables.at(-1) ?? '');
  return { all: pairs(before).map(sound), any: grown.map((last) => sound((before.at(-1) ?? '') + last)) };
}

const initialsWant = (letters: string): Want => ({
  all: letters.length <= 5 ? [initials(letters)] : Array.from({ length: letters.length - 4 }, (_, i) => initials(letters.slice(i, i + 5))),
  any: [],
});

function latinWord(text: string): AskedWord {
  const whole = canonical(text);
  const readings = readPinyin(whole);
  const maybeInitials = /^[a-z]{2,12}$/.test(whole) && !/^[iuv]|.[iuv]/.test(whole);
  return {
    text: whole,
    written: { all: [whole], any: [] },
    heard: [...readings.map(heardTyped), ...(maybeInitials ? [initialsWant(whole)] : [])],
  };
}

/** What a person typed, as what has to be looked for. */
export function ask(typed: string): Question {
  const folded = fold(typed);
  const chunks = chunksOf(folded);
  const asked = chunks.flatMap(({ kind, text }) => (kind === 'han' ? hanWords(text) : [latinWord(text)])).slice(0, mostWords);
  const letters = chunks.map((c) => c.text).join('');
  const onlyHan = chunks.length > 0 && chunks.every((c) => c.kind === 'han');
  const heard = onlyHan ? syllablesOf(letters) : [];
  return {
    folded,
    plain: plain(folded),
    words: asked,
    unreadable: asked.length === 0 && typed.trim() !== '',
    otherWords: [...new Set(namesOf(folded).map(plain))],
    head: headEnd(folded),
    sound: onlyHan ? heard.join('') : /^[a-z]+$/.test(letters) ? letters : '',
    initials: onlyHan ? '' : /^[a-z]{2,12}$/.test(letters) ? letters : '',
  };
}

function headEnd(folded: string): string {
  const head = headAsked(folded);
  if (head === null) return '';
  return 'han' in head ? `${head.han}\n` : ` ${head.latin}\n`;
}

const shortRun = 6;

/**
 * Short runs of characters asked by their sound across word borders, for what an input method got wrong:
 * 电子才料 is cut into words that nobody means. Null when the words themselves are the better question.
 */
export function heardAsRun(typed: string): Want | null {
  const chunks = chunksOf(fold(typed));
  const runs = chunks.filter((c) => c.kind === 'han' && c.text.length > 1);
  if (runs.length === 0 || chunks.length > 4 || runs.some((run) => run.text.length > shortRun)) return null;
  return { all: [...runs.flatMap((r) => pairs(syllablesOf(r.text)).map(sound)), ...chunks.filter((c) => c.kind === 'latin').map((c) => canonical(c.text))], any: [] };
}
