import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import type { FailureBody } from '@ganwan/shared/failures';
import { v7 as uuidv7 } from 'uuid';
import { headersOf } from './headers.ts';
import { logOptions } from './log.ts';

/**
 * Deadlines of every request, in milliseconds. The handler's is shorter than a browser's patience and
 * longer than the database's (`requestLimits`), so that the database's own failure is the one told.
 */
export const deadlines = {
  headers: 15_000,
  /** The whole request with its body; a catalogue of a million rows over a slow line must fit. */
  request: 900_000,
  /** A connection on which nothing happens. */
  idle: 75_000,
  /** Between two requests of one connection. */
  keepAlive: 72_000,
  handler: 28_000,
  /** A handler that reads an upload runs as long as the upload does. */
  upload: 900_000,
  /** Requests that are under way when the process is told to stop. */
  finish: 20_000,
} as const;

/** @param proxies How many proxies stand in front, whose word on the reader's address is believed. */
export function serverOptions({ logLevel, proxies }: { logLevel: string; proxies: number }): FastifyHttpOptions<Server> {
  return {
    logger: logOptions(logLevel) ?? false,
    genReqId: () => uuidv7(),
    trustProxy: (_, hop) => hop < proxies,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    connectionTimeout: deadlines.idle,
    keepAliveTimeout: deadlines.keepAlive,
    requestTimeout: deadlines.request,
    handlerTimeout: deadlines.handler,
    http: { headersTimeout: deadlines.headers, connectionsCheckingInterval: 2_000 },
  };
}

/** An address that no router reads leads nowhere, in the words of every other failure; it comes before all hooks. */
function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(404).headers(headersOf(request.id)).type('application/json').send(JSON.stringify({ code: 'not_found', requestId: request.id } satisfies FailureBody));
}

/** Ends connections as their requests end, and all of them at the deadline. Returns the way to stop doing so. */
export function finishConnections(server: Server): () => void {
  // Closing a server spares the connections that are busy at that moment, and clients keep them open afterwards.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const all = setTimeout(() => server.closeAllConnections(), deadlines.finish);
  return () => {
    clearInterval(idle);
    clearTimeout(all);
  };
}

/** `work`, or `late` when it takes longer than so many milliseconds. */
export async function within<T>(ms: number, work: Promise<T>, late: T): Promise<T> {
  const deadline = Promise.withResolvers<T>();
  const timer = setTimeout(() => deadline.resolve(late), ms);
  try {
    return await Promise.race([work, deadline.promise]);
  } finally {
    clearTimeout(timer);
  }
}
