import { ask, type Question } from '@ganwan/shared/search/ask';
import { stepEdges, stepsBetween } from '@ganwan/shared/search/steps';
import type { OpenDatabase } from '#platform/database';
import { everything, type EngineAnswer, type EngineQuery, type SearchEngine } from './engine.ts';
import { mendings } from './mending.ts';
import { breadthOf } from './postgres-breadth.ts';
import { halves, postgresIndex, type Half } from './postgres-index.ts';
import { merged } from './postgres-merge.ts';
import { broadStatement, enough, searchStatement, spreadStatement, type Answered, type StepCount } from './postgres-statement.ts';

/** Search in PostgreSQL alone. Makes its tables when they are missing. */
export async function postgresEngine(database: Pick<OpenDatabase, 'sql' | 'plannedOnce' | 'patient'>, name: string): Promise<SearchEngine> {
  const { sql } = database;
  const searching = database.plannedOnce();
  const index = postgresIndex(database, name);
  const breadth = breadthOf(sql, index);
  let fresh = await index.prepare();

  async function asked(question: Question, query: EngineQuery): Promise<Answered> {
    const row = async (statement: typeof searchStatement, asking: Question, among: readonly Half[]) => (await statement(searching, index, asking, query, among))[0] as unknown as Answered;
    if (await breadth.isBroad(question)) {
      const statement = query.sort.by === 'relevance' ? broadStatement : searchStatement;
      // Both halves at once, each on a core of its own.
      const together = merged(await Promise.all(halves.map((half) => row(statement, asWritten(question), [half]))));
      // Filters may leave so few that what sounds alike is asked for after all, to be shown after them.
      if (together.total >= enough) return together;
    }
    return row(searchStatement, question, halves);
  }

  async function answer(question: Question, query: EngineQuery): Promise<EngineAnswer> {
    const { total, first, facets, numbers } = await asked(question, query);
    const ids = (first ?? []).slice(query.offset, query.offset + query.limit).map(({ id }) => id);
    return { ids, total, facets: counted(facets ?? [], query.facets), numbers: await spreads(question, query, bounded(numbers ?? {})), mended: null };
  }

  /** Where the steps lie is known only once the ends are: a second statement counts between them. */
  async function spreads(question: Question, query: EngineQuery, ends: Record<string, Ends>): Promise<EngineAnswer['numbers']> {
    const edges = Object.fromEntries(Object.entries(ends).map(([key, { min, max }]) => [key, stepEdges(min, max)]));
    const cut = Object.entries(edges).filter(([, list]) => list.length > 0);
    const counts = cut.length === 0 ? [] : ((await spreadStatement(searching, index, question, query, cut)) as unknown as StepCount[]);
    return Object.fromEntries(Object.entries(ends).map(([key, { min, max }]) => {
      const list = edges[key]!;
      const at = (step: 'first' | 'last') => counts.filter((one) => one.key === key).map((one): [number, number] => [list[one[step] - 1]!, one.n]);
      return [key, { min, max, steps: stepsBetween(list, at('first'), at('last')) }];
    }));
  }

  async function search(query: EngineQuery): Promise<EngineAnswer> {
    const question = ask(query.text);
    if (question.unreadable) return { ids: [], total: 0, facets: {}, numbers: {}, mended: null };
    const found = await answer(question, query);
    if (found.total > 0 || question.words.length === 0) return found;
    for await (const instead of mendings(sql, index, question)) {
      const nearly = await answer(ask(instead), query);
      if (nearly.total > 0) return { ...nearly, mended: instead };
    }
    return found;
  }

  return {
    name: 'postgresql', search, upsert: index.upsert, remove: index.remove, fresh: () => fresh,
    rebuild: async () => {
      const next = await index.rebuild();
      return { ...next, swap: () => next.swap().then(() => void (fresh = false)) };
    },
    suggest: async (typed, limit, now) => {
      const question = ask(typed);
      return question.words.length === 0 ? [] : (await answer(question, { ...everything, text: typed, limit, now })).ids;
    },
  };
}

/** Without what only sounds alike, hits need not be kept to see whether there are enough of them. */
const asWritten = (question: Question): Question => ({ ...question, words: question.words.map((word) => ({ ...word, heard: [] })) });

/** Values counted of a key at most, the most frequent ones. */
const mostValues = 1000;

function counted(counts: readonly [string, number][], keys: readonly string[]): EngineAnswer['facets'] {
  const sums = new Map<string, Map<string, number>>(keys.map((key) => [key, new Map()]));
  for (const [facet, count] of counts) {
    const at = facet.indexOf('=');
    const values = sums.get(facet.slice(0, at))!;
    const value = facet.slice(at + 1);
    values.set(value, (values.get(value) ?? 0) + count);
  }
  return Object.fromEntries([...sums].map(([key, values]) => [key, Object.fromEntries([...values].sort(([, a], [, b]) => b - a).slice(0, mostValues))]));
}

interface Ends { min: number; max: number }

const bounded = (numbers: NonNullable<Answered['numbers']>): Record<string, Ends> =>
  Object.fromEntries(Object.entries(numbers).flatMap(([key, { min, max }]) => (min === null || max === null ? [] : [[key, { min, max }]])));
