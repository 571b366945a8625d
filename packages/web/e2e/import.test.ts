import { readFileSync } from 'node:fs';
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

const csv = ['itemNumber,title.zh-Hans,moq', 'FOIL-12,电解铜箔 12 µm,500', 'FOIL-18,电解铜箔 18 µm,很多', 'FOIL-35,电解铜箔 35 µm,800'].join('\n');

test('a file with one wrong row: told before anything is written, mended by its own error file, then imported', { timeout: 120_000 }, async () => {
  const { context } = await trader(browser, origin, { name: '王芳', enterprise: '赣江新材（示例）' });
  const page = await context.newPage();
  await page.goto('/import', { waitUntil: 'networkidle' });
  const template = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV 模板' }).click();
  expect(readFileSync(await (await template).path(), 'utf8')).toContain('itemNumber');

  await page.getByLabel('文件', { exact: true }).setInputFiles({ name: '铜箔目录.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: '上传并试运行' }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: '检查完，等您确认' }).waitFor({ timeout: 30_000 });
  const refused = page.getByRole('row').filter({ hasText: 'FOIL-18' });
  await refused.waitFor();
  expect(await refused.textContent()).toContain('最小起订量： “很多”不是数字；应填数字，例如 500');
  const drafts = page.getByRole('heading', { name: '只能存草稿的行：2' }).locator('..').locator('..');
  expect(await drafts.getByRole('row').filter({ hasText: 'FOIL-35' }).textContent()).toContain('产业链： 没有填写');
  expect(await findings(page)).toEqual([]);

  const errors = page.waitForEvent('download');
  await page.getByRole('link', { name: '错误文件 CSV' }).click();
  expect(readFileSync(await (await errors).path(), 'utf8')).toContain('FOIL-18');

  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: '看我的供需信息' }).click();
  await page.getByRole('link', { name: '电解铜箔 12 µm' }).first().waitFor();
  expect(await page.getByText('FOIL-18').count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  await context.close();
});

test('a picture sent as a file is called what it is', async () => {
  const { context } = await trader(browser, origin, { name: '王芳', enterprise: '赣江新材（示例）' });
  const page = await context.newPage();
  await page.goto('/import', { waitUntil: 'networkidle' });
  await page.getByLabel('文件', { exact: true }).setInputFiles({ name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from('ffd8ffe000104a464946', 'hex') });
  await page.getByRole('button', { name: '上传并试运行' }).click();
  await page.getByText('这个文件不是表格。导入收 Excel 工作簿').waitFor();
  await context.close();
});
