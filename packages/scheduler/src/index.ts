import { Worker } from 'node:worker_threads';
import { Unknown } from '#repair/changed';
import type { Answer, Answers } from './thread.ts';

export { type Progress, solve, type Solving } from './solve.ts';
export { Unknown };

interface Asking {
  /** Ends the work, which is then rejected with the signal's reason. */
  signal?: AbortSignal;
}
type Asked<Name extends keyof Answers> = (...given: [...Parameters<Answers[Name]>, asking?: Asking]) => Promise<Awaited<ReturnType<Answers[Name]>>>;

/** What breaks a rule, and the figures. See `check/check.ts`. */
export const check: Asked<'check'> = (problem, schedule, asking) => inThread('check', [problem, schedule], asking);
/** Why a wish found no place, and the smallest thing that would place it. See `explain/explain.ts`. @throws RangeError when there is no such wish. */
export const explain: Asked<'explain'> = (problem, schedule, wish, asking) => inThread('explain', [problem, schedule, wish], asking);
/** The schedule after what happened, with as few meetings moved as can be. See `repair/repair.ts`. @throws Unknown when a change names nobody. */
export const repair: Asked<'repair'> = (problem, schedule, day, asking) => inThread('repair', [problem, schedule, day], asking);

const refusals: Record<string, new (message: string) => Error> = { RangeError, Unknown };

/** In a thread of its own: a week of 1,500 people takes up to two seconds, in which the asking process must go on answering. */
function inThread<Name extends keyof Answers>(name: Name, given: Parameters<Answers[Name]>, { signal }: Asking = {}): ReturnType<Asked<Name>> {
  const asked = new Promise<unknown>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { name, given } });
    const stop = () => {
      reject(signal!.reason as Error);
      void thread.terminate();
    };
    signal?.addEventListener('abort', stop);
    thread.on('message', (answer: Answer) => {
      if ('found' in answer) resolve(answer.found);
      else reject(new (refusals[answer.refused] ?? Error)(answer.message));
    });
    thread.on('error', reject);
    thread.on('exit', () => {
      signal?.removeEventListener('abort', stop);
      reject(new Error('the thread ended without an answer'));
    });
  });
  return asked as ReturnType<Asked<Name>>;
}
