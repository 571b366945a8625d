import type { FastifyInstance } from 'fastify';
import { listings } from '@ganwan/shared/listings/contract';
import { serve } from '#platform/http';
import type { listingService } from './service.ts';

export function listingRoutes(app: FastifyInstance, service: ReturnType<typeof listingService>): void {
  serve(app, listings, {
    create: ({ actor, body }) => service.create(actor, body),
    listOwn: ({ actor, query }) => service.listOwn(actor, query),
    listEnding: ({ actor, query }) => service.listEnding(actor, query),
    showOwn: ({ actor, params }) => service.showOwn(actor, params.id),
    edit: ({ actor, params, body }) => service.edit(actor, params.id, body),
    publish: ({ actor, params, body }) => service.publish(actor, params.id, body.revision),
    pause: ({ actor, params, body }) => service.pause(actor, params.id, body.revision),
    archive: ({ actor, params, body }) => service.archive(actor, params.id, body.revision),
    openings: ({ actor, params }) => service.openings(actor, params.id),
    show: ({ params }) => service.show(params.id),
    showMany: async ({ query }) => ({ items: await service.showMany(query.ids) }),
    versions: ({ actor, params, query }) => service.versions(actor, params.id, query),
    difference: ({ actor, params }) => service.difference(actor, params.id, params.from, params.to),
    ofEnterprise: ({ params, query }) => service.listOfEnterprise(params.id, query),
  });
}
