/** `burst` at once, refilled at `perSecond`. */
export interface Rate { burst: number; perSecond: number }

/** One allowance per key. Keys that are full again are forgotten, so that memory follows who is active. */
export function allowances({ burst, perSecond }: Rate, now: () => number = () => performance.now()) {
  const spent = new Map<string, { amount: number; at: number }>();
  let swept = now();

  const left = (key: string, at: number) => {
    const last = spent.get(key);
    return last ? Math.max(0, last.amount - ((at - last.at) / 1000) * perSecond) : 0;
  };

  return {
    /** Whether one more is allowed now; if so it is counted. */
    take(key: string): boolean {
      const at = now();
      if (at - swept > 60_000) {
        for (const known of spent.keys()) if (left(known, at) === 0) spent.delete(known);
        swept = at;
      }
      const amount = left(key, at);
      if (amount + 1 > burst) return false;
      spent.set(key, { amount: amount + 1, at });
      return true;
    },
  };
}
