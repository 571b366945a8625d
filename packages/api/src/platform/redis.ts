import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { ServerOptions } from 'socket.io';
import { within } from './server.ts';
import { StartRefusal } from './start-refusal.ts';

export interface Relay {
  adapter: NonNullable<ServerOptions['adapter']>;
  close(): void;
}

/**
 * Waits for Redis before the product starts.
 * @param patienceMs How long to wait for a server that does not answer yet.
 * @throws StartRefusal when the server does not answer, or refuses the name, the password or the database's number.
 */
export async function reachRedis(url: string, patienceMs = 10_000): Promise<void> {
  const client = new Redis(url, { connectTimeout: 3000, retryStrategy: () => 500 });
  let reason = 'no answer';
  try {
    const answer = await within(patienceMs, new Promise<'ready' | 'refused'>((tell) => {
      client.once('ready', () => tell('ready'));
      client.on('error', (error: Error & { code?: string }) => {
        reason = error.message;
        // What the server itself refuses does not get better by waiting, nor does a name that nobody knows.
        if (error.name === 'ReplyError' || error.code === 'ENOTFOUND') tell('refused');
      });
    }), 'late');
    if (answer !== 'ready') throw new StartRefusal(`Redis at ${new URL(url).host} cannot be used (${reason}); check REDIS_URL.`);
  } finally {
    client.disconnect();
  }
}

/**
 * Carries events to the sockets of the other processes. Redis may go away: then events stay in this
 * process, both ends connect again by themselves, and the features heal what was missed.
 */
export function openRelay(url: string, log: (error: Error) => void): Relay {
  const retryStrategy = (attempt: number) => Math.min(attempt * 100, 1000);
  const subscriber = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  // What cannot be said now is not said later: old news would arrive after newer.
  const publisher = new Redis(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false, retryStrategy });
  for (const client of [subscriber, publisher]) client.on('error', log);
  return {
    adapter: createAdapter(quiet(publisher), quiet(subscriber)),
    close: () => {
      subscriber.disconnect();
      publisher.disconnect();
    },
  };
}

const spoken = ['publish', 'subscribe', 'psubscribe', 'unsubscribe', 'punsubscribe'];

/** The adapter lets go of what these promise; a refusal while Redis is away would end the process. */
function quiet(client: Redis): Redis {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...args: unknown[]) => unknown;
      return spoken.includes(String(name)) ? (...args: unknown[]) => (call(...args) as Promise<unknown>).catch(() => undefined) : call;
    },
  });
}
