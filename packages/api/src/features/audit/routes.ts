import type { FastifyInstance } from 'fastify';
import { audit } from '@ganwan/shared/audit/contract';
import { serve } from '#platform/http';
import type { auditService } from './service.ts';

export function auditRoutes(app: FastifyInstance, service: ReturnType<typeof auditService>): void {
  serve(app, audit, { list: ({ query }) => service.list(query) });
}
