import { electronicsRecall } from './recall-electronics.factory.ts';
import { othersRecall } from './recall-others.factory.ts';

export interface Recalled {
  id: string;
  title: string;
  asked: { simplified: string; traditional: string; pinyin: string; initials: string; slip: string; english: string };
}

/** Trade terms and the one listing of which each is the point, with every way the term is typed. Written by hand. */
export const recall: readonly Recalled[] = [...electronicsRecall.trim().split('\n'), ...othersRecall.trim().split('\n')].map((line, i) => {
  const [title = '', simplified = '', traditional = '', pinyin = '', slip = '', english = ''] = line.split('|');
  const heard = pinyin.split(' ');
  return { id: `r${i}`, title, asked: { simplified, traditional, pinyin: heard.join(''), initials: heard.map((s) => s[0]).join(''), slip, english } };
});
