import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { imports } from '@ganwan/shared/imports/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { search } from '@ganwan/shared/search/contract';
import { until } from '#features/conversations/conversations.factory';
import { foils, importAll, send, until as untilImport } from '#features/imports/imports.factory';
import { aFoil, publishedBy } from '#features/listings/listings.factory';
import { world, type Someone, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const close = (who: Pick<Someone, 'call'>, id: string) => who.call(enterprises.close, { params: { id }, body: { password: 'correct horse battery' } });
const outcome = (work: Promise<unknown>) => work.then(() => 'done', (refused: { code?: string }) => refused.code ?? String(refused));
const found = async (id: string) => (await w.nobody.call(search.search, { query: { q: '电解铜箔' } as never })).hits.some((hit) => hit.id === id);

/** Until so many wait for a lock. */
const waiting = (number: number) =>
  until(async () => (await w.database.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).length >= number);

/** What an enterprise still has that a closed one has not. */
const left = async (id: string) => (await w.database.sql<{ what: string }[]>`
  select 'listing ' || state as what from listings where enterprise_id = ${id} and state <> 'archived'
  union all select 'invitation' from invitations where organization_id = ${id} and status = 'pending'
  union all select 'import' from imports where enterprise_id = ${id} and cancelled_at is null and finished_at is null and failed_at is null
  union all select 'conversation' from conversations where ${id} in (publisher_id, enquirer_id) and closed_at is null
  union all select 'member' from members where organization_id = ${id}`).map(({ what }) => what);
const nothingLeft = (id: string) => until(async () => (await left(id)).length === 0);

const invite = (by: Someone, email: string) => by.call(enterprises.invite, { params: { id: by.enterpriseId }, body: { email, role: 'member' } });
const invited = async (email: string) => (await w.letters(email, 2)).flatMap((letter) => /invitations\/(\S+)/.exec(letter)?.[1] ?? [])[0]!;

describe('while an enterprise closes', () => {
  test('whoever writes for it waits, and is then refused', async () => {
    const [owner, buyer] = [await w.someone(), await w.someone()];
    const id = owner.enterpriseId;
    const [shown, draft, theirs] = [await publishedBy(owner), await owner.call(listings.create, { body: aFoil() }), await publishedBy(buyer)];
    const talk = await owner.call(conversations.open, { body: { listingId: theirs.id } });
    const mate = await w.someone({ enterprise: id, role: 'member' });
    const guest = await w.someone({ enterprise: 'none' });
    await invite(owner, guest.email);
    const token = await invited(guest.email);
    const { writes, closing } = await w.database.sql.begin(async (sql) => {
      // Closing holds the enterprise by now and stands before its invitations.
      await sql`select id from invitations where organization_id = ${id} for update`;
      // An id may be typed in capitals and means the same.
      const closing = outcome(close(owner, id.toUpperCase()));
      await waiting(1);
      const writes = {
        create: outcome(owner.call(listings.create, { body: aFoil() })),
        publish: outcome(owner.call(listings.publish, { params: { id: draft.id }, body: { revision: draft.revision } })),
        invite: outcome(invite(owner, 'late@example.com')),
        accept: outcome(guest.call(enterprises.acceptInvitation, { params: { token } })),
        upload: outcome(send(owner, foils(3))),
        ask: outcome(buyer.call(conversations.open, { body: { listingId: shown.id } })),
        admit: outcome(owner.call(conversations.admit, { params: { id: talk.id, personId: mate.id } })),
      };
      await waiting(1 + Object.keys(writes).length);
      return { writes: async () => Object.fromEntries(await Promise.all(Object.entries(writes).map(async ([name, work]) => [name, await work]))) as Record<string, string>, closing };
    });
    expect(await closing).toBe('done');
    const outcomes = await writes();
    expect(outcomes).toEqual(Object.fromEntries(Object.keys(outcomes).map((name) => [name, 'not_found'])));
    await nothingLeft(id);
    expect(await w.database.sql`select id from imports where enterprise_id = ${id}`).toEqual([]);
  });

  test('it waits for whoever was writing before it, and ends that too', async () => {
    const owner = await w.someone();
    const draft = await owner.call(listings.create, { body: aFoil() });
    const { publishing, closing } = await w.database.sql.begin(async (sql) => {
      await sql`select id from listings where id = ${draft.id} for update`;
      const publishing = outcome(owner.call(listings.publish, { params: { id: draft.id }, body: { revision: draft.revision } }));
      await waiting(1);
      const closing = outcome(close(owner, owner.enterpriseId));
      await waiting(2);
      return { publishing, closing };
    });
    expect([await publishing, await closing]).toEqual(['done', 'done']);
    await nothingLeft(owner.enterpriseId);
    expect(await w.database.sql`select version from listing_versions where listing_id = ${draft.id}`).toHaveLength(1);
  });

  test.each([1, 2])('everything is written at once by everybody, and nothing is left (%i)', async () => {
    const [owner, buyer] = [await w.someone(), await w.someone()];
    const id = owner.enterpriseId;
    const mates = await Promise.all(Array.from({ length: 3 }, () => w.someone({ enterprise: id, role: 'admin' })));
    await importAll(owner, foils(300));
    const more = await send(owner, foils(1000, '90', { from: 150 }));
    await untilImport(owner, more.id, 'checked');
    const theirs = await Promise.all(Array.from({ length: 8 }, () => publishedBy(buyer)));
    const ours = await Promise.all(Array.from({ length: 8 }, () => publishedBy(owner)));
    let closed = false;
    const outcomes = new Set<string>();
    const again = async (work: (turn: number) => Promise<unknown>) => {
      for (let turn = 0; !closed; turn++) outcomes.add(await outcome(work(turn)));
    };
    const writers = [
      ...mates.map((mate) => again(() => publishedBy(mate))),
      again((turn) => invite(mates[0]!, `guest${turn}-${id}@example.com`)),
      again(() => send(mates[1]!, foils(2))),
      again((turn) => mates[2]!.call(conversations.open, { body: { listingId: theirs[turn % 8]!.id } })),
      again((turn) => buyer.call(conversations.open, { body: { listingId: ours[turn % 8]!.id } })),
    ];
    await owner.call(imports.run, { params: { id: more.id }, body: { publish: true } });
    await until(async () => (await owner.call(imports.show, { params: { id: more.id } })).created > 0);
    const [mine, hers] = await Promise.all([outcome(close(owner, id)), outcome(close(buyer, buyer.enterpriseId))]);
    closed = true;
    await Promise.all(writers);
    expect([mine, hers]).toEqual(['done', 'done']);
    await nothingLeft(id);
    await nothingLeft(buyer.enterpriseId);
    // Rows are taken in one order by everybody: that a transaction may try again is not needed here.
    expect(await w.database.sql`select deadlocks::int from pg_stat_database where datname = current_database()`).toEqual([{ deadlocks: 0 }]);
    expect([...outcomes].filter((one) => ['unexpected', 'deadline_exceeded', 'unavailable'].includes(one))).toEqual([]);
  });
});

test('what it had is hidden from the moment it closed, and put away after', async () => {
  const [owner, buyer] = [await w.someone(), await w.someone()];
  const id = owner.enterpriseId;
  const { id: listingId } = await publishedBy(owner);
  await until(() => found(listingId));
  const hidden = { code: 'not_found' };
  await w.database.sql.begin(async (sql) => {
    await sql`select id from listings where id = ${listingId} for update`;
    await close(owner, id);
    await waiting(1);
    expect(await left(id)).toEqual(['listing published']);
    expect(await found(listingId)).toBe(false);
    await expect(w.nobody.call(listings.show, { params: { id: listingId } })).rejects.toMatchObject(hidden);
    await expect(w.nobody.call(listings.versions, { params: { id: listingId }, query: {} })).rejects.toMatchObject(hidden);
    expect((await w.nobody.call(listings.ofEnterprise, { params: { id }, query: {} })).items).toEqual([]);
    await expect(buyer.call(conversations.open, { body: { listingId } })).rejects.toMatchObject(hidden);
  });
  await nothingLeft(id);
  await until(async () => (await w.database.sql`select 1 from enterprises where id = ${id} and wound_up_at is not null`).length === 1);
});
