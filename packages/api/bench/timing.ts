import { performance } from 'node:perf_hooks';

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
export const rounded = (ms: number): number => Math.round(ms * 100) / 100;

export interface Latency { p50: number; p99: number }

/** Milliseconds of each call, one after the other. */
export async function timed<T>(asked: readonly T[], call: (one: T) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (const one of asked) {
    const from = performance.now();
    await call(one);
    took.push(performance.now() - from);
  }
  return took;
}

/** Each contender in turn in every round, so that a noisy minute touches all of them; medians over the rounds. */
export async function interleaved<Name extends string>(rounds: number, contenders: Record<Name, (round: number) => Promise<number[]>>): Promise<Record<Name, Latency>> {
  const names = Object.keys(contenders) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as Latency[]])) as Record<Name, Latency[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const took = await contenders[name](round);
      seen[name].push({ p50: percentile(took, 0.5), p99: percentile(took, 0.99) });
    }
  }
  return Object.fromEntries(names.map((name) => [name, { p50: rounded(median(seen[name].map((l) => l.p50))), p99: rounded(median(seen[name].map((l) => l.p99))) }])) as Record<Name, Latency>;
}
