import swagger from '@fastify/swagger';
import apiReference from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';

/** Registered before the routes, so that every one of them is in `/api/openapi.json`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Ganwan', version: '1.0.0', description: 'Supply-chain matchmaking between Jiangxi and the Greater Bay Area. Errors are codes; see the failure body.' } },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.register(apiReference, { routePrefix: '/api/docs', configuration: { url: '/api/openapi.json' } });
}
