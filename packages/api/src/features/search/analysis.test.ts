import { createHash } from 'node:crypto';
import { analyze } from '@ganwan/shared/search/analyze';
import { expect, test } from 'vitest';
import { analysis } from './drain.ts';
import { aDocument, market } from './documents.factory.ts';
import { recall } from './recall.factory.ts';

const measured = aDocument({ id: 'measured', titles: ['延伸率 12 % 铜箔 φ50，-40 ℃～85 °C', '１２ μm × 50 mm'], body: ['含水率 ≤ 12%', 'a_b · 99.99 ％'] });

// A question is cut as its index was: one cut otherwise finds nothing of what stood there before the update.
test('when text is cut otherwise than before, every index is built anew: raise `analysis` with what is expected here', () => {
  const texts = [measured, ...market, ...recall.map(({ id, title, asked }) => aDocument({ id, titles: [title, asked.traditional, asked.english] }))];
  const cut = createHash('sha256').update(JSON.stringify(texts.map(analyze))).digest('hex').slice(0, 16);
  expect({ analysis, cut }).toEqual({ analysis: '6', cut: 'fbf9a819942d9b52' });
});
