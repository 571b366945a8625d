import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { openBrowser, site } from './site.ts';
import { password, publishedFoil, trader, type Trader } from './trader.ts';

let browser: Browser;
let origin: string;
let supplier: Trader;
let listingId: string;
let page: Page;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
  supplier = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  listingId = await publishedFoil(supplier, '载体铜箔 3 µm');
  page = await supplier.context.newPage();
});
afterAll(() => browser.close());

const edit = () => page.goto(`/listings/${listingId}/edit`, { waitUntil: 'networkidle' });
const state = async () => (await supplier.call(listings.showOwn, { params: { id: listingId } })).state;

test('a form that reaches nobody stays as it was typed, says so, and goes out the second time', async () => {
  await page.goto('/publish', { waitUntil: 'networkidle' });
  await page.fill('[name=title]', '压延铜箔 12 µm');
  await page.check('[name=subFamily][value=copper_foil]');
  await supplier.context.setOffline(true);
  await page.click('button:has-text("建立草稿")');
  await page.getByRole('alert').getByText('没有送到').waitFor();
  expect(await page.inputValue('[name=title]')).toBe('压延铜箔 12 µm');
  await supplier.context.setOffline(false);
  await page.click('button:has-text("建立草稿")');
  await page.waitForURL('**/edit');
});

test('what a save refused is still there after the page was closed, and saved it is not offered again', async () => {
  await edit();
  await page.fill('[name="attributes.thickness"]', '18 parrots');
  await page.fill('[name=moq]', '77');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('unsaved-listing:')));
  await page.click('button:has-text("保存草稿")');
  await page.waitForSelector('main [role=alert]');
  await edit();
  await page.getByText('找回了上次没有保存的内容').waitFor();
  expect(await page.inputValue('[name=moq]')).toBe('77');
  await page.fill('[name="attributes.thickness"]', '3 µm');
  await page.click('button:has-text("保存草稿")');
  await page.waitForURL('**done=saved');
  await edit();
  expect(await page.getByText('找回了上次没有保存的内容').count()).toBe(0);
  expect(await page.inputValue('[name=moq]')).toBe('77');
});

test('what was typed into the enterprise is there again after signing in anew, and saved it is not offered again', async () => {
  const owner = await trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' });
  const settings = await owner.context.newPage();
  await settings.goto('/enterprise', { waitUntil: 'networkidle' });
  const about = settings.locator('[name="about.zh-Hans"]');
  await about.fill('专做 6 µm 锂电铜箔。');
  await settings.check('[name=chains][value=electronics]');
  await settings.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('unsaved-enterprise:')));
  await owner.call(accounts.signOut, {});
  await settings.waitForURL('**/sign-in?next=%2Fenterprise');
  await settings.getByLabel('邮箱').fill(owner.email);
  await settings.getByLabel('密码').fill(password);
  await settings.getByRole('button', { name: '登录', exact: true }).click();
  await settings.waitForURL('**/enterprise');
  await settings.getByText('找回了上次没有保存的内容').waitFor();
  expect(await about.inputValue()).toBe('专做 6 µm 锂电铜箔。');
  expect(await settings.isChecked('[name=chains][value=electronics]')).toBe(true);
  await settings.getByRole('button', { name: '保存', exact: true }).click();
  await settings.getByText('已保存', { exact: true }).waitFor();
  await settings.goto('/enterprise', { waitUntil: 'networkidle' });
  expect(await settings.getByText('找回了上次没有保存的内容').count()).toBe(0);
  expect(await about.inputValue()).toBe('专做 6 µm 锂电铜箔。');
  await owner.context.close();
});

test('pausing saves what was typed; archiving asks first', async () => {
  await edit();
  await page.fill('[name=moq]', '88');
  await page.getByRole('button', { name: '暂停' }).click();
  await page.waitForURL('**done=paused');
  expect(await page.inputValue('[name=moq]')).toBe('88');
  expect(await state()).toBe('paused');

  const asked = page.getByRole('dialog');
  await page.getByRole('button', { name: /^归档/ }).click();
  await asked.getByRole('button', { name: '取消' }).click();
  expect(await state()).toBe('paused');
  await page.getByRole('button', { name: /^归档/ }).click();
  await asked.getByRole('button', { name: '归档' }).click();
  await page.waitForURL('**done=archived');
  expect(await state()).toBe('archived');
  expect(await page.getByRole('button', { name: '保存草稿' }).count()).toBe(0);
  expect(await page.locator('[name=moq]').isDisabled()).toBe(true);
});

test('a file on its way shows how far it is and can be called off', async () => {
  const buyer = await trader(browser, origin, { name: '陈晓明', enterprise: '前海线路（示例）' });
  const { id } = await buyer.call(conversations.open, { body: { listingId: await publishedFoil(supplier, '锂电铜箔 6 µm') } });
  const talk = await buyer.context.newPage();
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  await talk.route('**/api/files', async (route) => {
    await held;
    await route.abort();
  });
  await talk.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  expect(await talk.title()).toContain('信江铜箔（示例） · 锂电铜箔 6 µm');
  await talk.setInputFiles('input[type=file]', { name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  expect(await talk.getByRole('progressbar', { name: '正在上传 报告.pdf' }).textContent()).toMatch(/\d %/);
  await talk.getByRole('button', { name: '取消 报告.pdf' }).click();
  expect(await talk.getByText('报告.pdf').count()).toBe(0);
  letGo();
  await talk.getByRole('textbox', { name: '消息内容' }).fill('不带附件');
  await talk.getByRole('button', { name: '发送' }).click();
  await talk.locator('[role=log]').getByText('不带附件').waitFor();
  await buyer.context.close();
});

test.each(['/listings/nothing', '/enterprises/nothing', '/inbox/nothing', '/import/nothing', '/inbox/new'])('%s leads nowhere, and says so', async (path) => {
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  expect(await page.locator('h1').textContent()).toBe('这里没有内容');
});
