import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { openBrowser, site } from './site.ts';
import { publishedFoil, trader } from './trader.ts';

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

test('the only owner is led from the people to where the enterprise is closed', async () => {
  const { context } = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  const page = await context.newPage();
  await page.goto('/enterprise/members', { waitUntil: 'networkidle' });
  expect(await page.getByRole('button', { name: '退出企业' }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: '不再需要这家企业' }).click();
  await page.waitForURL('**/enterprise#close');
  await expect.poll(() => page.getByRole('heading', { name: '关闭企业' }).evaluate((heading) => heading.getBoundingClientRect().top)).toBeLessThan(900);
  await context.close();
});

test.each([390, 1440])('what has the focus is not behind a bar, forwards and backwards, at %i', async (width) => {
  const owner = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）', width });
  const listing = await publishedFoil(owner, 'HTE 电解铜箔 18 µm');
  const page = await owner.context.newPage();
  await page.setViewportSize({ width, height: 700 });
  for (const path of [`/listings/${listing}/edit`, `/listings/${listing}`, '/enterprise', '/account']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    for (const key of ['Tab', 'Shift+Tab']) {
      const behind: string[] = [];
      for (let i = 0; i < 70; i++) {
        await page.keyboard.press(key);
        const found = await page.evaluate(focusBehind);
        if (found !== null) behind.push(found);
      }
      expect(behind, `${path} ${key}`).toEqual([]);
    }
  }
  await owner.context.close();
});

/** In the page: what the focused field or button is called when a bar lies over its top or its end. */
function focusBehind(): string | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.closest('main') === null || focused.closest('.at-foot') !== null || focused.tagName === 'MAIN') return null;
  const { left, top, bottom, width, height } = (focused.closest('label') ?? focused).getBoundingClientRect();
  // Of a tall one the browser shows where one types.
  const ends = height > 100 ? [top + 3] : [top + 3, bottom - 3];
  const covered = ends.some((y) => {
    const there = document.elementFromPoint(left + Math.min(width / 2, 40), y);
    return there?.closest('.at-foot, .bars') != null;
  });
  return covered ? `${focused.tagName} ${focused.getAttribute('name') ?? focused.textContent}` : null;
}

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
