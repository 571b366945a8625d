import { parseArgs } from 'node:util';
import { check } from '@ganwan/scheduler/check/check';
import { firstSlotFirstTable } from '@ganwan/scheduler/planted/naive';
import { plantedWeek } from '@ganwan/scheduler/planted/week';
import { type Random, random } from '@ganwan/scheduler/random';
import { repair } from '@ganwan/scheduler/repair/repair';
import { solve } from '@ganwan/scheduler/solve';
import type { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import type { Change } from '@ganwan/shared/schedule/schedule';
import type { Bench } from './main.ts';
import { BenchRefusal } from './refusal.ts';
import { rounded } from './timing.ts';

/** Repairs that are tried one by one on the finished schedule. */
const repairs = 10;

/**
 * Solves a planted session, in which everything can be placed without a break, and the same one by the rule "first common
 * slot, first free table". Then ten times one cancellation and one new meeting at once: `repairSeconds` and
 * `repairMoved` are those of the slowest and of the one that moved the most other meetings. Every schedule is checked.
 */
export const bench: Bench = async (say, args) => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, people: { type: 'string', default: '1500' }, seed: { type: 'string', default: '1' }, seconds: { type: 'string', default: '60' } } });
  const [people, seed, seconds] = [Number(values.people), Number(values.seed), Number(values.seconds)];
  if (!Number.isInteger(people) || people < 10 || people > 10_000 || !Number.isInteger(seed) || !(seconds > 0)) throw new BenchRefusal('Expected --people from 10 to 10000, a whole --seed, and --seconds above 0.');
  const { problem } = plantedWeek({ people, seed });
  const began = performance.now();
  let told = 0;
  const schedule = await solve(problem, {
    seconds,
    seed,
    onProgress({ seconds: at, figures }) {
      if (!figures || at < told) return;
      told = at === 0 ? 0 : Math.max(1, at * 1.5);
      say(`${at.toFixed(1)} s: ${figures.placed} of ${figures.wishes} placed, ${figures.breaks} breaks, ${figures.tableChanges} table changes`);
    },
  });
  const took = (performance.now() - began) / 1000;
  const { placed, breaks, wishes } = keepsRules(problem, schedule.meetings);
  say(`${schedule.status}: ${JSON.stringify(schedule.figures)}`);
  const naive = keepsRules(problem, firstSlotFirstTable(problem));
  say(`by hand: ${JSON.stringify(naive)}`);
  const mended = Array.from({ length: repairs }, (_, at) => mend(problem, schedule.meetings, random(seed * 1000 + at), at));
  for (const { seconds: lasted, moved, unplaced } of mended) say(`repair: ${lasted.toFixed(2)} s, ${moved} moved${unplaced ? ', the new meeting found no place' : ''}`);
  return {
    people, slots: problem.slots.length, tables: problem.tables.length, meetings: wishes, placed, breaks, seconds: rounded(took),
    naivePlaced: naive.placed, naiveBreaks: naive.breaks,
    repairSeconds: rounded(Math.max(...mended.map((one) => one.seconds))), repairMoved: Math.max(...mended.map((one) => one.moved)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
};

function keepsRules(problem: Problem, meetings: PlacedMeeting[]) {
  const { breaches: [first], figures } = check(problem, { meetings });
  if (first) throw new Error(`a schedule breaks a rule: ${JSON.stringify(first)}`);
  return figures;
}

/** One meeting is called off, and two who were not to meet want to, both of whom have time left. */
function mend(problem: Problem, meetings: PlacedMeeting[], { pick }: Random, at: number) {
  const fixed = new Set([...problem.locked.map(({ wish }) => wish), ...problem.precedences.map(({ before }) => before)]);
  const cancelled = pick(meetings.filter(({ wish }) => !fixed.has(wish))).wish;
  const known = new Set(problem.wishes.map(({ buyer, supplier }) => `${buyer} ${supplier}`));
  const half = problem.slots.length / 2;
  const busy = new Map<string, number>();
  for (const { buyer, supplier } of meetings) for (const person of [buyer, supplier]) busy.set(person, (busy.get(person) ?? 0) + 1);
  const [buyers, suppliers] = (['buyer', 'supplier'] as const).map((side) => problem.people.filter((person) => person.side === side && person.half === null && person.mostPerDay === null && (busy.get(person.id) ?? 0) < half));
  let [buyer, supplier] = [pick(buyers!), pick(suppliers!)];
  while (known.has(`${buyer.enterprise} ${supplier.enterprise}`)) [buyer, supplier] = [pick(buyers!), pick(suppliers!)];
  const changes: Change[] = [
    { kind: 'cancel', wish: cancelled },
    { kind: 'add', wish: { id: `walk-in-${at}`, buyer: buyer.enterprise, supplier: supplier.enterprise, product: null, buyerSays: { says: 'want', rank: 1 }, supplierSays: { says: 'want', rank: 1 }, half: null, slot: null } },
  ];
  const began = performance.now();
  const { moved, unplaced, problem: next, meetings: after } = repair(problem, { meetings }, { changes });
  const seconds = (performance.now() - began) / 1000;
  keepsRules(next, after);
  return { seconds, moved: moved.filter(({ from, to }) => from && to).length, unplaced: unplaced.length };
}
