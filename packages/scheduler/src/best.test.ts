import { example } from '@ganwan/shared/schedule/example';
import { Problem } from '@ganwan/shared/schedule/problem';
import { expect, test } from 'vitest';
import { check } from '#check/check';
import { Best } from './best.ts';

const { figures } = check(Problem.parse(example), { meetings: [] });
const worth = (breaks: number) => ({ ...figures, breaks });

test('a schedule that has come is kept, though a better one was heard of that never came', () => {
  const best = new Best();
  expect(best.hear(worth(2), null)).toBe(true);
  expect(best.hear(worth(5), [])).toBe(false);
  expect(best.whole).toEqual({ meetings: [], figures: worth(5) });
  expect(best.figures).toEqual(worth(2));
});

test('the meetings to the best figures are news, and so is what is better; the same again is not', () => {
  const best = new Best();
  best.hear(worth(2), null);
  expect([best.hear(worth(2), []), best.hear(worth(2), []), best.hear(worth(3), null), best.hear(worth(1), null)]).toEqual([true, false, false, true]);
});
