import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const from = join(import.meta.dirname, 'messages');
const to = join(import.meta.dirname, '.messages');

/**
 * Words are written by area, `messages/<area>/<locale>.json`, and compiled from one file a language: the
 * compiler's time grows with words times files (ten files took a minute of computing, one takes six seconds).
 */
export function gatherMessages(): void {
  mkdirSync(to, { recursive: true });
  const areas = readdirSync(from).sort();
  for (const locale of ['zh-Hans', 'zh-Hant', 'en']) {
    const words = areas.map((area) => JSON.parse(readFileSync(join(from, area, `${locale}.json`), 'utf8')) as Record<string, unknown>);
    writeFileSync(join(to, `${locale}.json`), JSON.stringify(Object.assign({}, ...words)));
  }
}

if (import.meta.main) gatherMessages();
