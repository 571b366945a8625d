import { listings } from '@ganwan/shared/listings/contract';
import type { Browser, Page } from 'playwright-core';
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

async function draft({ javaScript = true } = {}): Promise<{ page: Page; id: string; close(): Promise<void> }> {
  const { context, call } = await trader(browser, origin, { name: '刘梅', enterprise: '信丰果业（示例）', javaScript });
  const { id } = await call(listings.create, { body: { kind: 'supply', subFamily: 'fruit', title: { 'zh-Hans': '赣南脐橙' } } });
  const page = await context.newPage();
  await page.goto(`/listings/${id}/edit`, { waitUntil: 'networkidle' });
  return { page, id, close: () => context.close() };
}

const errorOf = async (page: Page, name: string, row = 0) => {
  const input = page.locator(`[name="${name}"]`).nth(row);
  const id = (await input.getAttribute('aria-describedby'))?.split(' ').at(-1);
  return id ? page.locator(`[id="${id}"]`).textContent() : null;
};

test.each([true, false])('everything wrong with a form is said in one answer, each at its field (JavaScript: %s)', async (javaScript) => {
  const { page, close } = await draft({ javaScript });
  await page.selectOption('[name=priceMode]', 'tier');
  await page.fill('[name=moq]', '-５');
  await page.fill('[name=orderStep]', '1,5');
  await page.fill('[name=leadTimeDays]', '3.5');
  await page.fill('[name="capacity.amount"]', '很多');
  for (const [row, [quantity, price]] of [['500', '八块'], ['２００', '8.2']].entries()) {
    await page.locator('[name="tier.minQuantity"]').nth(row).fill(quantity!);
    await page.locator('[name="tier.unitPrice"]').nth(row).fill(price!);
  }
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  await page.waitForSelector('[name=moq][aria-invalid]');
  expect(await errorOf(page, 'moq')).toBe('最小起订量要大于 0。');
  expect(await errorOf(page, 'orderStep')).toContain('读不出数字：“1,5”');
  expect(await errorOf(page, 'leadTimeDays')).toContain('要填整数');
  expect(await errorOf(page, 'capacity.amount')).toContain('读不出数字：“很多”');
  expect(await errorOf(page, 'tier.unitPrice', 0)).toContain('读不出数字：“八块”');
  expect(await errorOf(page, 'tier.minQuantity', 1)).toContain('须大于 500');
  for (const name of ['chain', 'originRegion', 'unitOfMeasure', 'currency', 'leadTimeFrom']) expect([name, await errorOf(page, name)]).toEqual([name, expect.stringContaining('请填写')]);
  expect(await page.inputValue('[name=moq]')).toBe('-５');
  if (javaScript) expect(await findings(page)).toEqual([]);
  await close();
});

test('an error goes when its value is changed, stays while others are, and comes back when nothing was mended', async () => {
  const { page, close } = await draft();
  const save = () => page.click('button:has-text("保存草稿")');
  await page.fill('[name=moq]', '-5');
  await page.fill('[name=leadTimeDays]', '3.5');
  await save();
  await page.waitForSelector('[name=moq][aria-invalid]');
  await page.fill('[name=moq]', '-6');
  expect([await errorOf(page, 'moq'), await page.locator('[name=moq]').getAttribute('aria-invalid')]).toEqual([null, null]);
  await page.fill('[name=itemNumber]', 'QC-1');
  expect(await errorOf(page, 'leadTimeDays')).toContain('要填整数');
  await save();
  await page.waitForSelector('[name=moq][aria-invalid]');
  expect(await errorOf(page, 'moq')).toBe('最小起订量要大于 0。');
  expect(await findings(page)).toEqual([]);
  await close();
});

test('what is wrong with several fields together goes when one of them is changed', async () => {
  const { page, close } = await draft();
  await page.selectOption('[name=priceMode]', 'tier');
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  const error = page.locator('#listing').getByText('阶梯价至少要');
  await error.waitFor();
  await page.locator('[name="tier.minQuantity"]').nth(0).fill('500');
  await error.waitFor({ state: 'detached' });
  await close();
});

test('two people who save one listing lose nothing: what only one changed comes together, what both changed is named', async () => {
  const seller = await trader(browser, origin, { name: '刘梅', enterprise: '信丰果业（示例）' });
  const { id } = await seller.call(listings.create, { body: { kind: 'supply', subFamily: 'fruit', title: { 'zh-Hans': '赣南脐橙' }, moq: 500, unitOfMeasure: 'kg' } });
  const page = await seller.context.newPage();
  await page.goto(`/listings/${id}/edit`, { waitUntil: 'networkidle' });
  await seller.call(listings.edit, { params: { id }, body: { revision: 1, moq: 800, leadTimeDays: 9 } });
  await page.fill('[name=moq]', '600');
  await page.fill('[name=itemNumber]', 'QC-9');
  await page.click('button:has-text("保存草稿")');
  const told = page.getByText('双方都改过：最小起订量。');
  await told.waitFor();
  expect([await page.inputValue('[name=moq]'), await page.inputValue('[name=itemNumber]'), await page.inputValue('[name=leadTimeDays]')]).toEqual(['600', 'QC-9', '9']);
  expect(await findings(page)).toEqual([]);
  await page.click('button:has-text("保存草稿")');
  await told.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('[name=revision]').inputValue()).toBe('3');
  expect(await seller.call(listings.showOwn, { params: { id } })).toMatchObject({ moq: 600, itemNumber: 'QC-9', leadTimeDays: 9, revision: 3 });

  await seller.call(listings.edit, { params: { id }, body: { revision: 3, moq: 900 } });
  await page.fill('[name=moq]', '700');
  await page.click('button:has-text("保存草稿")');
  await told.waitFor();
  await page.getByRole('button', { name: '不用我的，看同事保存的' }).click();
  await told.waitFor({ state: 'detached' });
  expect(await page.inputValue('[name=moq]')).toBe('900');
  expect(await page.locator('[name=revision]').inputValue()).toBe('4');

  await page.fill('[name=itemNumber]', 'QC-10');
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => String(kept).includes('QC-10')));
  await seller.call(listings.edit, { params: { id }, body: { revision: 4, leadTimeDays: 12 } });
  await page.goto(`/listings/${id}/edit`, { waitUntil: 'networkidle' });
  await page.getByText('已经合在一起').waitFor();
  expect([await page.inputValue('[name=itemNumber]'), await page.inputValue('[name=leadTimeDays]')]).toEqual(['QC-10', '12']);
  await page.click('button:has-text("保存草稿")');
  await expect.poll(() => seller.call(listings.showOwn, { params: { id } })).toMatchObject({ itemNumber: 'QC-10', leadTimeDays: 12 });
  await seller.context.close();
});

test('what a colleague changed and changed back is not undone by who saves next', async () => {
  const seller = await trader(browser, origin, { name: '刘梅', enterprise: '信丰果业（示例）' });
  const { id } = await seller.call(listings.create, { body: { kind: 'supply', subFamily: 'fruit', title: { 'zh-Hans': '赣南脐橙' }, moq: 500, unitOfMeasure: 'kg' } });
  const page = await seller.context.newPage();
  await page.goto(`/listings/${id}/edit`, { waitUntil: 'networkidle' });
  const save = async (revision: string) => {
    await page.click('button:has-text("保存草稿")');
    await expect.poll(() => page.locator('[name=revision]').inputValue()).toBe(revision);
  };
  await page.fill('[name=itemNumber]', 'QC-9');
  await seller.call(listings.edit, { params: { id }, body: { revision: 1, moq: 800 } });
  await save('2');
  await seller.call(listings.edit, { params: { id }, body: { revision: 2, moq: 500 } });
  await save('3');
  expect(await page.inputValue('[name=moq]')).toBe('500');
  await save('4');
  expect(await seller.call(listings.showOwn, { params: { id } })).toMatchObject({ moq: 500, itemNumber: 'QC-9' });
  await seller.context.close();
});

test.each([true, false])('a form that was refused does not pass over what a colleague saved meanwhile (JavaScript: %s)', async (javaScript) => {
  const seller = await trader(browser, origin, { name: '刘梅', enterprise: '信丰果业（示例）', javaScript });
  const { id } = await seller.call(listings.create, { body: { kind: 'supply', subFamily: 'fruit', title: { 'zh-Hans': '赣南脐橙' }, moq: 500, unitOfMeasure: 'kg' } });
  const page = await seller.context.newPage();
  await page.goto(`/listings/${id}/edit`, { waitUntil: 'networkidle' });
  await seller.call(listings.edit, { params: { id }, body: { revision: 1, leadTimeDays: 9 } });
  await page.fill('[name=moq]', '很多');
  await page.click('button:has-text("保存草稿")');
  await page.waitForSelector('[name=moq][aria-invalid]');
  expect(await page.locator('[name=revision]').inputValue()).toBe('1');
  await page.fill('[name=moq]', '600');
  await page.click('button:has-text("保存草稿")');
  await page.getByText('同事刚才也保存了这条内容。他改过的').waitFor();
  expect((await seller.call(listings.showOwn, { params: { id } })).leadTimeDays).toBe(9);
  await seller.context.close();
});

test('what the browser keeps back is told at the field, in the words of the page', async () => {
  const context = await reader(browser, origin, { language: 'zh-Hant', width: 390 });
  const page = await context.newPage();
  await page.goto('/sign-up', { waitUntil: 'networkidle' });
  await page.fill('[name=name]', '陳曉明');
  await page.fill('[name=email]', 'nobody');
  await page.fill('[name=password]', 'short');
  await page.locator('main form button[type=submit], main form button:not([type])').first().click();
  expect(await errorOf(page, 'email')).toContain('name@example.com');
  expect(await errorOf(page, 'password')).toContain('10');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
  expect(await findings(page)).toEqual([]);
  await page.fill('[name=email]', 'nobody@example.com');
  expect(await errorOf(page, 'email')).toBeNull();
  await context.close();
});

test('a listing without a category is led to the categories, on a phone too', async () => {
  const { context } = await trader(browser, origin, { name: '刘梅', enterprise: '信丰果业（示例）', width: 390 });
  const page = await context.newPage();
  await page.goto('/publish', { waitUntil: 'networkidle' });
  await page.fill('[name=title]', '赣南脐橙');
  await page.click('button:has-text("建立草稿")');
  const first = page.locator('[name=subFamily]').first();
  const error = page.locator('main fieldset .error');
  await error.waitFor();
  await expect.poll(() => first.evaluate((input) => input === document.activeElement)).toBe(true);
  const place = await error.boundingBox();
  expect(place!.y).toBeGreaterThan(60);
  expect(place!.y + place!.height).toBeLessThan(840);
  expect(await findings(page)).toEqual([]);
  await page.check('[name=subFamily] >> nth=-1');
  expect(await error.count()).toBe(0);
  await context.close();
});

test('a listing that is begun is offered again after a reload and after going back, until it is a draft', async () => {
  const { context } = await trader(browser, origin, { name: '刘梅', enterprise: '信丰果业（示例）' });
  const page = await context.newPage();
  await page.goto('/publish', { waitUntil: 'networkidle' });
  await page.fill('[name=title]', '赣南脐橙');
  await page.check('[name=subFamily][value=fruit]');
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith('unsaved-publish:')))).toBe(true);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText('找回了上次没有保存的内容').waitFor();
  await page.getByRole('link', { name: '找供应' }).click();
  await page.waitForURL('**/search**');
  await page.getByRole('link', { name: '发布', exact: true }).click();
  await page.getByText('找回了上次没有保存的内容').waitFor();
  expect([await page.inputValue('[name=title]'), await page.isChecked('[name=subFamily][value=fruit]')]).toEqual(['赣南脐橙', true]);
  expect(await findings(page)).toEqual([]);
  await page.click('button:has-text("建立草稿")');
  await page.waitForURL('**/edit');
  await page.goto('/publish', { waitUntil: 'networkidle' });
  expect(await page.inputValue('[name=title]')).toBe('');
  await context.close();
});

test('what is missing names the certificate, its date and what to do', async () => {
  const { page, close } = await draft();
  await page.getByRole('button', { name: '加一张证书' }).click();
  // The first row stays empty: the second is the first certificate.
  await page.locator('[name="certificate.kind"]').nth(1).selectOption('green_food');
  await page.locator('[name="certificate.number"]').nth(1).fill('LB-18-2401');
  await page.locator('[name="certificate.issuer"]').nth(1).fill('中国绿色食品发展中心');
  await page.locator('[name="certificate.issued"]').nth(1).fill('2098-03-03');
  await page.click('button:has-text("保存草稿")');
  await page.getByText('绿色食品的签发日期在今天之后，请改成证书或报告上的日期。').waitFor();
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  await page.waitForSelector('[name="certificate.issued"][aria-invalid]');
  expect(await errorOf(page, 'certificate.issued')).toContain('签发日期在今天之后');
  expect(await findings(page)).toEqual([]);
  await close();
});

test.each([true, false])('documents go with the listing, and buyers read their names (JavaScript: %s)', async (javaScript) => {
  const { page, id, close } = await draft({ javaScript });
  const pdf = { name: '赣南脐橙检测报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await page.locator('[name=newDocuments]').setInputFiles(pdf);
  if (javaScript) {
    await page.getByRole('link', { name: '赣南脐橙检测报告.pdf' }).waitFor();
    const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    await page.locator('[name=newDocuments]').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: pixel });
    await page.getByText('照片.png: 这是图片，请放在“图片”里。').waitFor();
    expect(await findings(page)).toEqual([]);
  }
  await page.selectOption('[name=chain]', 'food');
  await page.selectOption('[name=originRegion]', '360700');
  await page.selectOption('[name=priceMode]', 'negotiable');
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  await page.waitForURL('**done=published');
  await page.getByRole('link', { name: '赣南脐橙检测报告.pdf' }).waitFor();
  if (javaScript) expect(await findings(page)).toEqual([]);
  await page.goto(`/listings/${id}`);
  const document = await page.getByRole('link', { name: '赣南脐橙检测报告.pdf' }).getAttribute('href');
  expect((await fetch(origin + document)).status).toBe(200);
  await close();
});

test.each([true, false])('a certificate carries its scan from the form to the page of the listing (JavaScript: %s)', async (javaScript) => {
  const { page, id, close } = await draft({ javaScript });
  await page.locator('[name="certificate.kind"]').selectOption('green_food');
  await page.locator('[name="certificate.number"]').fill('LB-18-2401');
  await page.locator('[name="certificate.issuer"]').fill('中国绿色食品发展中心');
  await page.locator('[name="certificate.issued"]').fill('2026-03-03');
  await page.getByLabel('扫描件').setInputFiles({ name: '绿色食品.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  if (javaScript) await page.getByRole('link', { name: '查看', exact: true }).waitFor();
  if (javaScript) expect(await findings(page)).toEqual([]);
  await page.selectOption('[name=chain]', 'food');
  await page.selectOption('[name=originRegion]', '360700');
  await page.selectOption('[name=priceMode]', 'negotiable');
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  await page.waitForURL('**done=published');
  await page.goto(`/listings/${id}`);
  const scan = await page.getByRole('link', { name: '查看扫描件' }).getAttribute('href');
  expect((await fetch(origin + scan)).status).toBe(200);
  expect(await page.locator('main').textContent()).toContain('2026年3月3日 签发');
  await close();
});
