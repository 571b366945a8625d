import type { FastifyInstance } from 'fastify';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { serve } from '#platform/http';
import type { enterpriseService } from './service.ts';

export function enterpriseRoutes(app: FastifyInstance, service: ReturnType<typeof enterpriseService>): void {
  serve(app, enterprises, {
    create: ({ actor, body }) => service.create(actor, body),
    show: ({ params }) => service.show(params.id),
  });
}
