import type { FastifyInstance } from 'fastify';
import type { Auth } from './auth.ts';

/** better-auth answers everything under /api/auth itself. */
export function accountRoutes(app: FastifyInstance, auth: Auth, origin: string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.append(name, value);
      headers.set('x-real-ip', request.ip);
      const body = request.method === 'POST' && request.body !== undefined ? JSON.stringify(request.body) : undefined;
      const answer = await auth.handler(new Request(new URL(request.url, origin), { method: request.method, headers, ...(body !== undefined && { body }) }));
      reply.status(answer.status);
      answer.headers.forEach((value, name) => void (name !== 'set-cookie' && reply.header(name, value)));
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.serializer(String).send(await answer.text());
    },
  });
}
