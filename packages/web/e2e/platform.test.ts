import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { administrator, openBrowser, site } from './site.ts';
import { pathInLetter, trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

test('an administrator and an organiser have a workbench of their own, without an enterprise', { timeout: 120_000 }, async () => {
  const admin = await trader(browser, origin, { name: '管理员', enterprise: null, email: administrator });
  const colleague = await trader(browser, origin, { name: '胡敏', enterprise: null, language: 'zh-Hant', width: 390 });
  const page = await admin.context.newPage();
  await page.goto(await pathInLetter(administrator, /\/verify-email\?\S+/));
  await page.getByText('邮箱已确认').waitFor();
  await page.goto('/workbench');
  expect(new URL(page.url()).pathname).toBe('/platform');
  await page.getByText('您是平台管理员').waitFor();
  expect(await page.locator('header').getByRole('link', { name: '洽谈' }).count()).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('姓名或邮箱').fill(colleague.email);
  await page.getByLabel('姓名或邮箱').press('Enter');
  await page.waitForURL('**q=**');
  await page.getByRole('combobox', { name: '平台角色 胡敏' }).selectOption('organiser');
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().includes('grant')), page.getByRole('button', { name: '保存 胡敏' }).click()]);

  const theirs = await colleague.context.newPage();
  await expect.poll(async () => {
    await theirs.goto('/workbench');
    return new URL(theirs.url()).pathname;
  }, { timeout: 20_000 }).toBe('/platform');
  await theirs.getByText('您是主辦方').waitFor();
  expect(await theirs.getByText('人員與平台角色').count()).toBe(0);
  expect(await findings(theirs)).toEqual([]);
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await Promise.all([admin.context.close(), colleague.context.close()]);
});

test('who has no platform role is led to their own workbench', async () => {
  const { context } = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  const page = await context.newPage();
  await page.goto('/platform');
  expect(new URL(page.url()).pathname).toBe('/workbench');
  await context.close();
});
