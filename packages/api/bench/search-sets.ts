import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { chunksOf } from '@ganwan/shared/search/chunks';
import type { SearchDocument } from '@ganwan/shared/search/document';
import { fold } from '@ganwan/shared/search/fold';
import { syllablesOf } from '@ganwan/shared/search/sounds';
import { everything, type EngineQuery } from '../src/features/search/engine.ts';
import { BenchRefusal } from './refusal.ts';

/** A set of documents and the queries that are asked of it, in a fixed rotation. */
export interface BenchSet {
  name: 'names' | 'parts';
  documents: SearchDocument[];
  /** `count` queries, other ones for each `seed`. */
  queries(seed: number, count: number): EngineQuery[];
}

/** `--data DIR`, else the folder `shared/data` beside the repository. */
export function dataFolder(args: readonly string[]): string {
  const at = args.indexOf('--data');
  const folder = resolve(at >= 0 ? (args[at + 1] ?? '') : join(import.meta.dirname, '../../../../shared/data'));
  if (!existsSync(join(folder, 'chain-kg/product.jsonl')) || !existsSync(join(folder, 'electronic-parts/parts.jsonl.gz'))) {
    throw new BenchRefusal(`The data sets are not in ${folder}: chain-kg/product.jsonl and electronic-parts/parts.jsonl.gz are needed. Say where they are with --data DIR.`);
  }
  return folder;
}

const document = (given: Pick<SearchDocument, 'id' | 'titles'> & Partial<SearchDocument>): SearchDocument => ({
  kinds: [], keywords: [], body: [], facets: {}, numbers: {}, months: 0, at: new Date(0), expiresAt: null, place: null, ...given,
});

/** The same sequence for the same seed on every machine. */
function dice(seed: number): (below: number) => number {
  let state = (seed + 1) * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 3266489909) >>> 0;
    return state % below;
  };
}

export function namesSet(folder: string): BenchSet {
  const lines = readFileSync(join(folder, 'chain-kg/product.jsonl'), 'utf8').split('\n').filter(Boolean);
  const names = lines.map((line) => (JSON.parse(line) as { name: string }).name);
  const chinese = names.map((name) => chunksOf(fold(name))[0]).filter((chunk) => chunk?.kind === 'han' && chunk.text.length >= 4).map((chunk) => chunk!.text);
  const asked = [
    (text: string, at: number) => text.slice(at % (text.length - 1), (at % (text.length - 1)) + 2),
    (text: string, at: number) => text.slice(at % (text.length - 3), (at % (text.length - 3)) + 4),
    (text: string) => syllablesOf(text).join(''),
  ];
  return {
    name: 'names',
    // The names carry no facets of their own: twelve groups and the length stand for a trade's chains and sub-families.
    documents: names.map((name, i) => document({ id: `n${i}`, titles: [name], facets: { chain: [`chain${i % 12}`], length: [String(Math.min(name.length, 20))] } })),
    queries(seed, count) {
      const roll = dice(seed);
      return Array.from({ length: count }, (_, i) => ({ ...everything, text: asked[i % 3]!(chinese[roll(chinese.length)]!, roll(1000)), facets: ['chain', 'length'] }));
    },
  };
}

interface Part { id: string; mpn: string; desc: string; sub: number; price: [number, number][]; stock: number }
interface Category { id: number; category: string; subcategory: string }

export async function partsSet(folder: string): Promise<BenchSet> {
  const categories = new Map((JSON.parse(readFileSync(join(folder, 'electronic-parts/categories.json'), 'utf8')) as Category[]).map((c) => [c.id, c]));
  const documents: SearchDocument[] = [];
  for await (const line of createInterface({ input: createReadStream(join(folder, 'electronic-parts/parts.jsonl.gz')).pipe(createGunzip()) })) {
    if (line === '') continue;
    const { id, mpn, desc, sub, price, stock } = JSON.parse(line) as Part;
    const { category = '', subcategory = '' } = categories.get(sub) ?? {};
    documents.push(document({ id, titles: [mpn], body: [desc], facets: { category: [category], subcategory: [subcategory] }, numbers: { stock, price: price[0]?.[1] ?? 0 } }));
  }
  return {
    name: 'parts',
    documents,
    queries(seed, count) {
      const roll = dice(seed);
      return Array.from({ length: count }, (_, i) => {
        const part = documents[roll(documents.length)]!;
        const [mpn = ''] = part.titles;
        const words = (part.body[0] ?? '').split(/\s+/).filter((word) => /^[A-Za-z]{3,}/.test(word));
        const query: EngineQuery = { ...everything, text: mpn, facets: ['category', 'subcategory'] };
        if (i % 3 === 0) return query;
        if (i % 3 === 1) return { ...query, text: mpn.slice(0, Math.max(4, Math.floor(mpn.length * 0.6))) };
        const from = roll(Math.max(1, words.length - 2));
        return {
          ...query, text: words.slice(from, from + 3).join(' ') || 'ROHS',
          filters: { ...everything.filters, facets: { category: [...part.facets['category']!] }, ranges: { stock: { min: 10, max: null } } },
        };
      });
    },
  };
}
