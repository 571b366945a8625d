/** The only source of the present, so that a test can stand at another day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export function stoppedClock(at: Date): Clock & { set(at: Date): void } {
  let current = at;
  return { now: () => current, set: (next) => void (current = next) };
}
