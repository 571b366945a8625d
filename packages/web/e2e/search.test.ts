import { listings } from '@ganwan/shared/listings/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { openBrowser, reader, site } from './site.ts';
import { publishedFoil, trader, type Trader } from './trader.ts';

let browser: Browser;
let origin: string;
let supplier: Trader;
let buyer: Trader;
let listingId: string;
const title = '锂电铜箔 6 µm 寻路';
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
  supplier = await trader(browser, origin, { name: '李工', enterprise: '贵溪铜箔（示例）' });
  buyer = await trader(browser, origin, { name: '陈晓明', enterprise: '深圳线路（示例）' });
  listingId = await publishedFoil(supplier, title);
});
afterAll(() => browser.close());

test.each([
  ['traditional characters', '銅箔'],
  ['simplified characters', '铜箔'],
  ['pinyin', 'tongbo'],
  ['initials', 'tb'],
  ['English', 'copper foil'],
  ['a wrong character of the same sound', '同箔'],
])('a published listing is found by %s', async (_, typed) => {
  const page = await buyer.context.newPage();
  await expect
    .poll(async () => {
      await page.goto('/search');
      await page.locator('header [name=q]').fill(typed);
      await page.locator('header [name=q]').press('Enter');
      await page.waitForURL('**q=**');
      return page.locator('article h2').allTextContents();
    }, { timeout: 30_000, interval: 500 })
    .toContain(title);
  await page.close();
});

test.each(['铜箔 銅箔', 'copper foil copper foil', 'tongbo tongbo'])('the results stay when two words have the same reason: %s', async (typed) => {
  const page = await buyer.context.newPage();
  await page.goto(`/search?q=${encodeURIComponent(typed)}`, { waitUntil: 'networkidle' });
  expect(await page.locator('article h2').allTextContents()).toContain(title);
  await page.close();
});

test('what has nothing to do with it does not find it', async () => {
  const page = await buyer.context.newPage();
  await page.goto(`/search?q=${encodeURIComponent('脐橙')}`);
  expect(await page.locator('article h2').allTextContents()).not.toContain(title);
  await page.close();
});

test.each(['zzz', 'WyJ4Il0', 'x'.repeat(300)])('an address whose place in the results is none shows them from the first: %s', async (cursor) => {
  const page = await buyer.context.newPage();
  const answer = await page.goto(`/search?family=electronic&cursor=${cursor}`);
  expect(answer?.status()).toBe(200);
  expect(new URL(page.url()).searchParams.get('family')).toBe('electronic');
  expect(await page.locator('article h2').allTextContents()).toContain(title);
  await page.close();
});

test('the trade\'s own facets narrow the results, and a chip takes each away', async () => {
  const page = await buyer.context.newPage();
  await page.goto('/search?family=electronic&sub=copper_foil', { waitUntil: 'networkidle' });
  const titles = () => page.locator('article h2').allTextContents();
  expect(await titles()).toContain(title);
  await page.getByRole('group', { name: '铜箔类型' }).getByRole('checkbox').first().check();
  await page.waitForURL('**f.foilType=hte**');
  expect(await titles()).toContain(title);
  await page.goto(`${page.url()}&min.thickness=20`, { waitUntil: 'networkidle' });
  expect(await titles()).toEqual([]);
  const least = page.getByRole('textbox', { name: /标称厚度 最小/ });
  await least.fill('10');
  await least.press('Enter');
  await page.waitForURL('**min.thickness=10**');
  expect(await titles()).toContain(title);
  await page.locator('.chips').getByRole('link', { name: /标称厚度/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('min.thickness'));
  expect(await titles()).toContain(title);
  await page.close();
});

test('a range in which nothing can lie says so beside the field, asks for nothing, and is put right at once', async () => {
  const page = await buyer.context.newPage();
  await page.goto('/search?family=electronic&sub=copper_foil&min.thickness=10', { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const thickness = page.getByRole('group', { name: '标称厚度' });
  const [least, most] = [thickness.getByRole('textbox', { name: /最小/ }), thickness.getByRole('textbox', { name: /最大/ })];
  await least.fill('20');
  await most.fill('3');
  await most.press('Enter');
  await thickness.getByText('最小值大于最大值').waitFor();
  expect(await most.getAttribute('aria-invalid')).toBe('true');
  expect(await findings(page)).toEqual([]);
  await most.fill('三');
  await most.press('Enter');
  await thickness.getByText('只填数字').waitFor();
  expect(asked.filter((url) => url.includes('max.thickness='))).toEqual([]);
  await most.fill('３');
  await thickness.getByRole('button', { name: '改为 3 – 20' }).click();
  await page.waitForURL('**min.thickness=3&max.thickness=20**');
  expect(await page.locator('article h2').allTextContents()).toContain(title);

  // An old link, or a form without JavaScript: the results are those without the range, and say so.
  await page.goto('/search?family=electronic&sub=copper_foil&min.thickness=20&max.thickness=3');
  expect(await page.locator('article h2').allTextContents()).toContain(title);
  expect(await page.locator('.chips').count()).toBe(0);
  const notice = page.locator('#results').getByRole('status').filter({ hasText: '标称厚度 20 – 3' });
  await notice.getByRole('link', { name: '改为 3 – 20' }).click();
  await page.waitForURL('**min.thickness=3&max.thickness=20**');
  await page.close();
});

test('a query without a word to search for finds nothing and says what can be typed', async () => {
  const page = await buyer.context.newPage();
  await page.goto(`/search?q=${encodeURIComponent(`'"%_;--`)}`);
  await page.getByText(`“'"%_;--”里没有可以搜索的字词`).waitFor();
  expect(await page.locator('article').count()).toBe(0);
  await page.getByRole('link', { name: '浏览全部' }).click();
  await page.waitForURL((url) => !url.searchParams.has('q'));
  expect(await page.locator('article').count()).toBeGreaterThan(0);
  await page.close();
});

test('a reason is given in the reader\'s script', async () => {
  const reading = await trader(browser, origin, { name: '何嘉欣', enterprise: null, language: 'zh-Hant' });
  const page = await reading.context.newPage();
  await page.goto(`/search?q=${encodeURIComponent('銅箔')}`);
  const hit = page.locator('article').filter({ hasText: title });
  // The listing is written in simplified characters only, and is quoted as it is shown.
  expect(await hit.getByRole('list', { name: '為何匹配' }).textContent()).toContain('寫有「铜箔」');
  await reading.context.close();
});

test('from the search a conversation begins, and its first words arrive at the other side', async () => {
  const there = await buyer.context.newPage();
  await there.goto(`/search?q=${encodeURIComponent('銅箔')}`);
  await there.locator('article').getByRole('link', { name: title, exact: true }).click();
  await there.waitForURL('**/listings/*');
  await there.getByRole('button', { name: '开始洽谈' }).first().click();
  await there.waitForURL(/\/inbox\/[0-9a-f-]{36}$/);
  await there.waitForLoadState('networkidle');
  const box = there.getByRole('textbox', { name: '消息内容' });
  await box.fill('您好，想了解这款铜箔');
  await box.press('Enter');

  const here = await supplier.context.newPage();
  await here.goto('/inbox', { waitUntil: 'networkidle' });
  await here.getByRole('link', { name: /深圳线路/ }).click();
  await here.locator('[role=log]').getByText('您好，想了解这款铜箔').waitFor();
  await Promise.all([here.close(), there.close()]);
});

test.each([['zh-Hans', 390, '供应', '采购需求'], ['zh-Hant', 720, '供應', '採購需求'], ['en', 390, 'Supplies', 'Demands']] as const)('supplies and demands are one press apart and the search stays (%s, %i px)', async (language, width, supplies, demands) => {
  const context = await reader(browser, origin, { language, width });
  const page = await context.newPage();
  await page.goto(`/search?q=${encodeURIComponent('铜箔')}&family=electronic`, { waitUntil: 'networkidle' });
  const link = (name: string) => page.locator('#results').getByRole('link', { name, exact: true });
  expect(await link(supplies).getAttribute('aria-current')).toBe('page');
  await link(demands).click();
  await page.waitForURL('**kind=demand**');
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('q'), searchParams.get('family')]).toEqual(['铜箔', 'electronic']);
  expect(await link(demands).getAttribute('aria-current')).toBe('page');
  expect(await findings(page)).toEqual([]);
  await context.close();
});

test('by price is sorted only what is counted in one unit', async () => {
  const other = await trader(browser, origin, { name: '陈静', enterprise: '贵溪线材（示例）' });
  for (const [name, unitOfMeasure] of [['按吨论价 寻路', 't'], ['按千克论价 寻路', 'kg']] as const) {
    const id = await publishedFoil(other, name);
    const { revision } = await other.call(listings.edit, { params: { id }, body: { revision: 2, unitOfMeasure } });
    if (unitOfMeasure !== 'kg') await other.call(listings.publish, { params: { id }, body: { revision } });
  }
  const page = await other.context.newPage();
  const price = page.locator('[name=sort] option[value=price]');
  await expect.poll(async () => (await page.goto(`/search?q=${encodeURIComponent('论价')}`), price.isDisabled()), { timeout: 30_000, interval: 500 }).toBe(true);
  expect(await price.textContent()).toBe('价格最低（须同一单位）');
  await page.goto(`/search?q=${encodeURIComponent('论价')}&sort=price`);
  await page.getByText('各条的计量单位不同').waitFor();
  await page.goto(`/search?q=${encodeURIComponent('论价')}&f.unitOfMeasure=kg&sort=price`);
  expect([await page.getByText('各条的计量单位不同').count(), await price.isDisabled()]).toEqual([0, false]);
  await other.context.close();
});

test('on a phone the search goes back to what was looked at last: supplies or demands', async () => {
  const context = await reader(browser, origin, { width: 390 });
  const page = await context.newPage();
  await page.goto('/search?kind=demand', { waitUntil: 'networkidle' });
  const bar = page.getByRole('navigation', { name: '菜单' });
  await bar.getByRole('link', { name: '首页' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await bar.getByRole('link', { name: '搜索' }).click();
  await page.waitForURL('**/search?kind=demand');
  await context.close();
});

test('from the keyboard the results are reached past the filters', async () => {
  const page = await buyer.context.newPage();
  await page.goto('/search?family=electronic', { waitUntil: 'networkidle' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到搜索结果');
  await page.keyboard.press('Enter');
  const first = page.locator('article h2 a').first();
  for (let i = 0; i < 6 && !(await first.evaluate((link) => link === document.activeElement)); i++) await page.keyboard.press('Tab');
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.close();
});

test('on a phone whoever is new finds the sign-up in the header', async () => {
  const context = await reader(browser, origin, { width: 390 });
  const page = await context.newPage();
  await page.goto('/search');
  await page.locator('header').getByRole('link', { name: '注册' }).click();
  await page.waitForURL('**/sign-up');
  await context.close();
});

test('quick choices to compare all count, and a fifth is not offered', async () => {
  for (const number of [1, 2, 3, 4]) await publishedFoil(supplier, `比较铜箔 ${number}`);
  const page = await buyer.context.newPage();
  await expect
    .poll(async () => {
      await page.goto(`/search?family=electronic&q=${encodeURIComponent('铜箔')}`, { waitUntil: 'networkidle' });
      return page.locator('article').count();
    }, { timeout: 30_000, interval: 500 })
    .toBeGreaterThan(4);
  // An answer that takes longer than the next press.
  await page.route('**/__data.json**', async (route) => {
    await new Promise((passed) => setTimeout(passed, 1_000));
    await route.continue();
  });
  const card = (i: number) => page.locator('article').nth(i);
  for (const i of [0, 1, 2]) await card(i).getByRole('link', { name: /^加入比较/ }).click();
  await page.waitForURL((url) => url.searchParams.getAll('compare').length === 3);
  await card(3).getByRole('link', { name: /^加入比较/ }).click();
  await card(4).getByText('最多比较 4 条').waitFor();
  expect(await page.getByRole('link', { name: /^加入比较/ }).count()).toBe(0);
  await page.waitForURL((url) => url.searchParams.getAll('compare').length === 4);
  expect(await findings(page)).toEqual([]);
  await card(0).getByRole('link', { name: /^移出比较/ }).click();
  await card(4).getByRole('link', { name: /^加入比较/ }).waitFor();
  await page.close();
});

const field = (page: Page) => page.locator('header').getByRole('combobox', { name: '搜索' });
const options = (page: Page) => page.locator('header [role=option]');

test('what is being typed is finished from the keyboard, and Escape leaves the text as typed', async () => {
  const page = await buyer.context.newPage();
  await page.goto('/search', { waitUntil: 'networkidle' });
  await field(page).pressSequentially('tong');
  await options(page).filter({ hasText: /^铜箔/ }).first().waitFor();
  expect(await field(page).getAttribute('aria-expanded')).toBe('true');
  expect(await field(page).inputValue()).toBe('tong');
  // The checker opens a page of its own, and a field that is left closes its list.
  expect(await findings(page)).toEqual([]);

  await field(page).press('b');
  await options(page).first().waitFor();
  await field(page).press('Escape');
  expect(await options(page).count()).toBe(0);
  expect(await field(page).inputValue()).toBe('tongb');

  await field(page).press('o');
  await options(page).first().waitFor();
  await field(page).press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
  const text = await chosen.locator('span').textContent();
  await field(page).press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === text);
  expect(await options(page).count()).toBe(0);
  await page.close();
});

test('a suggested listing opens at once', async () => {
  const page = await buyer.context.newPage();
  await page.goto('/search', { waitUntil: 'networkidle' });
  await field(page).fill('锂电铜箔 6');
  await options(page).filter({ hasText: title }).click();
  await page.waitForURL(`**/listings/${listingId}`);
  await page.close();
});

test('while an input method composes nothing is suggested, and its keys choose nothing', async () => {
  const page = await buyer.context.newPage();
  await page.goto('/search', { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('/suggestions') && asked.push(new URL(request.url()).searchParams.get('q') ?? '')));
  await field(page).focus();
  const keyboard = await buyer.context.newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'tong', selectionStart: 4, selectionEnd: 4 });
  await keyboard.send('Input.imeSetComposition', { text: 'tong bo', selectionStart: 7, selectionEnd: 7 });
  await keyboard.send('Input.insertText', { text: '铜箔' });
  await options(page).first().waitFor();
  expect(asked).toEqual(['铜箔']);
  await page.close();
});
