import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '@ganwan/scheduler/check/check';
import { readDzn } from '@ganwan/scheduler/dzn/read';
import { Unreadable } from '@ganwan/scheduler/dzn/values';
import { solve } from '@ganwan/scheduler/solve';
import type { Schedule } from '@ganwan/shared/schedule/schedule';
import type { Bench } from './main.ts';
import { BenchRefusal } from './refusal.ts';
import { type Published, publishedIn } from './schedule-published.ts';
import { median, rounded } from './timing.ts';

/**
 * Solves a folder of instances of the public B2B meeting scheduling format, one after the other, checks every schedule
 * and compares with `published_results.csv` where the folder has one. `right`: the answer keeps every rule and is as good as the
 * published optimum (or, where none is published, keeps every rule); `proven`: the answer is said to be the best there
 * is, or that there is none; `wrong`: it breaks a rule or contradicts what is published. What is neither right nor
 * wrong ran out of time.
 */
export const bench: Bench = async (say, args) => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, instances: { type: 'string' }, seconds: { type: 'string', default: '60' }, fairness: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } } });
  const folder = typeof values.instances === 'string' ? values.instances : '';
  const [seconds, fairness, seed] = [Number(values.seconds), Number(values.fairness), Number(values.seed)];
  if (!(seconds > 0) || !Number.isSafeInteger(fairness) || fairness < 0 || !Number.isInteger(seed)) throw new BenchRefusal('Expected --seconds above 0, and a whole --fairness from 0 and --seed.');
  const files = filesIn(folder);
  const published = publishedIn(folder, fairness);
  const counts = { right: 0, proven: 0, wrong: 0 };
  const times: number[] = [];
  say('instance · answer · breaks · published · seconds · of processors · MaxSAT · Chuffed · CPLEX (published, on their machine)');
  for (const file of files) {
    const problem = read(join(folder, file), fairness);
    const [from, used] = [performance.now(), process.cpuUsage()];
    const schedule = await solve(problem, { seconds, seed });
    const took = (performance.now() - from) / 1000;
    times.push(took);
    const there = schedule.status === 'optimal' || schedule.status === 'feasible';
    const breaches = there ? check(problem, schedule).breaches : [];
    const expected = published.get(file);
    const verdict = breaches.length ? 'wrong' : judge(schedule, expected);
    if (verdict) counts[verdict] += 1;
    counts.proven += Number(schedule.status === 'optimal' || schedule.status === 'infeasible');
    say([`${verdict ?? 'open'} ${file}`, schedule.status, there ? schedule.figures.breaks : '-', expected?.optimum ?? '-', took.toFixed(2), (process.cpuUsage(used).user / 1e6).toFixed(2), ...(expected?.times ?? [])].join(' · '));
    if (breaches.length) say(`  breaks rules: ${JSON.stringify(breaches.slice(0, 3))}`);
    if (schedule.reason) say(`  ${JSON.stringify(schedule.reason)}`);
  }
  return { instances: files.length, ...counts, medianSeconds: rounded(median(times)), worstSeconds: rounded(Math.max(...times)), totalSeconds: rounded(times.reduce((sum, time) => sum + time, 0)) };
};

function read(file: string, fairness: number) {
  try {
    return readDzn(readFileSync(file, 'utf8'), fairness);
  } catch (error) {
    if (error instanceof Unreadable) throw new BenchRefusal(`${file}, ${error.message}`);
    throw error;
  }
}

function filesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith('.dzn')).sort();
    if (files.length) return files;
  } catch {
    // Said below, as for a folder without instances.
  }
  throw new BenchRefusal(`${folder ? `There are no .dzn files in ${folder}.` : 'No folder was named.'} Say where they are with --instances DIR.`);
}

/** Null when the answer is neither shown right nor wrong. */
function judge({ status, figures }: Schedule, expected: Published | undefined): 'right' | 'wrong' | null {
  if (status === 'unknown') return null;
  if (!expected) return 'right';
  if (status === 'infeasible' || expected.optimum === null) return status === 'infeasible' && expected.optimum === null ? 'right' : 'wrong';
  if (figures.breaks < expected.optimum) return 'wrong';
  if (figures.breaks > expected.optimum) return status === 'optimal' ? 'wrong' : null;
  return 'right';
}
