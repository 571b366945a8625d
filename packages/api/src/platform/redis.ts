import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { ServerOptions } from 'socket.io';

export interface Relay {
  adapter: NonNullable<ServerOptions['adapter']>;
  close(): void;
}

/**
 * Carries events to the sockets of the other processes. Redis may be away, at the start too: then
 * events stay in this process, both ends connect again by themselves, and the features heal what was missed.
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
