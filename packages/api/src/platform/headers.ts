import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

const nothing = "default-src 'none'; frame-ancestors 'none'";
// The reference page brings its script with it and configures it inline.
const reference = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** What every answer tells browsers; answers of the API run nothing, and say which request they belong to. */
export async function protectAnswers(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: false, referrerPolicy: { policy: 'same-origin' } });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('content-security-policy', request.url.startsWith('/api/docs') ? reference : nothing);
  });
}

/** The same for pages, which answer around Fastify; their content policy with its nonce is SvelteKit's own. */
export function protectPage(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined && name !== 'content-security-policy') reply.raw.setHeader(name, value);
  }
}
