import { type Problem, Wish } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';
import { check } from '#check/check';
import { numbered, readJson, readProblem, readSchedule, Refusal, toWrite, typed } from '#commands/files';
import { typedIn, usage, type Values, whole } from '#commands/options';
import { breachInWords, explanationInWords, inWords, movedInWords } from '#commands/words';
import { explain } from '#explain/explain';
import { Unknown } from '#repair/changed';
import { repair } from '#repair/repair';
import { solve } from './solve.ts';

try {
  const typed = typedIn(process.argv.slice(2));
  const commands = { solve: solveIt, check: checkIt, explain: explainIt, repair: repairIt };
  if (typed) await commands[typed.command](typed.values, ...typed.files);
  else console.log(usage);
} catch (error) {
  if (!(error instanceof Refusal || error instanceof Unknown || error instanceof RangeError)) throw error;
  // A file that is no text may be told of with any sign in it.
  console.error(error.message.replace(/[^\P{Cc}\n]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));
  process.exitCode = 1;
}

/** Prints what there is to say and, last, one line of JSON. */
async function solveIt(values: Values, file: string): Promise<void> {
  const seed = whole(values, 'seed', 1);
  const seconds = values.seconds === undefined ? {} : { seconds: whole(values, 'seconds', 0) };
  const steps = values.steps === undefined ? {} : { steps: whole(values, 'steps', 0) };
  const problem = readProblem(file, whole(values, 'fairness', 2));
  const write = values.out === undefined ? null : toWrite(values.out);
  const began = performance.now();
  const stop = new AbortController();
  // Stopped by hand, the best so far is kept.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const schedule = await solve(problem, {
    seed,
    ...seconds,
    ...steps,
    signal: stop.signal,
    onProgress: ({ seconds: at, figures }) => figures && process.stderr.isTTY && process.stderr.write(`\r${at.toFixed(1)} s: ${figures.placed} of ${figures.wishes} placed, ${figures.breaks} breaks `),
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const isThere = schedule.status === 'optimal' || schedule.status === 'feasible';
  write?.(isPublic(file) ? { meetings: numbered(schedule.meetings) } : schedule);
  if (schedule.reason) console.log(inWords(schedule.reason));
  const { figures, bounds, status } = schedule;
  console.log(JSON.stringify({
    status, breaks: isThere ? figures.breaks : null, bound: bounds.breaks, placed: figures.placed, meetings: figures.wishes, seconds: Math.round(performance.now() - began) / 1000,
  }));
}

function checkIt(values: Values, file: string, scheduleFile: string): void {
  const problem = readProblem(file, whole(values, 'fairness', 2));
  const { breaches, figures } = check(problem, readSchedule(scheduleFile, problem, isPublic(file)));
  for (const breach of breaches) console.log(breachInWords(breach));
  console.log(JSON.stringify({ ok: breaches.length === 0, breaches, figures }));
  if (breaches.length) process.exitCode = 1;
}

async function explainIt(values: Values, file: string, scheduleFile: string): Promise<void> {
  if (values.wish === undefined) throw new Refusal('expected --wish ID');
  const problem = readProblem(file, whole(values, 'fairness', 2));
  const schedule = readSchedule(scheduleFile, problem, isPublic(file));
  keepsRules(problem, schedule, { placeEverything: false });
  const { meetings: _, ...explanation } = await explain(problem, schedule, typed(problem.wishes, values.wish, isPublic(file)));
  for (const sentence of explanationInWords(explanation)) console.log(sentence);
  console.log(JSON.stringify(explanation));
}

function repairIt(values: Values, file: string, scheduleFile: string): void {
  const problemOut = values['problem-out'];
  if (problemOut !== undefined && isPublic(file)) refuse('expected --problem-out for a problem in .json: the public format cannot say what a day changes');
  const problem = readProblem(file, whole(values, 'fairness', 2));
  const as = (things: readonly { id: string }[]) => (name: string) => typed(things, name, isPublic(file));
  const changes = changesIn(values, { wish: as(problem.wishes), person: as(problem.people), table: as(problem.tables), slot: as(problem.slots) });
  if (changes.length === 0) throw new Refusal(`expected what happened, such as --cancel ID\n${usage}`);
  const schedule = readSchedule(scheduleFile, problem, isPublic(file));
  keepsRules(problem, schedule, { placeEverything: false, breakSpread: null });
  const write = values.out === undefined ? null : toWrite(values.out);
  const writeProblem = problemOut === undefined ? null : toWrite(problemOut);
  const began = performance.now();
  const { problem: next, meetings, moved, unplaced, figures } = repair(problem, schedule, {
    changes,
    ...(values.now !== undefined && { now: as(problem.slots)(values.now) }),
    checkedIn: (values['checked-in'] ?? []).map(as(problem.wishes)),
    refill: values.refill ?? false,
  });
  write?.({ meetings: isPublic(file) ? numbered(meetings) : meetings });
  writeProblem?.(next);
  for (const one of moved) console.log(movedInWords(one));
  for (const wish of unplaced) console.log(`${wish} found no place.`);
  if (moved.length + unplaced.length === 0) console.log('Nobody moves.');
  console.log(JSON.stringify({ moved, unplaced, figures, seconds: Math.round(performance.now() - began) / 1000 }));
}

/** What is asked of a schedule presumes that it keeps the rules, but for those that an earlier repair may have given up. */
function keepsRules(problem: Problem, schedule: Parameters<typeof check>[1], without: Partial<Problem['rules']>): void {
  const { breaches: [first] } = check({ ...problem, rules: { ...problem.rules, ...without } }, schedule);
  if (first) throw new Refusal(`expected a schedule that keeps the rules, found: ${breachInWords(first)}`);
}

type Naming = Record<'wish' | 'person' | 'table' | 'slot', (name: string) => string>;

function changesIn(values: Values, { wish, person, table, slot }: Naming): Change[] {
  const { from, until } = values;
  const since = () => slot(from ?? refuse('expected --from and a slot'));
  const before = () => slot(until ?? refuse('expected --until and a slot'));
  return [
    ...(values.cancel ?? []).map((id): Change => ({ kind: 'cancel', wish: wish(id) })),
    ...(values['no-show'] ?? []).map((id): Change => ({ kind: 'no_show', person: person(id), from: since() })),
    ...(values.late ?? []).map((id): Change => ({ kind: 'late', person: person(id), until: before() })),
    ...(values['table-gone'] ?? []).map((id): Change => ({ kind: 'table_gone', table: table(id), from: since() })),
    ...(values.add ?? []).map((file): Change => ({ kind: 'add', wish: readJson(file, Wish) })),
  ];
}

function isPublic(file: string): boolean {
  return file.endsWith('.dzn');
}

function refuse(message: string): never {
  throw new Refusal(message);
}
