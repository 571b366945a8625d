import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { catalogueWords } from './catalogue-words.ts';
import { chunksOf } from './chunks.ts';
import { fold } from './fold.ts';
import { properWords, terms } from './terms.ts';

// Every runtime has it, while this package is typed for none in particular.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

let ready: Jieba | undefined;

/** The dictionary takes a fifth of a second to load: at the first use, not at import. */
function jieba(): Jieba {
  if (ready) return ready;
  ready = Jieba.withDict(dict);
  const own = [...terms.flatMap(([chinese, traditional]) => [...chinese.split('/'), ...traditional.split('/')]), ...properWords, ...catalogueWords()].flatMap((word) =>
    chunksOf(fold(word)).filter((c) => c.kind === 'han' && c.text.length > 1).map((c) => c.text),
  );
  ready.loadDict(new TextEncoder().encode([...new Set(own)].map((word) => `${word} 200000 n`).join('\n')));
  return ready;
}

/** The words of a Han run, each character in exactly one of them. */
export const words = (han: string): string[] => jieba().cut(han, false);

/** The words and the words inside them: 覆铜板 also gives 铜板. */
export const wordsAndInner = (han: string): string[] => jieba().cutForSearch(han, false);
