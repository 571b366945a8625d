import { z } from 'zod';
import { contract } from '../route.ts';

export const health = contract({
  live: { method: 'GET', path: '/api/health/live', summary: 'The process runs.', access: 'anyone', response: z.object({ ok: z.literal(true) }) },
  ready: { method: 'GET', path: '/api/health/ready', summary: 'The process can serve: the database answers and it is not stopping. 503 otherwise.', access: 'anyone', response: z.object({ ok: z.literal(true) }) },
});
