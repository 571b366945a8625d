import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { findings } from './axe.ts';
import { openBrowser, site } from './site.ts';
import { invitationPath, publishedFoil, trader, type Trader } from './trader.ts';

let browser: Browser;
let origin: string;
let supplier: Trader;
let buyer: Trader;
let listingId: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
  supplier = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  buyer = await trader(browser, origin, { name: '陈晓明', enterprise: '前海线路（示例）' });
  listingId = await publishedFoil(supplier, 'HTE 电解铜箔 18 µm');
});
afterAll(() => browser.close());

const says = (page: Page) => page.locator('[role=log] .body').allTextContents();
const box = (page: Page) => page.getByRole('textbox', { name: '消息内容' });

async function say(page: Page, text: string) {
  await box(page).fill(text);
  await box(page).press('Enter');
}

test('from a listing to a conversation; who was offline misses nothing, and what failed goes on by itself once', { timeout: 120_000 }, async () => {
  const there = await buyer.context.newPage();
  await there.goto(`/listings/${listingId}`);
  await there.getByRole('button', { name: '开始洽谈' }).first().click();
  await there.waitForURL(/\/inbox\/[0-9a-f-]{36}$/);
  await there.waitForLoadState('networkidle');
  // On a desk a conversation begins with its first words.
  expect(await box(there).evaluate((input) => input === document.activeElement)).toBe(true);
  await say(there, '请问交期多久？');

  const here = await supplier.context.newPage();
  await here.goto('/inbox', { waitUntil: 'networkidle' });
  await here.getByRole('link', { name: /前海线路/ }).click();
  await here.getByText('请问交期多久？', { exact: true }).last().waitFor();
  await say(here, '七天。');
  await there.locator('[role=log]').getByText('七天。').waitFor();
  // The other side has read it, and the mark says so.
  await there.locator('[role=log]').getByText('已读').waitFor();

  await buyer.context.setOffline(true);
  for (const text of ['一', '二', '三']) await say(here, text);
  await say(there, '离线时写的');
  await there.getByText('还没有发出去，连接恢复后自动发送。').waitFor({ timeout: 30_000 });
  expect(await there.getByRole('button', { name: '重新发送' }).count()).toBe(1);
  expect(await says(there)).toEqual(['请问交期多久？', '七天。', '离线时写的']);

  await buyer.context.setOffline(false);
  await there.locator('[role=log]').getByText('三', { exact: true }).waitFor();
  await here.locator('[role=log]').getByText('离线时写的').waitFor();

  const record = ['请问交期多久？', '七天。', '一', '二', '三', '离线时写的'];
  await there.getByRole('button', { name: '重新发送' }).waitFor({ state: 'detached' });
  expect(await says(there)).toEqual(record);
  expect(await says(here)).toEqual(record);
  await there.reload();
  expect(await says(there)).toEqual(record);
  expect(await findings(there)).toEqual([]);
  await Promise.all([here.close(), there.close()]);
});

test('what was said without a network and left behind with its pages goes out from any page, each tab in its order; what is old or was refused waits for a word', { timeout: 120_000 }, async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId: await publishedFoil(supplier, '电解铜箔 70 µm') } });
  const open = async () => {
    const page = await buyer.context.newPage();
    await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
    return page;
  };
  const tabs = [await open(), await open()] as const;
  await buyer.context.setOffline(true);
  for (const [page, text] of [[tabs[0], '旧的'], [tabs[0], '被拒的'], [tabs[0], '甲页写的'], [tabs[1], '乙页写的']] as const) await say(page, text);
  for (const page of tabs) await page.getByText('还没有发出去，连接恢复后自动发送。').last().waitFor({ timeout: 30_000 });
  await tabs[0].getByRole('link', { name: /信江铜箔/ }).first().getByText('[待发送] 甲页写的').waitFor();
  await tabs[0].evaluate(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith('unsent:'))) {
      const one = JSON.parse(localStorage.getItem(key)!) as { body: string; at: string };
      if (one.body === '旧的') localStorage.setItem(key, JSON.stringify({ ...one, at: new Date(Date.parse(one.at) - 3_600_000).toISOString() }));
      if (one.body === '被拒的') localStorage.setItem(key, JSON.stringify({ ...one, failure: 'too_many_requests' }));
    }
  });
  for (const page of tabs) await page.close();
  await buyer.context.setOffline(false);

  const bodies = async () => (await supplier.call(conversations.messages, { params: { id }, query: {} })).messages.map(({ body }) => body);
  const elsewhere = await buyer.context.newPage();
  await elsewhere.goto('/workbench');
  await expect.poll(bodies, { timeout: 20_000 }).toEqual(['甲页写的', '乙页写的']);
  const again = await open();
  await again.getByText('没有发出去。', { exact: true }).waitFor();
  await again.getByText(/没有发出去。 ./).waitFor();
  expect(await again.getByRole('button', { name: '重新发送' }).count()).toBe(2);
  expect(await bodies()).toEqual(['甲页写的', '乙页写的']);
  await Promise.all([elsewhere.close(), again.close()]);
});

test('a text that is too long is told, never cut, and a long link does not widen the page', async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const page = await buyer.context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await box(page).fill(`https://map.example/${'a'.repeat(600)}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await box(page).fill('好'.repeat(4012));
  await page.getByText('多了 12 个').waitFor();
  expect(await page.getByRole('button', { name: '发送' }).isDisabled()).toBe(true);
  expect((await box(page).inputValue()).length).toBe(4012);
  await box(page).fill('');
  await page.close();
});

test('a picture chosen without a network is there again after its page was closed', { timeout: 120_000 }, async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const page = await buyer.context.newPage();
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await buyer.context.setOffline(true);
  const buffer = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.locator('input[type=file]').setInputFiles({ name: '样品.png', mimeType: 'image/png', buffer });
  await page.getByText('样品.png').first().waitFor();
  await page.waitForTimeout(500);
  await page.close();
  await buyer.context.setOffline(false);
  const again = await buyer.context.newPage();
  await again.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await again.getByText('样品.png').first().waitFor();
  await again.getByRole('button', { name: '发送' }).click();
  await again.locator('[role=log] img').last().waitFor();
  await again.reload({ waitUntil: 'networkidle' });
  expect(await again.locator('form').getByText('样品.png').count()).toBe(0);
  await again.close();
});

test('a listing taken out of sight is said to be so, and those in the conversation can still read it', { timeout: 120_000 }, async () => {
  const paused = await publishedFoil(supplier, '压延铜箔 12 µm');
  const { id } = await buyer.call(conversations.open, { body: { listingId: paused } });
  const { revision } = await supplier.call(listings.showOwn, { params: { id: paused } });
  const page = await buyer.context.newPage();
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  // While it is open.
  await supplier.call(listings.pause, { params: { id: paused }, body: { revision } });
  await page.locator('.talk header').getByText('已暂停').waitFor();
  const about = page.getByRole('complementary', { name: '会话资料' });
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await about.getByText('公开页面已经看不到').waitFor();
  await about.getByRole('link', { name: '压延铜箔 12 µm' }).click();
  await page.getByRole('heading', { level: 1, name: '压延铜箔 12 µm' }).waitFor();
  await page.getByText('已暂停').waitFor();
  expect(await page.getByRole('button', { name: '开始洽谈' }).count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: '回到会话' }).click();
  await page.waitForURL(`**/inbox/${id}`);
  await page.close();
});

test('while the connection is away nobody is said to be there', { timeout: 120_000 }, async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const here = await supplier.context.newPage();
  await here.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  const there = await buyer.context.newPage();
  await there.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  const present = there.getByText('在线');
  await present.first().waitFor();
  await buyer.context.setOffline(true);
  await expect.poll(() => present.count(), { timeout: 15_000 }).toBe(0);
  await buyer.context.setOffline(false);
  await present.first().waitFor();
  await Promise.all([here.close(), there.close()]);
});

test('a connection that has not come about yet is away too once there is no network', async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const here = await supplier.context.newPage();
  await here.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  const there = await buyer.context.newPage();
  // A server that takes the connection and says nothing.
  await there.routeWebSocket(/socket\.io/, () => undefined);
  await there.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  const present = there.getByText('在线');
  await present.first().waitFor();
  await buyer.context.setOffline(true);
  await expect.poll(() => present.count(), { timeout: 10_000 }).toBe(0);
  await buyer.context.setOffline(false);
  await Promise.all([here.close(), there.close()]);
});

test('a draft outlives the page, and the Enter of an input method sends nothing', async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const page = await buyer.context.newPage();
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  const before = await says(page);
  await box(page).fill('写了一半');
  await box(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await box(page).press('Shift+Enter');
  await page.reload({ waitUntil: 'networkidle' });
  expect(await box(page).inputValue()).toBe('写了一半\n');
  expect(await says(page)).toEqual(before);
  await box(page).fill('');
  await page.close();
});

test('a conversation is read and answered without JavaScript', async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const plain = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, storageState: await buyer.context.storageState() });
  const page = await plain.newPage();
  await page.goto(`/inbox/${id}`);
  expect(await box(page).getAttribute('placeholder')).toBe('写消息');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByRole('alert').getByText('请填写消息内容').waitFor();
  expect(await box(page).getAttribute('aria-invalid')).toBe('true');
  await box(page).fill('没有脚本也能发');
  await page.getByRole('button', { name: '发送' }).click();
  expect(await says(page)).toContain('没有脚本也能发');
  await plain.close();
});

test('a colleague joins by invitation, is let in, and is out at once when removed', { timeout: 120_000 }, async () => {
  const { id } = await buyer.call(conversations.open, { body: { listingId } });
  const colleague = await trader(browser, origin, { name: '何嘉欣', enterprise: null });
  const owner = await buyer.context.newPage();
  await owner.goto('/enterprise/members', { waitUntil: 'networkidle' });
  await owner.getByRole('textbox', { name: '邮箱' }).fill(colleague.email);
  await owner.getByRole('button', { name: '发出邀请' }).click();
  await owner.getByText('邀请信已发出').waitFor();

  const theirs = await colleague.context.newPage();
  await theirs.goto(await invitationPath(colleague.email), { waitUntil: 'networkidle' });
  await theirs.getByRole('button', { name: '接受邀请' }).click();
  await theirs.waitForURL('**/workbench');
  await theirs.goBack();
  await theirs.getByText('您已经是前海线路（示例）的成员').waitFor();
  await theirs.getByRole('button', { name: '进入工作台' }).click();
  await theirs.waitForURL('**/workbench');
  await theirs.goto(`/inbox/${id}`);
  expect(await theirs.locator('h1').textContent()).toBe('这里没有内容');

  await owner.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await owner.getByRole('combobox', { name: '让同事加入' }).selectOption({ label: '何嘉欣' });
  await owner.getByRole('button', { name: '加入', exact: true }).click();
  await owner.getByRole('button', { name: '移除 何嘉欣' }).waitFor();
  await theirs.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await theirs.locator('[role=log]').waitFor();

  await owner.getByRole('button', { name: '移除 何嘉欣' }).click();
  await theirs.getByText('您已经不在这个会话里').waitFor();
  expect(await theirs.locator('[role=log]').count()).toBe(0);
  await Promise.all([owner.close(), colleague.context.close()]);
});

test('on a phone Enter makes a new line and the button sends', async () => {
  const phone = await trader(browser, origin, { name: '周舟', enterprise: '蛇口线路（示例）', width: 390, touch: true });
  const { id } = await phone.call(conversations.open, { body: { listingId } });
  const page = await phone.context.newPage();
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  // The keyboard would cover what is to be read.
  expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(false);
  await box(page).pressSequentially('第一行');
  await box(page).press('Enter');
  await box(page).pressSequentially('第二行');
  expect(await box(page).inputValue()).toBe('第一行\n第二行');
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.locator('[role=log]').getByText('第二行').waitFor();
  expect(await findings(page)).toEqual([]);
  await phone.context.close();
});

test('without JavaScript nothing is offered that needs it', async () => {
  const plain = await trader(browser, origin, { name: '郑平', enterprise: '沙井线路（示例）', javaScript: false });
  const { id } = await plain.call(conversations.open, { body: { listingId } });
  const page = await plain.context.newPage();
  await page.goto(`/inbox/${id}`);
  expect(await box(page).isVisible()).toBe(true);
  expect(await page.locator('button.attach').isVisible()).toBe(false);
  await page.goto(`/listings/${listingId}`);
  await page.selectOption('[name=to]', '440300');
  await page.locator('button.button', { hasText: '应用' }).click();
  await page.waitForURL('**to=440300**');
  await plain.context.close();
});
