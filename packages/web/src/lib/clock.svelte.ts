/** The time as screens tell it, moved on every half minute in the browser; the only place that asks the machine. */
class Clock {
  #now = $state(new Date());
  #timer: ReturnType<typeof setInterval> | undefined;

  get now(): Date {
    return this.#now;
  }

  /** The exact moment, for something that happens now. */
  moment(): Date {
    return new Date();
  }

  /** Call in an effect of a screen that shows "today"; the answer stops it. */
  run(): () => void {
    this.#now = new Date();
    this.#timer ??= setInterval(() => (this.#now = new Date()), 30_000);
    return () => {
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }
}

export const clock = new Clock();
