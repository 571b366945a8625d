import type { Pair } from './crowd.ts';

/** What the three processes of the chat bench say to each other. */
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
