import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listings } from '@ganwan/shared/listings/contract';
import { findings } from './axe.ts';
import { openBrowser, reader, site } from './site.ts';
import { publishedFoil, trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

test('who reads a listing sees what each version changed, in its own measures, without JavaScript too', async () => {
  const supplier = await trader(browser, origin, { name: '周工', enterprise: '赣江铜箔（示例）' });
  const id = await publishedFoil(supplier, '版本试制铜箔');
  const page = await (await reader(browser, origin, { javaScript: false })).newPage();
  await page.goto(`/listings/${id}`);
  expect(await page.getByRole('heading', { name: '历史版本' }).count()).toBe(0);

  const publish = async (edit: object) => {
    const { revision } = await supplier.call(listings.showOwn, { params: { id } });
    const saved = await supplier.call(listings.edit, { params: { id }, body: { revision, ...edit } });
    await supplier.call(listings.publish, { params: { id }, body: { revision: saved.revision } });
  };
  await publish({ moq: 50, attributes: { thickness: { value: 12, text: '12 µm', unit: 'um' }, foilType: 'hte' } });
  await publish({ unitOfMeasure: 't', hsCode: '741011' });

  await page.reload();
  await page.getByRole('link', { name: '第 2 版' }).click();
  expect(await page.locator('dt').allTextContents()).toHaveLength(2);
  expect((await page.locator('dl').textContent())?.replace(/\s+/g, ' ')).toContain('原为 100 千克');
  expect(await page.locator('ins').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('50 千克'), expect.stringContaining('12 µm')]));
  await page.context().close();

  const checked = await (await reader(browser, origin, { width: 390 })).newPage();
  await checked.goto(`/listings/${id}/versions?of=99`);
  expect(await checked.locator('h2').first().textContent()).toBe('第 3 版与第 2 版相比');
  expect((await checked.locator('dl').textContent())?.replace(/\s+/g, ' ')).toMatch(/海关编码 未填 ?改为 741011/);
  expect(await findings(checked)).toEqual([]);
  expect(await checked.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await checked.context().close();
  await supplier.context.close();
});
