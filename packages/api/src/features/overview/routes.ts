import type { FastifyInstance } from 'fastify';
import { overview } from '@ganwan/shared/overview/contract';
import { serve } from '#platform/http';
import type { overviewService } from './service.ts';

export function overviewRoutes(app: FastifyInstance, service: ReturnType<typeof overviewService>): void {
  serve(app, overview, { show: () => service.show() });
}
