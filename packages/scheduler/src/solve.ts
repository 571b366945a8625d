import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { type Bounds, type Figures, type Level, levels, risesIn, type Schedule } from '@ganwan/shared/schedule/schedule';
import { Worker } from 'node:worker_threads';
import { check } from '#check/check';
import { noBounds } from '#proof/counting';
import type { Proof } from '#proof/prove';
import { Best } from './best.ts';
import { Desk } from './desk.ts';
import type { Report, Task } from './worker.ts';

/** Milliseconds that a timer can wait at most: 24 days. */
const longest = 2 ** 31 - 1;

export interface Progress {
  /** Since the beginning. */
  seconds: number;
  steps: number;
  /** Of the best schedule so far; null before there is one. */
  figures: Figures | null;
  bounds: Bounds;
}

export interface Solving {
  /** Ends the work when they are over, whatever has been found; 60 unless told, and with `steps` no end unless told. */
  seconds?: number;
  seed?: number;
  /**
   * Search so many steps and prove only what counting tells: the schedule then follows from problem, seed and steps on
   * any machine, unless the seconds end it.
   */
  steps?: number;
  /** The best so far is kept when it is aborted. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/**
 * The best schedule that can be found in time, with what is proven about it. Works in threads of its own: one improves
 * schedules by local search, one proves bounds by SAT (or, where that is hopeless, searches from another seed), and each
 * knows what the other has found. Ends early when nothing better can be. Rejects with a `RangeError` when seconds, seed
 * or steps are no such number, and with what `onProgress` throws.
 */
export async function solve(problem: Problem, { steps, seconds = steps === undefined ? 60 : Infinity, seed = 1, signal, onProgress }: Solving = {}): Promise<Schedule> {
  if (!(seconds >= 0)) throw new RangeError(`expected seconds from 0, found ${seconds}`);
  if (!Number.isInteger(seed)) throw new RangeError(`expected a whole number as seed, found ${seed}`);
  if (steps !== undefined && !(steps >= 0)) throw new RangeError(`expected steps from 0, found ${steps}`);
  const began = performance.now();
  const desk = new Desk();
  const open = (role: Task['role']) => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { role, problem, seed, steps: steps ?? null, memory: desk.memory } satisfies Task });
  const threads = steps === undefined ? [open('search'), open('prove')] : [open('search')];
  let patience: NodeJS.Timeout | undefined;
  let isProving = true;
  const stop = () => {
    desk.stop();
    // A proof that is writing down its clauses does not listen; what it found, it has told.
    patience ??= setTimeout(() => isProving && void threads[1]?.terminate(), 1000);
  };
  const clock = setTimeout(stop, Math.min(seconds * 1000, longest));
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();

  let bounds = noBounds();
  const best = new Best();
  let proof: Pick<Proof, 'status' | 'bounds' | 'reason'> | null = null;
  let done = 0;
  const progress = () => onProgress?.({ seconds: (performance.now() - began) / 1000, steps: done, figures: best.figures, bounds });
  const take = (meetings: PlacedMeeting[] | null, figures: Figures) => {
    if (!best.hear(figures, meetings)) return false;
    desk.write(figures);
    if (levels.every((level) => bounds[level] === figures[level])) stop();
    progress();
    return true;
  };
  const hear = (report: Report, [searcher]: Worker[]) => {
    if (report.kind === 'bounds') bounds = tighter(bounds, report.bounds);
    else if (report.kind === 'bound') {
      bounds = { ...bounds, [report.level]: report.bound };
      progress();
    } else if (report.kind === 'better') {
      done = report.steps;
      take(null, report.figures);
    } else if (report.kind === 'searched') {
      done = report.steps;
      if (report.meetings) take(report.meetings, report.figures);
    } else if (report.kind === 'found') {
      if (take(report.meetings, report.figures)) searcher!.postMessage(report.meetings);
    } else {
      proof = report.proof;
      isProving = false;
      bounds = tighter(bounds, proof.bounds);
      if (proof.status === 'optimal' || proof.status === 'infeasible') stop();
    }
  };
  try {
    await Promise.all(threads.map((thread) => finished(thread, (report) => hear(report, threads))));
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', stop);
    desk.stop();
    clearTimeout(patience);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return verdict(problem, best, bounds, proof);
}

function finished(thread: Worker, hear: (report: Report) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('message', (report: Report) => {
      try {
        hear(report);
      } catch (error) {
        reject(error);
      }
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve());
  });
}

function verdict(problem: Problem, { whole, figures: heard }: Best, bounds: Bounds, proof: Pick<Proof, 'status' | 'reason'> | null): Schedule {
  if (whole) {
    const { meetings, figures } = whole;
    const isAt = (best: Record<Level, number | null> | null) => levels.every((level) => best?.[level] === figures[level]);
    const proven = (proof?.status === 'optimal' && isAt(heard)) || isAt(bounds);
    return { status: proven ? 'optimal' : 'feasible', meetings, figures, bounds, reason: null };
  }
  const infeasible = proof?.status === 'infeasible';
  return { status: infeasible ? 'infeasible' : 'unknown', meetings: [], figures: check(problem, { meetings: [] }).figures, bounds: infeasible ? noBounds() : bounds, reason: proof?.reason ?? null };
}

/** Of two proven bounds the one that says more. */
function tighter(one: Bounds, other: Bounds): Bounds {
  const bounds = { ...one };
  for (const level of levels) {
    const [mine, theirs] = [one[level], other[level]];
    if (theirs !== null && (mine === null || (risesIn[level] ? theirs < mine : theirs > mine))) bounds[level] = theirs;
  }
  return bounds;
}
