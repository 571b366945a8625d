import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '@ganwan/shared/audit/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { people } from '@ganwan/shared/people/contract';
import { world, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const password = 'correct horse battery';
const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const signIn = async (email: string) => {
  const answer = await w.nobody.send('/api/auth/sign-in/email', post({ email, password }));
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
};
const withCookie = (cookie: string) => (path: string, init: RequestInit = {}) => w.nobody.send(path, { ...init, headers: { ...init.headers, cookie } });

describe('me', () => {
  test('knows who I am and what I may do, and nobody else', async () => {
    const chen = await w.someone({ name: '陈晓明', role: 'viewer' });
    expect(await chen.call(people.me, {})).toMatchObject({
      person: { id: chen.id, name: '陈晓明', email: chen.email, locale: 'zh-Hans', role: 'person' },
      active: { enterprise: { id: chen.enterpriseId }, role: 'viewer', can: { edit: false, publish: false, invite: [], manageMembers: false } },
      security: { emailVerified: false, twoFactor: false, passkeys: 0 },
      can: { createEnterprise: true, organise: false, administer: false },
    });
    await expect(w.nobody.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
  });

  test('changes name and language, and only what is named', async () => {
    const chen = await w.someone();
    expect((await chen.call(people.edit, { body: { locale: 'zh-Hant' } })).person).toMatchObject({ name: '陈晓明', locale: 'zh-Hant' });
    expect((await chen.call(people.edit, { body: { name: ' 黃永年 ' } })).person).toMatchObject({ name: '黃永年', locale: 'zh-Hant' });
    await expect(chen.call(people.edit, { body: { role: 'administrator' } as never })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('a forged, foreign or expired cookie is nobody', async () => {
    const chen = await w.someone();
    for (const cookie of [chen.cookie.slice(0, -6), chen.cookie.replace(/=./, (first) => (first === '=x' ? '=y' : '=x')), 'ganwan.session_token=%', 'ganwan.session_token=a.b']) expect((await withCookie(cookie)('/api/me')).status).toBe(401);
    await w.database.sql`update sessions set expires_at = now() where user_id = ${chen.id}`;
    await expect(chen.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
  });
});

describe('sessions', () => {
  test('are listed with the current one marked, and end one by one or all others', async () => {
    const chen = await w.someone();
    const [laptop, phone] = [await signIn(chen.email), await signIn(chen.email)];
    const { items } = await chen.call(people.sessions, { query: {} });
    expect(items.map((one) => one.current)).toEqual([false, false, true]);
    expect(items[2]).toMatchObject({ address: '127.0.0.1' });
    await chen.call(people.endSession, { params: { id: items[0]!.id } });
    expect((await withCookie(phone)('/api/me')).status).toBe(401);
    expect((await withCookie(laptop)('/api/me')).status).toBe(200);
    expect(await chen.call(people.endOtherSessions, {})).toEqual({ ended: 1 });
    expect((await withCookie(laptop)('/api/me')).status).toBe(401);
    expect((await chen.call(people.sessions, { query: {} })).items).toHaveLength(1);
  });

  test("somebody else's session is neither seen nor ended", async () => {
    const [chen, li] = [await w.someone(), await w.someone()];
    const id = (await chen.call(people.sessions, { query: {} })).items[0]!.id;
    await expect(li.call(people.endSession, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
    expect((await chen.call(people.me, {})).person.id).toBe(chen.id);
  });
});

describe('platform roles', () => {
  test('an administrator grants them, it is written down, and the last one stays', async () => {
    const [boss, chen] = [await w.someone({ platformRole: 'administrator' }), await w.someone({ name: '100% 陈' })];
    expect((await boss.call(people.search, { query: { q: '100%' } })).items.map((one) => one.id)).toEqual([chen.id]);
    await expect(chen.call(people.grant, { params: { id: chen.id }, body: { role: 'administrator' } })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(chen.call(people.search, { query: {} })).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await boss.call(people.grant, { params: { id: chen.id }, body: { role: 'organiser' } })).toMatchObject({ role: 'organiser' });
    expect((await chen.call(people.me, {})).can).toMatchObject({ organise: true, administer: false });
    await expect(boss.call(people.grant, { params: { id: boss.id }, body: { role: 'person' } })).rejects.toMatchObject({ code: 'last_administrator' });
    const written = await boss.call(audit.list, { query: { personId: chen.id, kind: 'platform_role_granted' } });
    expect(written.items).toMatchObject([{ kind: 'platform_role_granted', by: { id: boss.id }, personId: chen.id, address: '127.0.0.1', detail: { from: 'person', to: 'organiser' } }]);
    await expect(chen.call(audit.list, { query: {} })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('the configured address becomes administrator once its letter is answered, and no other', async () => {
    const own = await world({ settings: { administrator: 'Boss@example.com' } });
    const signUp = async (email: string) => {
      const browser = own.browser();
      await browser.call(accounts.signUp, { body: { name: 'Boss', email, password } });
      return browser;
    };
    const [boss, other] = [await signUp('boss@example.com'), await signUp('other@example.com')];
    const role = async (who: typeof boss) => (await who.call(people.me, {})).person.role;
    expect(await role(boss)).toBe('person');
    for (const email of ['other@example.com', 'boss@example.com']) await own.nobody.call(accounts.verifyEmail, { query: { token: /token=(\S+)/.exec((await own.letters(email))[0]!)![1]! } });
    expect([await role(boss), await role(other)]).toEqual(['administrator', 'person']);
    await own.close();
  });
});
