import type { Pair } from './crowd.ts';

/** The servers that keep each message in a commit of its own; see `chat-inserts.ts`. */
export const insertKinds = ['insert', 'insertTransaction', 'insertTenBare', 'insertOneBare'] as const;
export type InsertKind = (typeof insertKinds)[number];

/** `durable` is the product, `raw` a bare relay. */
export const kinds = ['raw', 'durable', ...insertKinds] as const;
export type Kind = (typeof kinds)[number];

/** What the processes of the chat bench say to each other. */
export interface Ready { address: string }

export type ToServer = { ask: 'memory' } | { ask: 'stop' };
export interface Memory { bytes: number }

export type ToClient =
  | { ask: 'flood'; address: string; pairs: Pair[]; inFlight: number; warmMs: number; ms: number }
  | { ask: 'rate'; address: string; pairs: Pair[]; perSecond: number; warmMs: number; ms: number }
  | { ask: 'idle'; address: string; pairs: Pair[]; sockets: number }
  | { ask: 'hang up' };

export interface Flooded { perSecond: number }
export interface Rated { perSecond: number; p50Ms: number; p99Ms: number }
