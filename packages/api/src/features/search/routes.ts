import type { FastifyInstance } from 'fastify';
import { search as contract } from '@ganwan/shared/search/contract';
import { serve } from '#platform/http';
import type { searchService } from './service.ts';

export function searchRoutes(app: FastifyInstance, service: ReturnType<typeof searchService>): void {
  serve(app, contract, {
    search: ({ query }) => service.search(query),
    suggest: async ({ query }) => ({ suggestions: await service.suggest(query.q, query.locale) }),
  });
}
