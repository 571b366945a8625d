import { DrizzleQueryError } from 'drizzle-orm';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { logOptions } from './log.ts';

test('a query that failed is told without its values', () => {
  const lines: string[] = [];
  const { log } = Fastify({ logger: { ...(logOptions('error') as object), stream: { write: (line: string) => void lines.push(line) } } });
  const refused = Object.assign(new Error('a column must not be empty'), { code: '23502', detail: 'Failing row contains (a secret).', where: 'JSON data, line 1: a secret' });
  log.error({ err: new DrizzleQueryError('insert into people values ($1)', ['a secret'], refused) }, 'unexpected');
  log.error({ err: refused }, 'unexpected');
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toContain('a column must not be empty');
  expect(lines[0]).toContain('insert into people values ($1)');
  expect(lines.join('')).toContain('23502');
  expect(lines.join('')).not.toContain('a secret');
});
