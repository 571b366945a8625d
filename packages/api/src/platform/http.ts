import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { FailureBody, failures } from '@ganwan/shared/failures';
import type { Contract, Received, Returned, Route } from '@ganwan/shared/route';
import { admit, type Actor, type Identify, type Member } from './actor.ts';
import { describeError } from './http-errors.ts';
import { Failure } from './failure.ts';
import { makePlain } from './plain-input.ts';
import { deadlines } from './server.ts';

declare module 'fastify' {
  interface FastifyRequest { actor: Actor | undefined }
  interface FastifyContextConfig { route?: Route }
}

type ActorFor<R extends Route> = R['access'] extends 'anyone' ? Actor | undefined
  : R['access'] extends 'person' | 'organiser' | 'administrator' ? Actor
  : Member;

/** A route that streams sends through the reply and hands it back. */
type Answer<R extends Route> = R extends { stream: string } ? FastifyReply : Returned<R>;

/** A handler gets what the route declares, already parsed, and who asks, already admitted. */
export type Handlers<C extends Contract> = {
  [K in keyof C]: (input: Received<C[K]> & { actor: ActorFor<C[K]>; request: FastifyRequest; reply: FastifyReply }) => Answer<C[K]> | Promise<Answer<C[K]>>;
};

export function prepare(app: FastifyInstance, identify: Identify, receiveMs = 30_000): void {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('actor', undefined);
  app.addHook('onRequest', async (request) => {
    refuseForeignPages(request);
    if (request.routeOptions.config.route) request.actor = await identify(request.headers, request.ip);
  });
  app.addHook('onRequest', async (request) => endSlowSender(request, receiveMs));
  app.setErrorHandler((error, request, reply) => {
    const { code, fields } = describeError(error);
    // A refusal on purpose explains itself.
    if (failures[code] >= 500 && !(error instanceof Failure)) request.log[code === 'unexpected' ? 'error' : 'warn']({ err: error }, code);
    return reply.code(failures[code]).type('application/json').serializer(JSON.stringify).send({ code, requestId: request.id, ...(fields && { fields }) } satisfies FailureBody);
  });
}

/** Serves every route of a contract; a missing handler does not compile. */
export function serve<C extends Contract>(app: FastifyInstance, contract: C, handlers: Handlers<C>): void {
  for (const [name, route] of Object.entries(contract)) {
    app.route({
      method: route.method,
      url: route.path,
      config: { route, ...(route.rate && { rateLimit: { max: route.rate } }) },
      ...(route.upload && { handlerTimeout: deadlines.upload }),
      schema: {
        summary: route.summary,
        operationId: `${route.path.split('/')[2] ?? ''}_${name}`,
        tags: [route.path.split('/')[2] ?? ''],
        ...(route.params && { params: route.params }),
        ...(route.query && { querystring: route.query }),
        ...(route.body && { body: route.body }),
        response: { ...(!route.stream && { 200: route.response }), default: FailureBody },
      },
      // Before the body is read and judged: a stranger learns nothing from validation, and sends nothing large.
      preParsing: async (request) => void admit(route.access, request.actor),
      preValidation: async ({ params, query, body }) => [params, query, body].forEach(makePlain),
      handler: (request, reply) => {
        const { params, query, body, actor } = request;
        return handlers[name as keyof C]({ params, query, body, actor, request, reply } as never);
      },
    });
  }
}

/** Browsers say where a request comes from; a page of another site may not change anything here. */
function refuseForeignPages(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new Failure('not_allowed');
}

/** A body has this long to arrive whole; only an upload may take as long as the server allows any request. */
function endSlowSender({ raw, method, routeOptions }: FastifyRequest, receiveMs: number): void {
  if (method === 'GET' || method === 'HEAD' || routeOptions.config.route?.upload) return;
  const deadline = setTimeout(() => raw.destroy(), receiveMs).unref();
  for (const end of ['end', 'close']) raw.once(end, () => clearTimeout(deadline));
}
