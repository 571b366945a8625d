import type { EnqueuedTaskPromise, Meilisearch, Settings } from 'meilisearch';
import { searchFields, type SearchFields } from '@ganwan/shared/search/fields';
import type { SearchDocument } from '@ganwan/shared/search/document';
import type { NextIndex } from './engine.ts';
import { MeiliFailure } from './meili-http.ts';
import { valuesPerFacet } from './meili-spread.ts';

/** Far enough for what never expires. */
const never = 8.64e15;

/** A document as Meilisearch keeps it. */
export interface MeiliDocument extends SearchFields {
  id: string;
  facets: Record<string, readonly string[]>;
  numbers: Record<string, { low: number; high: number }>;
  months: number[];
  at: number;
  expiresAt: number;
  _geo: { lat: number; lng: number } | null;
}

const settings: Settings = {
  searchableAttributes: ['head', 'title', 'titleCodes', 'codes', 'keywords', 'bridge', 'body', 'figures', 'parts', 'sound', 'syllables', 'initials', 'slips'],
  filterableAttributes: ['facets', 'numbers', 'months', 'expiresAt', '_geo'],
  sortableAttributes: ['numbers', 'at', '_geo'],
  displayedAttributes: ['id', 'slips'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'brevity:asc', 'at:desc'],
  // One character more or less is another word in Chinese, another code among part numbers, another term among initials.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnAttributes: ['titleCodes', 'codes', 'figures', 'initials', 'parts', 'syllables'], disableOnNumbers: true },
  faceting: { maxValuesPerFacet: valuesPerFacet, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 100_000 },
};

function documentOf(document: SearchDocument): MeiliDocument {
  return {
    ...searchFields(document), id: document.id, facets: { ...document.facets },
    numbers: Object.fromEntries(Object.entries(document.numbers).map(([key, value]) => [key, typeof value === 'number' ? { low: value, high: value } : { low: value[0], high: value[1] }])),
    months: Array.from({ length: 12 }, (_, i) => i).filter((i) => document.months & (1 << i)),
    at: document.at.getTime(), expiresAt: document.expiresAt?.getTime() ?? never,
    _geo: document.place && { lat: document.place.lat, lng: document.place.lon },
  };
}

/** One index and the way of writing it. Writes resolve once they can be found. */
export function meiliIndex(client: Meilisearch, name: string) {
  const next = `${name}_next`;

  async function done(task: EnqueuedTaskPromise, within = 30_000): Promise<void> {
    const { status, error } = await task.waitTask({ interval: 15, timeout: within });
    if (status !== 'succeeded') throw new Error(`Meilisearch task ${status}: ${error?.code ?? ''} ${error?.message ?? ''}`);
  }

  async function made(uid: string): Promise<void> {
    await done(client.createIndex(uid, { primaryKey: 'id' }));
    await done(client.index(uid).updateSettings(settings));
  }

  const missing = async (uid: string): Promise<boolean> => client.getRawIndex(uid).then(() => false, (error: unknown) => {
    // The client wraps what the request threw.
    if (error instanceof Error && error.cause instanceof MeiliFailure && error.cause.status === 404) return true;
    throw error;
  });
  const drop = async (uid: string): Promise<void> => void ((await missing(uid)) || (await done(client.deleteIndex(uid))));

  return {
    /** Makes the index when it is missing or was made by a write alone, and says so. */
    async prepare(): Promise<boolean> {
      if (await missing(name)) {
        await made(name);
        return true;
      }
      const { searchableAttributes } = await client.index(name).getSettings();
      if (JSON.stringify(searchableAttributes) === JSON.stringify(settings.searchableAttributes)) return false;
      await done(client.index(name).updateSettings(settings));
      return true;
    },
    upsert: async (documents: readonly SearchDocument[]): Promise<void> => {
      if (documents.length > 0) await done(client.index<MeiliDocument>(name).addDocuments(documents.map(documentOf)));
    },
    remove: async (ids: readonly string[]): Promise<void> => {
      if (ids.length > 0) await done(client.index(name).deleteDocuments([...ids]));
    },
    async rebuild(): Promise<NextIndex> {
      await drop(next);
      await made(next);
      // Tasks run in the order they were given, so only the last one need be waited for.
      const given: EnqueuedTaskPromise[] = [];
      const give = async (task: EnqueuedTaskPromise) => {
        given.push(task);
        await task;
      };
      return {
        upsert: async (documents) => void (documents.length > 0 && (await give(client.index<MeiliDocument>(next).addDocuments(documents.map(documentOf))))),
        remove: async (ids) => void (ids.length > 0 && (await give(client.index(next).deleteDocuments([...ids])))),
        abandon: () => drop(next),
        async swap() {
          for (const task of given) await done(task, 30 * 60_000);
          await done(client.swapIndexes([{ indexes: [name, next], rename: false }]));
          await drop(next);
        },
      };
    },
  };
}
