import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '@ganwan/shared/audit/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { freePort } from '#platform/port';
import { world, type World } from '#test/world';

let w: World;
let origin: string;
let chrome: Browser;
beforeAll(async () => {
  // A passkey belongs to an origin, so the port must be known before the server is built.
  const port = await freePort();
  origin = `http://localhost:${port}`;
  w = await world({ port, settings: { origin } });
  chrome = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--host-resolver-rules=MAP localhost 127.0.0.1'] });
});
afterAll(async () => {
  await chrome?.close();
  await w.close();
});

/** A browser with a fingerprint reader that always says yes, on a page of the product. */
async function browser(): Promise<Page> {
  // An answer of the API may run nothing; it stands in here for a page that may.
  const page = await (await chrome.newContext({ bypassCSP: true })).newPage();
  await page.goto(`${origin}/api/health/live`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  return page;
}

/** Asks the API from inside the page, with the page's cookies. */
const ask = (page: Page, path: string, body?: object) =>
  page.evaluate(async ({ path, body }) => {
    const answer = await fetch(path, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {});
    return { status: answer.status, body: (await answer.json()) as { person?: { id: string }; code?: string } };
  }, { path, body });

interface Said { status: number; body: string; response: object }

/** What a page does: options from the API, the device's answer, and the API's word on it. A text, since Node knows no WebAuthn types. */
const withDevice = (page: Page, verb: 'create' | 'get', from: string, to: string) =>
  page.evaluate<Said>(`(async () => {
    const options = await (await fetch('${from}')).json();
    const publicKey = PublicKeyCredential.${verb === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'}(options);
    const response = (await navigator.credentials.${verb}({ publicKey })).toJSON();
    const answer = await fetch('${to}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ response, name: 'Work laptop' }) });
    return { status: answer.status, body: await answer.text(), response };
  })()`);
const register = (page: Page) => withDevice(page, 'create', accounts.passkeyToRegister.path, accounts.registerPasskey.path);
const signIn = (page: Page) => withDevice(page, 'get', accounts.passkeyToSignIn.path, accounts.signInByPasskey.path);

test('a passkey made in the browser signs in without a password, until it is removed', async () => {
  const page = await browser();
  await ask(page, accounts.signUp.path, { name: 'Ada Wong', email: 'ada@example.com', password: 'correct horse battery' });
  const ada = (await ask(page, '/api/me')).body.person!;
  expect(await register(page)).toMatchObject({ status: 200 });
  const list = (await ask(page, accounts.passkeys.path)).body as unknown as { id: string; name: string }[];
  expect(list).toMatchObject([{ name: 'Work laptop' }]);

  await ask(page, accounts.signOut.path, {});
  expect((await ask(page, '/api/me')).status).toBe(401);
  const signedIn = await signIn(page);
  expect(signedIn.status).toBe(200);
  expect((await ask(page, '/api/me')).body.person).toEqual(ada);

  // The same answer a second time belongs to a challenge already used.
  expect((await ask(page, accounts.signInByPasskey.path, { response: signedIn.response })).body).toMatchObject({ code: 'passkey_refused' });

  await ask(page, accounts.removePasskey.path, { id: list[0]!.id });
  await ask(page, accounts.signOut.path, {});
  expect(await signIn(page)).toMatchObject({ status: 401 });
  expect((await ask(page, '/api/me')).status).toBe(401);

  const boss = await w.someone({ platformRole: 'administrator' });
  const { items } = await boss.call(audit.list, { query: { personId: ada.id } });
  expect(items.map((item) => item.kind)).toEqual(['passkey_removed', 'passkey_added', 'signed_up']);
});

test("somebody else's passkey is not theirs to remove, and an old session makes none", async () => {
  const [page, other] = [await browser(), await w.someone()];
  await ask(page, accounts.signUp.path, { name: 'Li', email: 'li@example.com', password: 'correct horse battery' });
  await register(page);
  const [kept] = (await ask(page, accounts.passkeys.path)).body as unknown as { id: string }[];
  await expect(other.call(accounts.removePasskey, { body: { id: kept!.id } })).rejects.toMatchObject({ code: 'not_found' });
  expect((await ask(page, accounts.passkeys.path)).body).toHaveLength(1);
  await w.database.sql`update sessions set created_at = now() - interval '2 days' where user_id = ${other.id}`;
  await expect(other.call(accounts.passkeyToRegister, {})).rejects.toMatchObject({ code: 'session_too_old' });
});
