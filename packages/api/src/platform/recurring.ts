export interface Recurring {
  /** The next turn comes at once, or right after the one that is under way. */
  wake(): void;
  /** Waits for the turn that is under way. */
  stop(): Promise<void>;
}

/** Does `work` now and again every so often, never twice at once; a failure is reported and the next turn comes. */
export function recurring({ everyMs, work, failed }: { everyMs: number; work: () => Promise<unknown>; failed: (error: unknown) => void }): Recurring {
  let running: Promise<unknown> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  let stopped = false;
  const turn = () => {
    clearTimeout(timer);
    wanted = false;
    running = work().catch(failed).finally(() => {
      running = undefined;
      if (stopped) return;
      if (wanted) turn();
      else timer = setTimeout(turn, everyMs).unref();
    });
  };
  turn();
  return {
    wake() {
      wanted = true;
      if (!running && !stopped) turn();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
