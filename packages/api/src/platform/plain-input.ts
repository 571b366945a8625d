import { plainText } from '@ganwan/shared/values';

/**
 * Makes every text in what a caller sent a plain one, in place. PostgreSQL refuses NUL and half characters, and which
 * of many fields held them would help nobody: people paste them without knowing. As deep as it goes, without recursion.
 */
export function makePlain(input: unknown): void {
  const waiting = [input];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    const holder = one as Record<string, unknown>;
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === 'string') holder[key] = plainText(value);
      else waiting.push(value);
    }
  }
}
