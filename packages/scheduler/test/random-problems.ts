import { Problem, type ProblemFile } from '@ganwan/shared/schedule/problem';
import { optionsOf } from './exhaustive.ts';
import { Dice } from './random.ts';

/**
 * A tiny problem that exercises every rule: a handful of wishes whose combinations can all be tried.
 * The same seed gives the same problem. `combinations`: how many there may be at most.
 */
export function randomProblem(seed: number, combinations = 100_000): Problem {
  const dice = new Dice(seed);
  const problem = Problem.parse(draw(dice));
  const ways = new Map(problem.wishes.map(({ id }, wish) => [id, optionsOf(problem, wish).length]));
  // Rules meet by chance so often that most wishes that nothing can place are taken out again.
  for (const [id, options] of ways) if (options === 0 && dice.chance(0.7)) leaveOut(problem, id);
  while (problem.wishes.reduce((product, { id }) => product * (ways.get(id)! + 1), 1) > combinations) leaveOut(problem, problem.wishes.at(-1)!.id);
  return problem;
}

function leaveOut(problem: Problem, id: string) {
  problem.wishes = problem.wishes.filter((wish) => wish.id !== id);
  problem.precedences = problem.precedences.filter(({ before, after }) => before !== id && after !== id);
  problem.locked = problem.locked.filter(({ wish }) => wish !== id);
}

function draw(dice: Dice): ProblemFile {
  const slots = drawSlots(dice);
  const ids = slots.map(({ id }) => id);
  const halls = dice.chance(0.35) ? ['east', 'west'] : ['east'];
  // Each feature in some problems only: all at once would leave nothing that can be placed.
  const feature = (probability: number, share: number) => (dice.chance(probability) ? share : 0);
  const [brings, speaksMany, needsAccess, away, halfDays, limits, breaks, closes, reserves, fixes] =
    [feature(0.3, 0.6), feature(0.25, 0.5), feature(0.2, 0.4), feature(0.5, 0.25), feature(0.2, 0.3), feature(0.3, 0.5), feature(0.2, 0.5), feature(0.3, 0.4), feature(0.2, 0.4), feature(0.3, 0.4)];
  const enterprises = ['A', 'B', 'X', 'Y', ...(dice.chance(0.3) ? ['Z'] : [])];
  // Tables that open in turn are what makes anybody change tables.
  const [many, inTurn] = [dice.between(1, 3), dice.chance(0.2)];
  const again = feature(inTurn ? 0.6 : 0.1, 0.5);
  const tables = Array.from({ length: many }, (_, index) => ({
    id: `t${index}`, hall: dice.pick(halls), accessible: dice.chance(0.6), reservedFor: dice.chance(reserves) ? dice.pick(enterprises) : null,
    closed: inTurn ? ids.filter((_, slot) => slot % many !== index) : dice.some(ids, closes),
  }));
  const people = enterprises.flatMap((enterprise) => Array.from({ length: dice.chance(0.3) ? 2 : 1 }, (_, index) => ({
    id: `${enterprise.toLowerCase()}${index}`, enterprise,
    side: dice.chance(0.15) ? 'either' as const : enterprise < 'C' ? 'buyer' as const : 'supplier' as const,
    knows: brings ? dice.some(['foil', 'tea'], brings) : [],
    languages: dice.some(['zh', 'en', 'yue'], speaksMany),
    unavailable: dice.some(ids, dice.chance(away) ? 0.5 : 0),
    half: dice.chance(halfDays) ? dice.pick(['morning', 'afternoon'] as const) : null,
    mostPerDay: dice.chance(limits) ? dice.between(1, 2) : null,
    oneMoreOn: dice.chance(limits / 5) ? [dice.pick(slots).day] : [],
    breakEachHalf: dice.chance(breaks),
    noBreakOn: dice.chance(breaks / 4) ? [{ day: dice.pick(slots).day, half: 'morning' as const }] : [],
    needsAccessibleTable: dice.chance(needsAccess),
    anotherTableFrom: dice.some(ids, again),
  })));
  const voice = () => (dice.chance(0.25) ? null : { says: dice.chance(0.03) ? 'no' as const : dice.chance(0.25) ? 'must' as const : 'want' as const, rank: dice.chance(0.2) ? null : dice.between(1, 22) });
  const wishes = Array.from({ length: dice.between(2, 8) }, (_, index) => {
    const [buyer, supplier] = dice.chance(0.9) ? [dice.pick(['A', 'B']), dice.pick(enterprises.slice(2))] : dice.shuffled(enterprises);
    return {
      id: `w${index}`, buyer: buyer!, supplier: supplier!, product: brings && dice.chance(0.6) ? dice.pick(['foil', 'tea']) : null, buyerSays: voice(), supplierSays: voice(),
      half: dice.chance(0.08) ? dice.pick(['morning', 'afternoon'] as const) : null, slot: dice.chance(fixes) ? dice.pick(ids) : null,
    };
  });
  const interpreters = speaksMany ? Array.from({ length: dice.between(1, 2) }, (_, index) => ({ id: `i${index}`, languages: dice.shuffled(['zh', 'en', 'yue']).slice(0, dice.between(2, 3)), unavailable: dice.some(ids, 0.15) })) : [];
  const pairs = dice.chance(0.25) ? Array.from({ length: dice.between(1, 2) }, () => dice.shuffled(wishes.map(({ id }) => id))) : [];
  const locked = dice.chance(0.2) ? [drawLocked(dice, { slots, tables, people, wishes, interpreters })] : [];
  return {
    slots, tables, people, wishes, interpreters,
    precedences: pairs.map(([before, after]) => ({ before: before!, after: after! })),
    blocks: dice.chance(0.12) ? [{ a: dice.pick(enterprises.slice(2)), b: dice.pick(['A', 'B']), reason: dice.pick(['veto', 'competitor', 'met_before'] as const) }] : [],
    travel: halls.length === 2 && dice.chance(0.7) ? [{ from: 'west', to: 'east', minutes: dice.pick([5, 10, 15, 40]) }].filter(() => new Set(tables.map(({ hall }) => hall)).size === 2) : [],
    locked: locked.filter((meeting) => meeting !== null),
    rules: {
      buyerKeepsTable: (!inTurn || again > 0) && dice.chance(0.6), placeEverything: dice.chance(0.2), countTableChanges: dice.chance(0.8),
      breakSpread: dice.chance(0.15) ? dice.between(0, 1) : null,
      weights: dice.chance(0.3) ? { mutual: dice.between(0, 9), buyer: dice.between(0, 3), supplier: dice.between(0, 3), ranks: dice.between(1, 9) } : {},
    },
  };
}

function drawSlots(dice: Dice): Problem['slots'] {
  const days = dice.chance(0.3) ? ['2026-05-08', '2026-05-09'] : ['2026-05-08'];
  const gap = dice.pick([0, 0, 10]);
  return days.flatMap((day) => [['morning', 9, dice.between(1, days.length === 2 ? 3 : 4)], ['afternoon', 14, dice.between(0, 2)]].flatMap(([half, hour, count]) =>
    Array.from({ length: Number(count) }, (_, index) => {
      const at = Number(hour) * 60 + index * (20 + gap);
      const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return { id: `${day.slice(-1)}${half === 'morning' ? 'm' : 'p'}${index}`, day, half: half as 'morning', starts: clock(at), ends: clock(at + 20) };
    })));
}

/** Mostly one that keeps the rules: otherwise the whole problem is lost. */
function drawLocked(dice: Dice, file: ProblemFile): Problem['locked'][number] | null {
  const wish = dice.between(0, file.wishes.length - 1);
  const problem = Problem.parse(file);
  const options = optionsOf(problem, wish);
  if (options.length > 0 && dice.chance(0.9)) return dice.pick(options).meeting;
  const { id, buyer, supplier } = problem.wishes[wish]!;
  const of = (enterprise: string) => problem.people.filter((person) => person.enterprise === enterprise).map((person) => person.id);
  return { wish: id, slot: dice.pick(problem.slots).id, table: dice.pick(problem.tables).id, buyer: dice.pick(of(buyer)), supplier: dice.pick(of(supplier)), interpreter: null };
}
