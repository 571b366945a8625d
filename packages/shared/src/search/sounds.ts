import { customPinyin, pinyin } from 'pinyin-pro';

// Places and trade words whose characters read otherwise elsewhere.
customPinyin({ 宁都: 'níng dū', 于都: 'yú dū', 都昌: 'dū chāng', 余干: 'yú gān', 铅山: 'yán shān', 番禺: 'pān yú', 东莞: 'dōng guǎn', 乐安: 'lè ān', 大埔: 'dà bù', 番茄: 'fān qié', 银行: 'yín háng' });

const finals: Record<string, string> = {
  '': 'a ai an ang ao e ei en eng er o ou yi ya yan yang yao ye yin ying yo yong you yu yuan yue yun wa wai wan wang wei wen weng wo wu',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u', p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u', f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo', t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve', l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo', k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo', j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un', x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo', ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo', r: 'an ang ao e en eng i ong ou u uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo', c: 'a ai an ang ao e en eng i ong ou u uan ui un uo', s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
};
export const syllables: readonly string[] = Object.entries(finals).flatMap(([initial, list]) => list.split(' ').map((f) => initial + f));
const known = new Set(syllables);

/** One syllable per Han character, without tones, `ü` as `v` (铝 → `lv`). */
export const syllablesOf = (han: string): string[] => pinyin(han, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });

export const initialsOf = (typed: readonly string[]): string => typed.map((s) => s[0] ?? '').join('');

/** Every syllable that may grow out of what is typed so far. */
export const syllablesFrom = (beginning: string): string[] => syllables.filter((s) => s.startsWith(beginning));

const mostReadings = 4;

/**
 * Cuts typed letters into syllables, the last of which may be unfinished; empty when they are no pinyin.
 * Of several ways those with the fewest syllables count (`gonggangao` is gong-gang-ao or gong-gan-gao).
 */
export function readPinyin(letters: string): string[][] {
  if (!/^[a-z]{2,60}$/.test(letters)) return [];
  const readings: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end++) {
    let found: string[][] = [];
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const piece = letters.slice(start, end);
      const fits = known.has(piece) || (end === letters.length && start > 0 && syllables.some((s) => s.startsWith(piece)));
      if (!fits) continue;
      for (const before of readings[start] ?? []) {
        const length = found[0]?.length ?? Infinity;
        if (before.length + 1 < length) found = [];
        if (before.length + 1 <= length) found.push([...before, piece]);
      }
    }
    readings[end] = found.slice(0, mostReadings);
  }
  return readings[letters.length] ?? [];
}
