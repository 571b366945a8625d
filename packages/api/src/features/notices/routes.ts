import type { FastifyInstance } from 'fastify';
import { notices } from '@ganwan/shared/notices/contract';
import { serve } from '#platform/http';
import type { noticeService } from './service.ts';

export function noticeRoutes(app: FastifyInstance, service: ReturnType<typeof noticeService>): void {
  serve(app, notices, {
    list: ({ actor, query }) => service.list(actor, query),
    read: ({ actor, params }) => service.read(actor, params.id),
  });
}
