import { DrizzleQueryError } from 'drizzle-orm';
import type { FastifyServerOptions } from 'fastify';
import { stdSerializers } from 'pino';

/** What broke, without the values: a failed query tells them in its message, the database in its details. */
function errorOf(error: Error) {
  const failedQuery = error instanceof DrizzleQueryError && error.cause instanceof Error ? error : undefined;
  const { type, message, stack, ...rest } = stdSerializers.err(failedQuery?.cause ?? error);
  const told = Object.entries(rest as Record<string, unknown>).filter(([name]) => !['params', 'parameters', 'detail', 'where'].includes(name));
  return { type, message, stack, ...Object.fromEntries(told), ...(failedQuery && { query: failedQuery.query }) };
}

/** Bodies and query strings are never logged; headers that carry secrets are cut out wherever a header object appears. */
export const logOptions = (level: string): FastifyServerOptions['logger'] =>
  level === 'silent' ? false : {
    level,
    redact: { paths: ['*.headers.cookie', '*.headers.authorization', 'headers.cookie', 'headers.authorization', '*.password', '*.token'], censor: '[redacted]' },
    serializers: {
      err: errorOf,
      req: (request: { id: string; method: string; url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?')[0] }),
    },
  };
