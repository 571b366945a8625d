import type { FastifyInstance, InjectOptions } from 'fastify';

/** Answers an API request without the network: how the server-rendered pages call the API, on behalf of whoever asked for the page. */
export type CallApi = (request: Request) => Promise<Response>;

export const inProcessApi = (app: FastifyInstance, remoteAddress: string): CallApi => async (request) => {
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const payload = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
  const answer = await app.inject({ method: request.method as NonNullable<InjectOptions['method']>, url: url.pathname + url.search, remoteAddress, headers: { ...headers, host: headers['host'] ?? url.host }, ...(payload && { payload }) });
  const out = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) for (const one of [value].flat()) if (one !== undefined) out.append(name, String(one));
  const empty = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: out });
};
