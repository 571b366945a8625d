import type { FastifyInstance } from 'fastify';
import { health } from '@ganwan/shared/health/contract';
import { Failure } from '#platform/failure';
import { serve } from '#platform/http';

export interface Readiness {
  stopping: boolean;
  databaseAnswers(): Promise<boolean>;
}

export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  serve(app, health, {
    live: () => ({ ok: true as const }),
    ready: async () => {
      if (readiness.stopping || !(await readiness.databaseAnswers())) throw new Failure('unavailable');
      return { ok: true as const };
    },
  });
}
