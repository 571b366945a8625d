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
  // The adapter lets go of the promise; a refusal would end the process.
  const publish = (channel: string, message: string | Buffer) => publisher.publish(channel, message).catch(() => 0);
  const quietPublisher = new Proxy(publisher, { get: (target, name) => (name === 'publish' ? publish : bound(target, Reflect.get(target, name))) });
  return {
    adapter: createAdapter(quietPublisher, subscriber),
    close: () => {
      subscriber.disconnect();
      publisher.disconnect();
    },
  };
}

const bound = (target: Redis, value: unknown): unknown => (typeof value === 'function' ? value.bind(target) : value);
