import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { findings } from './axe.ts';
import { openBrowser, site } from './site.ts';
import { publishedFoil, trader, type Trader } from './trader.ts';

let browser: Browser;
let buyer: Trader;
let id: string;
let page: Page;
beforeAll(async () => {
  const [opened, origin] = await Promise.all([openBrowser(), site()]);
  browser = opened;
  const supplier = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  buyer = await trader(browser, origin, { name: '陈晓明', enterprise: '前海线路（示例）' });
  ({ id } = await buyer.call(conversations.open, { body: { listingId: await publishedFoil(supplier, 'HTE 电解铜箔 18 µm') } }));
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await buyer.context.newPage();
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
});
afterEach(() => page.close());

const box = () => page.getByRole('textbox', { name: '消息内容' });
const send = () => page.getByRole('button', { name: '发送', exact: true });
const enclosed = () => page.getByRole('list', { name: '要发送的文件' }).getByRole('listitem');
const said = (text: string) => page.locator('[role=log]').getByText(text, { exact: true });
const csv = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('料号,价格\n18,92') });
const choose = (...files: { name: string; mimeType: string; buffer: Buffer }[]) => page.setInputFiles('input[type=file]', files);

/** Holds uploads back, to be let through or broken off. */
async function hold(): Promise<{ go: () => void; breakOff: () => void }> {
  let decide = (_: 'go' | 'break'): void => undefined;
  const decided = new Promise<'go' | 'break'>((resolve) => (decide = resolve));
  await page.route('**/api/files', async (route) => ((await decided) === 'go' ? route.continue() : route.abort()), { times: 1 });
  return { go: () => decide('go'), breakOff: () => decide('break') };
}

test('refused files say why at once, keep the message back, and the rest is sent on request', async () => {
  await box().fill('附上报价表');
  await choose(csv('报价.csv'), { name: '安装.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }, { name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }, { name: '大图.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
  await enclosed().filter({ hasText: '安装.exe' }).getByText('这种文件不收').waitFor();
  await enclosed().filter({ hasText: '空.pdf' }).getByText('空文件').waitFor();
  await enclosed().filter({ hasText: '大图.png' }).getByText('图片不超过 10 MB').waitFor();
  expect(await send().isDisabled()).toBe(true);
  await page.getByText('3 个附件不能发送').waitFor();
  expect(await findings(page)).toEqual([]);

  await box().press('Enter');
  expect(await box().inputValue()).toBe('附上报价表');
  await page.getByRole('button', { name: '移除 安装.exe' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('移除 空.pdf');
  await page.getByRole('button', { name: '不带它们' }).click();
  await said('附上报价表').waitFor();
  await page.locator('[role=log]').getByText('报价.csv').waitFor();
  expect(await page.locator('[role=log]').getByText('空.pdf').count()).toBe(0);
  expect(await box().inputValue()).toBe('');
});

test('a file that only the server sees through is refused beside its name, and what was typed stays', async () => {
  await box().fill('图纸见附件');
  await choose({ name: '图纸.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg onload="x">') });
  await enclosed().getByText('这种文件不收').waitFor();
  expect(await page.getByRole('button', { name: '重试 图纸.pdf' }).count()).toBe(0);
  await page.getByRole('button', { name: '移除 图纸.pdf' }).click();
  expect(await send().isDisabled()).toBe(false);
  await box().press('Enter');
  await said('图纸见附件').waitFor();
});

test('a message sent while a file is on its way waits for it and then goes, once', async () => {
  const { go } = await hold();
  await box().fill('样品检测报告');
  await choose(csv('检测.csv'));
  await box().press('Enter');
  await page.getByText('附件上传完成后').waitFor();
  await box().press('Enter');
  expect(await said('样品检测报告').count()).toBe(0);
  go();
  await said('样品检测报告').waitFor();
  await page.locator('[role=log]').getByText('检测.csv').waitFor();
  expect(await said('样品检测报告').count()).toBe(1);
  expect(await box().inputValue()).toBe('');
});

test('waiting can be called off, and ends when the file breaks off half way; tried again it goes', async () => {
  const { breakOff } = await hold();
  await box().fill('请看附件');
  await choose(csv('半途.csv'));
  await send().click();
  await page.getByRole('button', { name: '先不发送' }).click();
  expect(await box().evaluate((field: HTMLTextAreaElement) => [field.readOnly, document.activeElement === field])).toEqual([false, true]);
  await box().press('Enter');
  breakOff();
  await enclosed().getByText('没有传完').waitFor();
  await page.getByText('1 个附件不能发送').waitFor();
  expect(await said('请看附件').count()).toBe(0);
  await page.getByRole('button', { name: '重试 半途.csv' }).click();
  await page.getByRole('button', { name: '移除 半途.csv' }).waitFor();
  await box().press('Enter');
  await said('请看附件').waitFor();
  await page.locator('[role=log]').getByText('半途.csv').waitFor();
});

test('a waiting message goes without a file that is taken out on its way', async () => {
  const { go } = await hold();
  await box().fill('不等附件了');
  await choose(csv('不要.csv'));
  await box().press('Enter');
  await page.getByRole('button', { name: '取消 不要.csv' }).click();
  await said('不等附件了').waitFor();
  go();
  expect(await page.locator('[role=log]').getByText('不要.csv').count()).toBe(0);
});

test('what is added without a network says so and goes up by itself when there is one again', async () => {
  await buyer.context.setOffline(true);
  await box().fill('离线附件');
  await choose(csv('离线.csv'));
  await enclosed().getByText('没有传完').waitFor();
  await buyer.context.setOffline(false);
  await page.getByRole('button', { name: '重试 离线.csv' }).waitFor({ state: 'detached', timeout: 30_000 });
  await expect.poll(() => enclosed().locator('[role=progressbar]').count()).toBe(0);
  await box().press('Enter');
  await page.locator('[role=log]').getByText('离线.csv').waitFor();
});

test('ten files go at once; what is more is named, and nothing of it is lost when the page is read anew', async () => {
  await choose(...Array.from({ length: 12 }, (_, i) => csv(`第${i + 1}份.csv`)));
  await page.getByText('没有加入：第11份.csv和第12份.csv').waitFor();
  expect(await enclosed().count()).toBe(10);
  expect(await page.getByRole('button', { name: '添加图片或文件' }).isDisabled()).toBe(true);
  await expect.poll(() => page.locator('[role=progressbar]').count(), { timeout: 20_000 }).toBe(0);
  await page.reload({ waitUntil: 'networkidle' });
  expect(await enclosed().count()).toBe(10);
  await page.getByRole('button', { name: '移除 第10份.csv' }).click();
  await choose(csv('第11份.csv'));
  await page.getByRole('button', { name: '移除 第11份.csv' }).waitFor();
  await send().click();
  await page.locator('[role=log]').getByText('第11份.csv').waitFor();
  expect(await page.locator('[role=log]').getByText(/^第\d+份\.csv$/).count()).toBe(10);
});

test('a file goes on being sent while another conversation is looked at', async () => {
  const { go } = await hold();
  await box().fill('先看别的');
  await choose(csv('路上.csv'));
  await page.getByRole('link', { name: '全部' }).click();
  await page.waitForURL('**/inbox');
  go();
  await page.getByRole('link', { name: /信江铜箔/ }).first().click();
  await page.getByRole('button', { name: '移除 路上.csv' }).waitFor();
  expect(await box().inputValue()).toBe('先看别的');
  await send().click();
  await page.locator('[role=log]').getByText('路上.csv').waitFor();
});
