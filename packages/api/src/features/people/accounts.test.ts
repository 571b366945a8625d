import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '@ganwan/shared/audit/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { people } from '@ganwan/shared/people/contract';
import { world, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const password = 'correct horse battery';
let count = 0;
const anAddress = () => `account${++count}@example.com`;
const linkIn = (letter: string) => new URL(/https?:\S+/.exec(letter)![0]);

async function signedUp(email = anAddress()) {
  const browser = w.browser();
  const { user } = await browser.call(accounts.signUp, { body: { name: 'Ada Wong', email, password, locale: 'en' } });
  return { ...browser, email, user };
}

describe('an account', () => {
  test('is made, signs out and signs in again, and its session token stays out of the answer', async () => {
    const ada = await signedUp();
    expect((await ada.call(people.me, {})).person).toMatchObject({ id: ada.user.id, locale: 'en', role: 'person' });
    await ada.call(accounts.signOut, {});
    await expect(ada.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
    const answer = await ada.send('/api/auth/sign-in/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: ada.email.toUpperCase(), password }) });
    expect(await answer.json()).toEqual({ user: { id: ada.user.id, name: 'Ada Wong', email: ada.email } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await ada.call(people.me, {})).person.id).toBe(ada.user.id);
  });

  test('a wrong password and an unknown address are answered alike', async () => {
    const ada = await signedUp();
    const refusal = async (email: string) => {
      const answer = await w.nobody.send('/api/auth/sign-in/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'not the password' }) });
      const { requestId, ...body } = (await answer.json()) as { requestId: string };
      return { status: answer.status, body };
    };
    expect(await refusal(ada.email)).toEqual({ status: 401, body: { code: 'wrong_credentials' } });
    expect(await refusal('nobody.here@example.com')).toEqual(await refusal(ada.email));
  });

  test('bad input names its field, an address belongs to one account, and nobody makes themselves administrator', async () => {
    const ada = await signedUp();
    const signUp = (given: object) => w.browser().call(accounts.signUp, { body: { name: 'Ada', email: anAddress(), password, ...given } });
    await expect(signUp({ password: 'short' })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'password', code: 'too_small', params: { minimum: 10 } }] });
    await expect(signUp({ email: 'not an address' })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'email' }] });
    await expect(signUp({ email: ada.email })).rejects.toMatchObject({ code: 'email_taken' });
    const eve = w.browser();
    await eve.call(accounts.signUp, { body: { name: 'Eve', email: anAddress(), password, ...{ role: 'administrator', emailVerified: true } } });
    expect(await eve.call(people.me, {})).toMatchObject({ person: { role: 'person' }, security: { emailVerified: false } });
  });

  test('confirms its address by letter, in its own language', async () => {
    const ada = await signedUp();
    const [letter] = await w.letters(ada.email);
    expect(letter).toContain('Subject: Ganwan: confirm your e-mail address');
    const link = linkIn(letter!);
    expect(link.pathname).toBe('/verify-email');
    await w.nobody.call(accounts.verifyEmail, { query: { token: link.searchParams.get('token')! } });
    expect((await ada.call(people.me, {})).security.emailVerified).toBe(true);
    await expect(w.nobody.call(accounts.verifyEmail, { query: { token: 'made up' } })).rejects.toMatchObject({ code: 'link_expired' });
  });
});

describe('passwords', () => {
  test('a forgotten one is set anew by letter, once, and ends every session', async () => {
    const ada = await signedUp();
    expect(await w.nobody.call(accounts.requestPasswordReset, { body: { email: ada.email } })).toEqual(await w.nobody.call(accounts.requestPasswordReset, { body: { email: 'nobody.here@example.com' } }));
    const link = linkIn((await w.letters(ada.email, 2)).at(-1)!);
    expect(link.pathname).toBe('/reset-password');
    const reset = { body: { newPassword: 'a whole new password', token: link.searchParams.get('token')! } };
    await w.nobody.call(accounts.resetPassword, reset);
    await expect(ada.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
    await expect(w.nobody.call(accounts.resetPassword, reset)).rejects.toMatchObject({ code: 'link_expired' });
    await expect(ada.call(accounts.signIn, { body: { email: ada.email, password } })).rejects.toMatchObject({ code: 'wrong_credentials' });
    await ada.call(accounts.signIn, { body: { email: ada.email, password: 'a whole new password' } });
    expect(await w.letters('nobody.here@example.com', 0)).toEqual([]);
  });

  test('changing one keeps this session and where it acts, ends the others, and says so by letter', async () => {
    const ada = await signedUp();
    const owner = await w.someone();
    await w.database.sql`insert into members (id, organization_id, user_id, role) values (gen_random_uuid(), ${owner.enterpriseId}, ${ada.user.id}, 'member')`;
    const phone = w.browser();
    await phone.call(accounts.signIn, { body: { email: ada.email, password } });
    expect((await phone.call(people.me, {})).active?.enterprise.id).toBe(owner.enterpriseId);
    await expect(phone.call(accounts.changePassword, { body: { currentPassword: 'not this one', newPassword: 'another password' } })).rejects.toMatchObject({ code: 'wrong_password' });
    await phone.call(accounts.changePassword, { body: { currentPassword: password, newPassword: 'another password' } });
    expect((await phone.call(people.me, {})).active?.enterprise.id).toBe(owner.enterpriseId);
    await expect(ada.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
    expect((await w.letters(ada.email, 2)).at(-1)).toContain('your password was changed');
  });

  test('guessing is stopped, also for the right one, and is written down', async () => {
    const ada = await signedUp();
    const guess = (given = 'wrong password') => w.nobody.call(accounts.signIn, { body: { email: ada.email, password: given } });
    const guesses = await Promise.allSettled(Array.from({ length: 14 }, () => guess()));
    const codes = guesses.map((one) => (one as PromiseRejectedResult).reason.code as string);
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(4);
    await expect(guess(password)).rejects.toMatchObject({ code: 'too_many_requests', status: 429 });
    const boss = await w.someone({ platformRole: 'administrator' });
    const { items } = await boss.call(audit.list, { query: { kind: 'sign_in_limited' } });
    expect(items).toMatchObject([{ by: null, address: '127.0.0.1', detail: { email: ada.email, limit: 'password-here' } }]);
    const refused = await w.nobody.send(accounts.signIn.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: ada.email, password }) });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    await w.database.sql`update attempts set until = now()`;
    await guess(password);
  });

  test('letters to one address are few, and the answer is the same', async () => {
    const ada = await signedUp();
    for (let i = 0; i < 7; i += 1) await w.nobody.call(accounts.requestPasswordReset, { body: { email: ada.email } });
    const other = await signedUp();
    await w.letters(other.email);
    expect(await w.letters(ada.email, 5)).toHaveLength(5);
  });
});

describe('a second step', () => {
  /** RFC 6238 as authenticator apps compute it: HMAC-SHA1, 30 s, 6 digits. */
  function codeFor(totpURI: string): string {
    const secret = new URL(totpURI).searchParams.get('secret')!;
    const bits = [...secret.replace(/=/g, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const mac = createHmac('sha1', key).update(counter).digest();
    return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }

  test('is set up with a code of the app, asked for at sign-in, and can be stopped', async () => {
    const ada = await signedUp();
    await expect(ada.call(accounts.startTwoFactor, { body: { password: 'not this one' } })).rejects.toMatchObject({ code: 'wrong_password' });
    const { totpURI, backupCodes } = await ada.call(accounts.startTwoFactor, { body: { password } });
    expect((await ada.call(people.me, {})).security.twoFactor).toBe(false);
    await ada.call(accounts.verifyTotp, { body: { code: codeFor(totpURI) } });
    expect((await ada.call(people.me, {})).security.twoFactor).toBe(true);

    const phone = w.browser();
    expect(await phone.call(accounts.signIn, { body: { email: ada.email, password } })).toEqual({ twoFactorRedirect: true });
    await expect(phone.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
    const wrong = codeFor(totpURI) === '000000' ? '000001' : '000000';
    await expect(phone.call(accounts.verifyTotp, { body: { code: wrong } })).rejects.toMatchObject({ code: 'wrong_code' });
    await expect(phone.call(accounts.verifyTotp, { body: { code: '12ab' } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'code' }] });
    await phone.call(accounts.verifyTotp, { body: { code: codeFor(totpURI).replace(/^.../, '$& ') } });
    expect((await phone.call(people.me, {})).person.id).toBe(ada.user.id);

    const tablet = w.browser();
    const recover = async (code: string) => {
      await tablet.call(accounts.signIn, { body: { email: ada.email, password } });
      await tablet.call(accounts.verifyRecoveryCode, { body: { code } });
    };
    await recover(backupCodes[0]!);
    await expect(recover(backupCodes[0]!)).rejects.toMatchObject({ code: 'wrong_code' });

    await phone.call(accounts.stopTwoFactor, { body: { password } });
    expect(await w.browser().call(accounts.signIn, { body: { email: ada.email, password } })).toHaveProperty('user');
    const boss = await w.someone({ platformRole: 'administrator' });
    const { items } = await boss.call(audit.list, { query: { personId: ada.user.id } });
    expect(items.map((item) => item.kind)).toEqual(['two_factor_off', 'two_factor_on', 'signed_up']);
  });

  test('nobody verifies a code without a password first', async () => {
    await expect(w.nobody.call(accounts.verifyTotp, { body: { code: '123456' } })).rejects.toMatchObject({ code: 'link_expired' });
  });
});

test('what better-auth could do besides is not there', async () => {
  const chen = await w.someone();
  for (const path of ['organization/create', 'organization/update-member-role', 'update-user', 'delete-user', 'list-sessions', 'sign-in/social', 'update-session']) {
    const answer = await chen.send(`/api/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
