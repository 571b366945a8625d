import type { FastifyInstance } from 'fastify';
import { conversations } from '@ganwan/shared/conversations/contract';
import { serve } from '#platform/http';
import type { conversationService } from './service.ts';

export function conversationRoutes(app: FastifyInstance, service: ReturnType<typeof conversationService>): void {
  serve(app, conversations, {
    open: ({ actor, body }) => service.open(actor, body.listingId),
    list: ({ actor, query }) => service.list(actor, query),
    unread: ({ actor }) => service.unread(actor),
    catchUp: ({ actor, body }) => service.catchUp(actor, body.conversations),
    show: ({ actor, params }) => service.show(actor, params.id),
    listing: ({ actor, params }) => service.listing(actor, params.id),
    messages: ({ actor, params, query }) => service.messages(actor, params.id, query),
    send: ({ actor, params, body }) => service.send(actor, params.id, body),
    read: ({ actor, params, body }) => service.read(actor, params.id, body.seq),
    admit: ({ actor, params }) => service.admit(actor, params.id, params.personId),
    remove: ({ actor, params }) => service.remove(actor, params.id, params.personId),
  });
}
