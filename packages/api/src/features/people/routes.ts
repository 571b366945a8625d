import type { FastifyInstance } from 'fastify';
import { people } from '@ganwan/shared/people/contract';
import { done } from '@ganwan/shared/values';
import { serve } from '#platform/http';
import type { personService } from './service.ts';

export function personRoutes(app: FastifyInstance, service: ReturnType<typeof personService>): void {
  serve(app, people, {
    me: ({ actor }) => service.me(actor),
    edit: ({ actor, body }) => service.edit(actor, body),
    sessions: ({ actor, query }) => service.sessions(actor, query),
    endSession: ({ actor, params }) => service.endSession(actor, params.id).then(() => done),
    endOtherSessions: ({ actor }) => service.endOtherSessions(actor),
    search: ({ query }) => service.search(query),
    grant: ({ actor, params, body }) => service.grant(actor, params.id, body.role),
  });
}
