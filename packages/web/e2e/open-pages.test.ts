import type { APIRequestContext, Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { openBrowser, reader, site } from './site.ts';
import { trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

const open = ['/', '/search', '/sign-in', '/sign-up', '/sign-in/code', '/forgot-password', '/reset-password?token=x', '/no/such/page'];

/** Every language, width and appearance at least once, without all their products. */
const readers = [
  { language: 'zh-Hans', width: 390, dark: false },
  { language: 'zh-Hant', width: 768, dark: true },
  { language: 'en', width: 1440, dark: false },
  { language: 'en', width: 390, dark: true },
] as const;

test.each(readers)('what is open to everyone has no accessibility findings and does not scroll sideways: %o', async (who) => {
  const context = await reader(browser, origin, who);
  const page = await context.newPage();
  for (const path of open) {
    await page.goto(path);
    expect(await findings(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    expect(await page.locator('html').getAttribute('lang'), path).toBe(who.language);
  }
  await context.close();
});

test('the language and the appearance are kept without JavaScript', async () => {
  const context = await reader(browser, origin, { javaScript: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('header details summary').click();
  await page.getByRole('button', { name: '繁體中文' }).click();
  expect(await page.locator('h1').textContent()).toBe('登入贛灣對接');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.locator('header details summary').click();
  await page.getByRole('button', { name: '深色' }).click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await context.close();
});

test('a form of another site changes nothing', async () => {
  const context = await reader(browser, origin);
  const answer = await context.request.post('/preferences', { form: { language: 'en' }, headers: { origin: 'https://elsewhere.example' }, maxRedirects: 0 });
  expect(answer.status()).toBe(403);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  await context.close();
});

test('what is no form is refused as such', async () => {
  const context = await reader(browser, origin);
  const send = (contentType: string) => context.request.post('/sign-in', { data: 'nothing of the kind', headers: { origin, 'content-type': contentType, accept: 'text/html' } });
  expect((await send('multipart/form-data; boundary=x')).status()).toBe(400);
  expect((await send('multipart/form-data')).status()).toBe(400);
  await context.close();
});

test('an address that nobody clicked together is cut to its words', async () => {
  const context = await reader(browser, origin);
  const answer = await context.request.get(`/search?q=foil${'&f.foilType=x'.repeat(700)}`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([303, '/search?q=foil']);
  await context.close();
});

test('what one reader saw is kept by no browser, what anybody may see by none without asking, and what never changes by all', async () => {
  const one = await trader(browser, origin, { name: '王芳', enterprise: '赣江新材（示例）' });
  const visitor = await reader(browser, origin);
  const kept = async ({ request }: { request: APIRequestContext }, path: string) => (await request.get(path)).headers()['cache-control'];
  expect(await kept(one.context, '/workbench')).toBe('private, no-store');
  expect(await kept(one.context, '/api/me')).toBe('private, no-store');
  expect(await kept(visitor, '/')).toBe('private, no-cache');
  const [asset] = /\/_app\/immutable\/[^"]+\.js/.exec(await (await visitor.request.get('/')).text()) ?? [];
  expect(await kept(visitor, asset!)).toContain('immutable');
  await Promise.all([one.context.close(), visitor.close()]);
});

test('one key leads to the search box, another to the commands', async () => {
  const context = await reader(browser, origin);
  const page = await context.newPage();
  await page.goto('/sign-up', { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /命令/ }).fill('登录');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in');
  await context.close();
});

test('the first load of search takes at most 110 kB of compressed JavaScript', async () => {
  const context = await reader(browser, origin);
  const page = await context.newPage();
  await page.goto('/search?q=铜箔', { waitUntil: 'networkidle' });
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter((entry) => entry instanceof PerformanceResourceTiming && new URL(entry.name).pathname.endsWith('.js')).map((entry) => (entry instanceof PerformanceResourceTiming ? { sent: entry.encodedBodySize, read: entry.decodedBodySize } : { sent: 0, read: 0 })),
  );
  const sum = (part: 'sent' | 'read') => scripts.reduce((total, script) => total + script[part], 0);
  expect(sum('read'), 'the scripts are measured at all').toBeGreaterThan(50_000);
  expect(sum('sent')).toBeLessThanOrEqual(110_000);
  await context.close();
});
