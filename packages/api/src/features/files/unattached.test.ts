import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { filePath } from '@ganwan/shared/files/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { systemClock } from '#platform/clock';
import { listedContents } from '#platform/contents';
import { openDatabase } from '#platform/database';
import { folderStore } from '#platform/files';
import { aFoil } from '#features/listings/listings.factory';
import { freshDatabase } from '#test/database';
import { world, type Someone, type World } from '#test/world';
import { picture, upload } from './files.factory.ts';
import { attachFiles, fileService } from './service.ts';
import { files } from './table.ts';

let w: World;
let chen: Someone;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganwan-unattached-'));
  w = await world({ settings: { files: folder, tidyEveryMs: 50 } });
  chen = await w.someone();
});
afterAll(async () => {
  await w.close();
  await rm(folder, { recursive: true, force: true });
});

const status = async (id: string) => (await chen.send(filePath(id))).status;
const stored = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
const aDayLater = async () => {
  await w.database.sql`update files set created_at = created_at - interval '25 hours'`;
  await w.database.sql`update contents set kept_at = kept_at - interval '25 hours'`;
};
let shade = 0;
const aPicture = (width = 300) => picture(width + shade++, 200).png().toBuffer();

test('what nothing takes within a day goes, with its content unless another file has the same', async () => {
  const [alone, shared] = [await aPicture(), await aPicture()];
  const [lost, twin, kept] = [await upload(chen, alone, 'lost.png'), await upload(chen, shared, 'twin.png'), await upload(chen, shared, 'kept.png')];
  await chen.call(listings.create, { body: aFoil({ imageIds: [kept.id] }) });
  const before = await stored();
  expect(before).toHaveLength(6);
  await aDayLater();
  const young = await upload(chen, await aPicture(), 'young.png');
  await vi.waitFor(async () => expect(await status(lost.id)).toBe(404), 10_000);
  await vi.waitFor(async () => expect(await stored()).toHaveLength(6), 10_000);
  expect(await status(twin.id)).toBe(404);
  expect([await status(kept.id), await status(young.id)]).toEqual([200, 200]);
  expect((await stored()).filter((name) => before.includes(name))).toHaveLength(3);
});

test('a file being attached is not removed, and one being removed is not attached', async () => {
  // Here the hourly turn does not come in between.
  const calm = await world();
  const li = await calm.someone();
  const { db, sql } = calm.database;
  const { removeUnattached } = fileService({ db, store: folderStore(folder), clock: systemClock, readers: [] });
  const [first, second] = [await upload(li, await aPicture(), 'first.png'), await upload(li, await aPicture(), 'second.png')];
  await sql`update files set created_at = created_at - interval '25 hours'`;
  await db.transaction(async (tx) => {
    expect(await attachFiles(tx, li.enterpriseId, [first.id])).toHaveLength(1);
    expect(await removeUnattached()).toBe(1);
  });
  expect([(await li.send(filePath(first.id))).status, (await li.send(filePath(second.id))).status]).toEqual([200, 404]);

  const third = await upload(li, await aPicture(), 'third.png');
  let attaching: Promise<unknown[]> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(`delete from files where id = '${third.id}'`);
    attaching = attachFiles(db, li.enterpriseId, [third.id]);
    await sql`select pg_sleep(0.2)`;
  });
  expect(await attaching).toEqual([]);
  await expect(li.call(listings.create, { body: aFoil({ imageIds: [third.id] }) })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'imageIds.0', code: 'file_unknown' }] });
  await calm.close();
});

test('content that comes again while it is being removed is there afterwards', async () => {
  const fresh = await freshDatabase();
  const database = openDatabase(fresh.url);
  const own = await mkdtemp(join(tmpdir(), 'ganwan-contents-'));
  const plain = folderStore(own);
  const [removing, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = { ...plain, remove: async (sha256: string) => { removing.resolve(); await go.promise; await plain.remove(sha256); } };
  const { store, removeNameless } = listedContents({ db: database.db, store: slow, namedBy: [files.sha256] });
  const { sha256 } = await store.keep(Buffer.from('赣南脐橙'));
  await database.sql`update contents set kept_at = now() - interval '25 hours' where sha256 = ${sha256}`;
  const removed = removeNameless();
  await removing.promise;
  const again = store.keep(Buffer.from('赣南脐橙'));
  await database.sql`select pg_sleep(0.2)`;
  go.resolve();
  await Promise.all([removed, again]);
  expect(Buffer.concat(await (await store.read(sha256)).toArray() as Buffer[]).toString()).toBe('赣南脐橙');
  expect(await removeNameless()).toBe(0);
  await rm(own, { recursive: true });
  await database.close();
  await fresh.drop();
});
