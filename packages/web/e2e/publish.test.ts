import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { openBrowser, reader, site } from './site.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

/** Eight digits that no other journey has registered. */
const registration = (javaScript: boolean): string => (javaScript ? '41000017' : '41000018');

test.each([true, false])('from signing up to a published listing that search finds (JavaScript: %s)', async (javaScript) => {
  const context = await reader(browser, origin, { javaScript });
  const page = await context.newPage();
  // The checker is a script itself.
  const checked = async () => (javaScript ? findings(page) : []);
  await page.goto('/sign-up');
  await page.fill('[name=name]', '王小禾');
  await page.fill('[name=email]', `publisher-${javaScript}@example.com`);
  await page.fill('[name=password]', 'correct horse battery');
  await page.click('main form button');
  await page.waitForURL('**/welcome**');

  await page.fill('[name="names.zh-Hans"]', '信江试制铜箔（示例）');
  await page.selectOption('[name=identityKind]', 'hk_br');
  await page.fill('[name=identityNumber]', '123');
  await page.selectOption('[name=region]', '810000');
  await page.check('[name=chains][value=nonferrous]');
  await page.click('button:has-text("登记企业")');
  // A wrong number is named, and nothing typed is lost.
  await page.waitForSelector('text=证件号码不对');
  expect(await page.inputValue('[name="names.zh-Hans"]')).toBe('信江试制铜箔（示例）');
  expect(await page.inputValue('[name=identityKind]')).toBe('hk_br');
  await page.fill('[name=identityNumber]', registration(javaScript));
  await page.click('button:has-text("登记企业")');
  await page.waitForURL('**/publish');
  expect(await checked()).toEqual([]);

  const title = `HTE 电解铜箔 18 µm ${javaScript ? '甲' : '乙'}`;
  await page.fill('[name=title]', title);
  await page.check('[name=subFamily][value=copper_foil]');
  await page.click('button:has-text("建立草稿")');
  await page.waitForURL('**/edit');
  expect(await checked()).toEqual([]);

  await page.fill('[name="attributes.thickness"]', '18 parrots');
  await page.fill('[name=moq]', '500');
  await page.click('button:has-text("保存草稿")');
  await page.waitForSelector('[role=alert]');
  expect(await page.inputValue('[name=moq]')).toBe('500');
  expect(await page.inputValue('[name="attributes.thickness"]')).toBe('18 parrots');

  await page.fill('[name="attributes.thickness"]', '18 µm');
  await page.selectOption('[name=chain]', 'nonferrous');
  await page.selectOption('[name=originRegion]', '360600');
  await page.selectOption('[name=unitOfMeasure]', 'kg');
  await page.setInputFiles('[name=newImages]', { name: '检测报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  if (!javaScript) await page.click('button:has-text("保存草稿")');
  await page.getByRole('alert').getByText('图片用 JPEG').waitFor();
  expect(await page.locator('[name=imageIds]').count()).toBe(0);

  // Too early: what was typed is saved, and the same page goes on from there.
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  await page.waitForSelector('[name=priceMode][aria-invalid]');
  await page.selectOption('[name=priceMode]', 'tier');
  await page.selectOption('[name=currency]', 'CNY');
  await page.locator('[name="tier.minQuantity"]').nth(0).fill('500');
  await page.locator('[name="tier.unitPrice"]').nth(0).fill('88');
  await page.locator('[name="tier.minQuantity"]').nth(1).fill('2万');
  await page.locator('[name="tier.unitPrice"]').nth(1).fill('86.4');
  await page.click('button:has-text("发布"):not(:has-text("保存"))');
  await page.waitForURL('**done=published');

  await expect
    .poll(async () => {
      await page.goto(`/search?q=${encodeURIComponent('銅箔 18微米')}`);
      return page.locator('article h2').allTextContents();
    }, { timeout: 20_000, interval: 500 })
    .toContain(title);
  await page.click(`article a:has-text("${title}")`);
  await page.waitForURL('**/listings/*');
  expect(await page.locator('main').textContent()).toContain('18 µm');
  expect(await page.locator('main').textContent()).toContain('20,000');
  expect(await checked()).toEqual([]);
  await context.close();
});
