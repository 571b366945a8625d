import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '#platform/database';
import { freshDatabase } from '#test/database';
import { engineContract } from './engine-contract.factory.ts';
import { postgresEngine } from './postgres-engine.ts';

let own: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.url);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

describe('the PostgreSQL engine', () => {
  engineContract(async (name) => ({ engine: await postgresEngine(database, name), close: async () => undefined }));
});
