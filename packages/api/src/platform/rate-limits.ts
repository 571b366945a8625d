import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { Failure } from './failure.ts';

export interface RequestRates {
  /** For one person on one route, or for one address when nobody is signed in; a route may say its own. */
  perPerson: number;
  /** For one address in all, counted before anybody is looked up: an office shares one. */
  perAddress: number;
}

export const houseRates: RequestRates = { perPerson: 600, perAddress: 6000 };

/**
 * Requests a minute, counted in Redis when there is one so that several processes count together.
 * Call before anything else is hooked in. Without an answer from Redis everybody is let in.
 */
export async function limitRates(app: FastifyInstance, { perPerson, perAddress }: RequestRates, redisUrl: string | undefined): Promise<void> {
  const redis = redisUrl === undefined ? undefined : new Redis(redisUrl, { connectTimeout: 1000, commandTimeout: 500, maxRetriesPerRequest: 0, enableOfflineQueue: false });
  redis?.on('error', (error) => app.log.warn({ err: error }, 'rates are not counted together'));
  if (redis) app.addHook('onClose', () => redis.disconnect());
  await app.register(rateLimit, {
    max: perPerson,
    timeWindow: 60_000,
    keyGenerator: (request) => request.actor?.person.id ?? request.ip,
    errorResponseBuilder: () => new Failure('too_many_requests'),
    skipOnError: true,
    nameSpace: 'ganwan-rate-',
    ...(redis && { redis }),
  });
  const ofAddress = app.createRateLimit({ max: perAddress, timeWindow: 60_000, keyGenerator: (request) => `address:${request.ip}`, skipOnError: true });
  app.addHook('onRequest', async (request, reply) => {
    if (isAsset(request)) return;
    const { isAllowed, ...rest } = await ofAddress(request);
    if (isAllowed || !('isExceeded' in rest) || !rest.isExceeded) return;
    reply.header('retry-after', rest.ttlInSeconds);
    throw new Failure('too_many_requests');
  });
}

/** One page asks for dozens of these, and they cost next to nothing. */
const isAsset = (request: FastifyRequest): boolean => request.url.startsWith('/_app/');
