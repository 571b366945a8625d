import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '@ganwan/shared/audit/contract';
import { conversations } from '@ganwan/shared/conversations/contract';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { people } from '@ganwan/shared/people/contract';
import { aConversation, aMessage } from '#features/conversations/conversations.factory';
import { world, type Someone, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const password = 'correct horse battery';
const close = (who: Pick<Someone, 'call'>, given = password) => who.call(accounts.closeAccount, { body: { password: given } });
const emailOf = async (who: Pick<Someone, 'call'>) => (await who.call(people.me, {})).person.email;
const tokenIn = (letter: string) => decodeURIComponent(/token=(\S+)/.exec(letter)![1]!);
const lastLetter = async (to: string, atLeast = 1) => (await w.letters(to, atLeast)).at(-1)!;

describe('another e-mail address', () => {
  test('holds once its letter is answered, is told to the old one, and ends nothing', async () => {
    const chen = await w.someone();
    const socket = await chen.socket();
    const newEmail = 'Chen.New@example.com';
    await expect(chen.call(accounts.changeEmail, { body: { newEmail, password: 'not this one' } })).rejects.toMatchObject({ code: 'wrong_password' });
    await chen.call(accounts.changeEmail, { body: { newEmail, password } });
    expect(await emailOf(chen)).toBe(chen.email);
    const token = tokenIn(await lastLetter('chen.new@example.com'));
    await w.nobody.call(accounts.verifyEmail, { query: { token } });
    expect(await chen.call(people.me, {})).toMatchObject({ person: { email: 'chen.new@example.com' }, security: { emailVerified: true } });
    const notice = await lastLetter(chen.email, 2);
    expect(notice).toContain('邮箱已更换');
    expect(notice).toContain('c…@example.com');
    expect(notice).not.toContain('chen.new');
    expect(socket.connected).toBe(true);
    await w.browser().call(accounts.signIn, { body: { email: 'chen.new@example.com', password } });
    await expect(w.browser().call(accounts.signIn, { body: { email: chen.email, password } })).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(w.nobody.call(accounts.verifyEmail, { query: { token } })).rejects.toMatchObject({ code: 'link_expired' });
    const boss = await w.someone({ platformRole: 'administrator' });
    expect((await boss.call(audit.list, { query: { personId: chen.id, kind: 'email_changed' } })).items).toMatchObject([{ by: null, personId: chen.id, address: '127.0.0.1', detail: { from: chen.email, to: 'chen.new@example.com' } }]);
  });

  test('is not told from one that has an account, and an account made meanwhile keeps it', async () => {
    const [chen, li] = [await w.someone(), await w.someone()];
    await chen.call(accounts.changeEmail, { body: { newEmail: li.email, password } });
    await expect(chen.call(accounts.changeEmail, { body: { newEmail: chen.email.toUpperCase(), password } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'newEmail', code: 'unchanged' }] });
    const newEmail = 'wanted.by.two@example.com';
    await chen.call(accounts.changeEmail, { body: { newEmail, password } });
    const token = tokenIn(await lastLetter(newEmail));
    await w.browser().call(accounts.signUp, { body: { name: 'Wong', email: newEmail, password } });
    await expect(w.nobody.call(accounts.verifyEmail, { query: { token } })).rejects.toMatchObject({ code: 'email_taken' });
    expect(await emailOf(chen)).toBe(chen.email);
    expect(await w.letters(li.email, 1)).toHaveLength(1);
  });
});

describe('closing an account', () => {
  test('ends sessions and sockets, frees the address, and what was written stays without the name', async () => {
    const publisher = await w.someone();
    const boss = await w.someone({ enterprise: publisher.enterpriseId });
    const chen = await w.someone({ name: '陈要走', enterprise: publisher.enterpriseId, role: 'member' });
    const asking = await w.someone();
    const conversationId = await aConversation(w, publisher, asking, [chen]);
    const { conversationId: _, ...message } = aMessage(conversationId, { body: '样品周五寄出' });
    await chen.call(conversations.send, { params: { id: conversationId }, body: message });
    const phone = w.browser();
    await phone.call(accounts.signIn, { body: { email: chen.email, password } });
    const sockets = [await chen.socket(), await phone.socket()];
    const ended = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))));

    await expect(close(chen, 'not this one')).rejects.toMatchObject({ code: 'wrong_password' });
    await close(chen);
    expect(await ended).toEqual(['io server disconnect', 'io server disconnect']);
    for (const who of [chen, phone]) await expect(who.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
    await expect(w.browser().call(accounts.signIn, { body: { email: chen.email, password } })).rejects.toMatchObject({ code: 'wrong_credentials' });
    expect(await lastLetter(chen.email, 2)).toContain('账户已注销');

    const seen = await asking.call(conversations.show, { params: { id: conversationId } });
    expect(seen.members.find((one) => one.personId === chen.id)).toMatchObject({ name: '', active: false });
    expect(seen.lastMessage).toMatchObject({ body: '样品周五寄出', senderId: chen.id });
    expect((await boss.call(enterprises.members, { params: { id: publisher.enterpriseId }, query: {} })).items.map((one) => one.person.id)).not.toContain(chen.id);
    const kept = await w.database.sql`select people::text as row from people where id = ${chen.id}`;
    for (const trace of ['陈要走', chen.email]) expect(kept[0]!['row']).not.toContain(trace);
    const counts = await w.database.sql`select (select count(*) from sessions where user_id = ${chen.id}) + (select count(*) from accounts where user_id = ${chen.id}) as left`;
    expect(Number(counts[0]!['left'])).toBe(0);

    const again = w.browser();
    const { user } = await again.call(accounts.signUp, { body: { name: '陈又来', email: chen.email, password } });
    expect(user.id).not.toBe(chen.id);
    expect((await again.call(people.me, {})).enterprises).toEqual([]);
  });

  test('is refused to the last owner of an enterprise and to the last administrator, and nothing has happened then', async () => {
    const owner = await w.someone();
    const second = await w.someone({ enterprise: owner.enterpriseId, role: 'member' });
    await expect(close(owner)).rejects.toMatchObject({ code: 'last_owner' });
    expect((await owner.call(people.me, {})).enterprises).toHaveLength(1);
    await owner.call(enterprises.changeRole, { params: { id: owner.enterpriseId, personId: second.id }, body: { role: 'owner' } });
    await close(owner);
    await expect(close(second)).rejects.toMatchObject({ code: 'last_owner' });

    await w.database.sql`update people set role = 'person' where role = 'administrator'`;
    const boss = await w.someone({ enterprise: 'none', platformRole: 'administrator' });
    await expect(close(boss)).rejects.toMatchObject({ code: 'last_administrator' });
    const other = await w.someone({ platformRole: 'administrator' });
    await close(boss);
    expect((await other.call(people.search, { query: { q: 'closed.invalid' } })).items).toEqual([]);
  });

  test('a session that began while it was closing is nobody', async () => {
    const chen = await w.someone({ enterprise: 'none' });
    await w.database.sql`update people set closed_at = now() where id = ${chen.id}`;
    await expect(chen.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
    await expect(chen.socket()).rejects.toMatchObject({ message: 'sign_in_required' });
  });
});
