import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { people } from '@ganwan/shared/people/contract';
import { freshDatabase } from '#test/database';
import { world, type Someone, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const password = 'correct horse battery';

/** Connects, does the work, and waits for the server to end the connection: 2 s is the promise. */
async function ended(who: Pick<Someone, 'socket'>): Promise<{ within: (work: () => Promise<unknown>) => Promise<string> }> {
  const socket = await who.socket();
  const reason = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  return {
    within: async (work) => {
      await work();
      const still = setTimeout(2000, undefined, { ref: false }).then(() => { throw new Error('still connected after 2 s'); });
      return Promise.race([reason, still]);
    },
  };
}

test('signing out closes the sockets of this session, and not those of another', async () => {
  const chen = await w.someone();
  const phone = w.browser();
  await phone.call(accounts.signIn, { body: { email: chen.email, password } });
  const stays = await chen.socket();
  expect(await (await ended(phone)).within(() => phone.call(accounts.signOut, {}))).toBe('io server disconnect');
  await expect(phone.socket()).rejects.toMatchObject({ message: 'sign_in_required' });
  expect(stays.connected).toBe(true);
});

test('a new password closes every socket of the person', async () => {
  const chen = await w.someone();
  const phone = w.browser();
  await phone.call(accounts.signIn, { body: { email: chen.email, password } });
  const [here, there] = [await ended(phone), await ended(chen)];
  await here.within(() => phone.call(accounts.changePassword, { body: { currentPassword: password, newPassword: 'another password' } }));
  await there.within(async () => undefined);
  expect((await phone.socket()).connected).toBe(true);
  await expect(chen.socket()).rejects.toMatchObject({ message: 'sign_in_required' });
});

test('an ended session, a removed member, a changed role and a taken platform role close sockets', async () => {
  const owner = await w.someone();
  const [member, viewer, boss] = [await w.someone({ enterprise: owner.enterpriseId, role: 'member' }), await w.someone({ enterprise: owner.enterpriseId, role: 'viewer' }), await w.someone({ platformRole: 'administrator' })];
  const organiser = await w.someone({ platformRole: 'organiser' });
  const stays = await owner.socket();
  const params = (who: Someone) => ({ id: owner.enterpriseId, personId: who.id });
  await (await ended(viewer)).within(() => owner.call(enterprises.changeRole, { params: params(viewer), body: { role: 'member' } }));
  await (await ended(member)).within(() => owner.call(enterprises.removeMember, { params: params(member) }));
  await (await ended(organiser)).within(() => boss.call(people.grant, { params: { id: organiser.id }, body: { role: 'person' } }));
  const [session] = (await viewer.call(people.sessions, { query: {} })).items;
  await (await ended(viewer)).within(() => viewer.call(people.endSession, { params: { id: session!.id } }));
  await expect(viewer.socket()).rejects.toMatchObject({ message: 'sign_in_required' });
  expect(stays.connected).toBe(true);
});

test('rows changed by hand or by another process close sockets too', async () => {
  const [chen, li, wong] = [await w.someone(), await w.someone(), await w.someone()];
  const stays = await wong.socket();
  await (await ended(chen)).within(() => w.database.sql`delete from sessions where user_id = ${chen.id}`);
  await (await ended(li)).within(() => w.database.sql`delete from members where user_id = ${li.id}`);
  expect(stays.connected).toBe(true);
});

test('switching the enterprise lets the socket come back as a member of the other one', async () => {
  const chen = await w.someone();
  const other = await w.someone();
  await w.database.sql`insert into members (id, organization_id, user_id, role) values (gen_random_uuid(), ${other.enterpriseId}, ${chen.id}, 'member')`;
  await (await ended(chen)).within(() => chen.call(enterprises.activate, { params: { id: other.enterpriseId } }));
  const back = await chen.socket();
  const heard = new Promise((resolve) => back.once('test:word', resolve));
  w.app.io.to(`enterprise:${chen.enterpriseId}`).emit('test:word', 'for the enterprise left');
  w.app.io.to(`enterprise:${other.enterpriseId}`).emit('test:word', 'for the enterprise joined');
  expect(await heard).toBe('for the enterprise joined');
});

test('what one process ends, another lets go of', async () => {
  const shared = await freshDatabase();
  const [first, second] = [await world({ databaseUrl: shared.url }), await world({ databaseUrl: shared.url })];
  const chen = await first.someone();
  const elsewhere = second.browser();
  const [name, value] = chen.cookie.split('=') as [string, string];
  elsewhere.cookies.set(name, value);
  expect(await (await ended(elsewhere)).within(() => chen.call(accounts.signOut, {}))).toBe('io server disconnect');
  await first.close();
  await second.close();
  await shared.drop();
});
