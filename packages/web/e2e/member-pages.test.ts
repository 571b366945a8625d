import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { openBrowser, site } from './site.ts';
import { trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

const pages = ['/inbox', '/workbench', '/import', '/enterprise', '/enterprise/members', '/account', '/invitations/abcdefghijklmnopqrstuvwx'];

test.each([
  { language: 'zh-Hans', width: 390, dark: false },
  { language: 'zh-Hant', width: 768, dark: true },
  { language: 'en', width: 1440, dark: false },
] as const)('what a member sees has no accessibility findings and does not scroll sideways: %o', { timeout: 120_000 }, async (habits) => {
  const { context } = await trader(browser, origin, { name: '欧阳·阿依古丽', enterprise: '赣南于都富硒蔬菜种植与冷链配送农民专业合作社联合社（示例，名称很长）', ...habits });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await findings(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
  await context.close();
});

test('who is not signed in comes back to the page they asked for', async () => {
  const someone = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  await someone.context.clearCookies();
  const page = await someone.context.newPage();
  await page.goto('/enterprise/members');
  expect(new URL(page.url()).searchParams.get('next')).toBe('/enterprise/members');
  await someone.context.close();
});

test('a list that is asked to go on from nowhere begins again', async () => {
  const { context, enterpriseId } = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  const page = await context.newPage();
  for (const path of ['/inbox', '/workbench', '/import', '/account', '/enterprise/members', `/enterprises/${enterpriseId}`]) {
    const answer = await page.goto(`${path}?cursor=zzz&invitations=zzz`);
    expect(answer?.status(), path).toBe(200);
  }
  await context.close();
});
