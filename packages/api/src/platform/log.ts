import type { FastifyServerOptions } from 'fastify';

/** Bodies and query strings are never logged; headers that carry secrets are cut out wherever a header object appears. */
export const logOptions = (level: string): FastifyServerOptions['logger'] =>
  level === 'silent' ? false : {
    level,
    redact: { paths: ['*.headers.cookie', '*.headers.authorization', 'headers.cookie', 'headers.authorization', '*.password', '*.token'], censor: '[redacted]' },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?')[0] }),
    },
  };
