import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { type Bounds, type Figures, type Level, levels } from '@ganwan/shared/schedule/schedule';
import { parentPort, workerData } from 'node:worker_threads';
import { check } from '#check/check';
import { type Model, modelOf } from '#model/model';
import { figuresOf } from '#model/figures';
import { meetingsOf, type Placement, placementOf } from '#model/placement';
import { type Bests, countedBests, countedReason, noBounds } from '#proof/counting';
import { sizeOf } from '#proof/encode';
import { Loosening } from '#proof/loosen';
import { type Proof, prove } from '#proof/prove';
import { Annealing } from '#search/anneal';
import type { Worth } from '#search/worth';
import { Desk } from './desk.ts';

/** A thread of a solve: one searches for good schedules, and by SAT as well when it is stuck on breaks; the other proves that none is better. */
export interface Task {
  role: 'search' | 'prove';
  problem: Problem;
  seed: number;
  /** Search so many steps and no more. */
  steps: number | null;
  memory: SharedArrayBuffer;
}

export type Report =
  | { kind: 'bounds'; bounds: Bounds }
  | { kind: 'bound'; level: Level; bound: number }
  | { kind: 'better'; figures: Figures; steps: number }
  /** The last word of the search, held against every rule; null when nothing was found. */
  | { kind: 'searched'; meetings: PlacedMeeting[] | null; figures: Figures; steps: number }
  | { kind: 'found'; meetings: PlacedMeeting[]; figures: Figures }
  | { kind: 'proved'; proof: Pick<Proof, 'status' | 'bounds' | 'reason'> };

/** Milliseconds between two looks at the clock and the mail. */
const turn = 20;
/** Milliseconds between two reports. */
const often = 200;
/** Milliseconds without anything better after which a search is stuck. */
const calm = 1000;
/** Clauses up to which asking the solver for a part of the schedule takes moments. */
const few = 400_000;

const port = parentPort;
if (port) {
  const task = workerData as Task;
  const tell = (report: Report) => port.postMessage(report);
  const model = modelOf(task.problem);
  const desk = new Desk(task.memory);
  if (task.role === 'search') await search(model, task, desk, tell);
  else await proveIt(model, task, desk, tell);
  port.close();
}

async function search(model: Model, { seed, steps }: Task, desk: Desk, tell: (report: Report) => void): Promise<void> {
  const hopeless = countedReason(model);
  if (hopeless) return tell({ kind: 'proved', proof: { status: 'infeasible', bounds: noBounds(), reason: hopeless } });
  const bests = countedBests(model);
  tell({ kind: 'bounds', bounds: bests });
  const annealing = new Annealing(model, seed);
  port!.on('message', (meetings: PlacedMeeting[]) => annealing.adopt(placementOf(model, meetings)));
  let told = { version: 0, at: performance.now() - often };
  // What follows from seed and steps must not follow from the clock.
  const loosens = steps === null && sizeOf(model) <= few;
  let loosening: Loosening | null = null;
  const isStuck = () => annealing.found && onlyBreaksLeft(annealing.bestWorth, bests) && (loosening !== null || performance.now() - told.at > calm);
  const report = () => {
    if (annealing.version === told.version) return;
    tell({ kind: 'better', figures: figuresOf(model, annealing.best), steps: annealing.steps });
    told = { version: annealing.version, at: performance.now() };
  };
  report();
  while (!desk.isStopped() && (steps === null || annealing.steps < steps)) {
    const end = performance.now() + turn;
    do annealing.run(Math.min(500, (steps ?? Infinity) - annealing.steps));
    while (performance.now() < end && (steps === null || annealing.steps < steps));
    if (performance.now() - told.at > often) report();
    if (loosens && isStuck()) {
      const { breaks } = annealing.bestWorth;
      loosening ??= await Loosening.of(model, annealing.best, breaks, { seed, stop: () => desk.isStopped() });
      const found = loosening.attempt(annealing.best, breaks);
      if (found) annealing.adopt(found);
    }
    // Mail is only delivered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  loosening?.close();
  const meetings = annealing.found ? meetingsOf(model, annealing.best) : null;
  const figures = figuresOf(model, annealing.best);
  if (meetings) obey(model, annealing.best, figures);
  tell({ kind: 'searched', meetings, figures, steps: annealing.steps });
}

/** Whether every level before them is at its best, and they are not. */
function onlyBreaksLeft(worth: Worth, bests: Bests): boolean {
  return levels.find((level) => worth[level] !== bests[level]) === 'breaks';
}

async function proveIt(model: Model, task: Task, desk: Desk, tell: (report: Report) => void): Promise<void> {
  const { status, bounds, reason } = await prove(model, {
    seed: task.seed,
    stop: () => desk.isStopped(),
    known: () => desk.read(),
    onSchedule: (placement, figures) => tell({ kind: 'found', meetings: meetingsOf(model, placement), figures }),
    onBound: (level, bound) => tell({ kind: 'bound', level, bound }),
  });
  tell({ kind: 'proved', proof: { status, bounds, reason } });
  // Too large to prove: two searches find more than one.
  if (status !== 'optimal' && status !== 'infeasible') await search(model, { ...task, seed: task.seed + 1 }, desk, tell);
}

/** What the search says of its schedule is what the check says. */
function obey(model: Model, placement: Placement, figures: Figures): void {
  const { breaches, figures: counted } = check(model.problem, { meetings: meetingsOf(model, placement) });
  if (breaches.length || levels.some((level) => counted[level] !== figures[level])) throw new Error(`the search's schedule breaks a rule: ${JSON.stringify(breaches[0] ?? counted)}`);
}
