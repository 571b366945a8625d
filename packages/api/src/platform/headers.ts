import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

const nothing = "default-src 'none'; frame-ancestors 'none'";
/** For an answer that is made before any hook has run. */
export const headersOf = (requestId: string) => ({ 'x-request-id': requestId, 'cache-control': 'private, no-store', 'content-security-policy': nothing, 'x-content-type-options': 'nosniff' });
// The reference page brings its script with it and configures it inline.
const reference = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** What every answer tells browsers; answers of the API run nothing, are kept by nobody unless a route says otherwise, and say which request they belong to. */
export async function protectAnswers(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: false, referrerPolicy: { policy: 'same-origin' } });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'private, no-store');
    reply.header('content-security-policy', request.url.startsWith('/api/docs') ? reference : nothing);
  });
}

/** The web's own: its content policy has a nonce, and it knows which of its answers may be kept. */
const ofPages = new Set(['content-security-policy', 'cache-control']);

/** The same for pages, which answer around Fastify. */
export function protectPage(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined && !ofPages.has(name)) reply.raw.setHeader(name, value);
  }
}
