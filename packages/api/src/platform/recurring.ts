/**
 * Does `work` now and again every so often, never twice at once; a failure is reported and the next turn comes.
 * `stop` waits for the turn that is under way.
 */
export function recurring({ everyMs, work, failed }: { everyMs: number; work: () => Promise<unknown>; failed: (error: unknown) => void }): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const turn = () => {
    running = work().catch(failed).finally(() => {
      if (!stopped) timer = setTimeout(turn, everyMs).unref();
    });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
