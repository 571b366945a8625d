import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { describe, test } from 'vitest';
import { readEnv } from '../../env.ts';
import { engineContract } from './engine-contract.factory.ts';
import { meiliEngine } from './meili-engine.ts';

const { MEILI_URL: url, MEILI_KEY: key } = readEnv();
const run = randomUUID().slice(0, 8);

describe('the Meilisearch engine', () => {
  if (url === undefined) test.skip('is not tried: MEILI_URL names no Meilisearch', () => undefined);
  else engineContract(async (name) => {
    const engine = await meiliEngine({ url, key, deadlineMs: 5000 }, `test_${run}_${name}`);
    return {
      engine,
      close: async () => {
        await engine.close();
        await new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }) }).deleteIndexIfExists(`test_${run}_${name}`);
      },
    };
  });
});
