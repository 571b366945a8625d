import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { listening, openBrowser, site } from './site.ts';
import { invitationPath, publishedFoil, trader, type Trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

const about = '[name="about.zh-Hans"]';
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();
const saved = (page: Page) => page.getByText('已保存', { exact: true }).waitFor();
const shown = (owner: Trader) => owner.call(enterprises.show, { params: { id: owner.enterpriseId } });

/** Belongs to the enterprise of `owner` from now on, and acts for it. */
async function joins(owner: Trader, one: Trader, role: 'admin' | 'member'): Promise<string> {
  await owner.call(enterprises.invite, { params: { id: owner.enterpriseId }, body: { email: one.email, role } });
  await one.call(enterprises.acceptInvitation, { params: { token: (await invitationPath(one.email)).split('/').at(-1) ?? '' } });
  return (await one.call(people.me, {})).person.id;
}

const settingsOf = ({ context }: Trader) => listening(context, '/enterprise');

test('what two people change of an enterprise comes together, each language by itself, with JavaScript and without', async () => {
  const owner = await trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' });
  const page = await settingsOf(owner);
  const plain = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, locale: 'zh-CN', storageState: await owner.context.storageState() });
  const other = await plain.newPage();
  await other.goto('/enterprise');
  await other.fill(about, '专做 6 µm 锂电铜箔。');
  await save(other);
  await saved(other);

  await page.fill('[name="about.en"]', 'Battery foil of 6 µm.');
  await save(page);
  const note = page.getByText('他改过的和您改过的已经合在一起');
  await note.waitFor();
  expect(await note.evaluate((element) => element.contains(document.activeElement) || document.activeElement?.contains(element))).toBe(true);
  expect(await page.inputValue(about)).toBe('专做 6 µm 锂电铜箔。');
  await save(page);
  await saved(page);
  expect((await shown(owner)).about).toEqual({ 'zh-Hans': '专做 6 µm 锂电铜箔。', en: 'Battery foil of 6 µm.' });

  await page.fill(about, '专做 4.5 µm 锂电铜箔。');
  expect(await page.getByText('已保存', { exact: true }).count()).toBe(0);
  await save(page);
  await saved(page);
  await other.fill(about, '专做锂电铜箔。');
  await save(other);
  await other.getByText('双方都改过：企业介绍 (简体中文)。').waitFor();
  await save(other);
  await saved(other);
  expect((await shown(owner)).about).toEqual({ 'zh-Hans': '专做锂电铜箔。', en: 'Battery foil of 6 µm.' });
  await Promise.all([plain.close(), owner.context.close()]);
});

test('a form that is open while its writer begins to act for another enterprise shows the other one, and keeps what was typed for its own', { timeout: 120_000 }, async () => {
  const [host, one] = await Promise.all([trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' }), trader(browser, origin, { name: '何嘉欣', enterprise: '何记鲜果（示例）' })]);
  await joins(host, one, 'admin');
  const page = await settingsOf(one);
  await page.getByRole('heading', { level: 1, name: '信江铜箔（示例）' }).waitFor();
  await page.fill(about, '信江自己的话');
  await one.call(enterprises.activate, { params: { id: one.enterpriseId } });
  await page.getByRole('heading', { level: 1, name: '何记鲜果（示例）' }).waitFor();
  await expect.poll(() => page.inputValue(about)).toBe('');
  await page.fill('[name="about.en"]', 'Fresh fruit (example)');
  await save(page);
  await saved(page);
  expect((await shown(one)).about).toEqual({ en: 'Fresh fruit (example)' });
  await one.call(enterprises.activate, { params: { id: host.enterpriseId } });
  await page.goto('/enterprise', { waitUntil: 'networkidle' });
  await page.getByText('找回了上次没有保存的内容').waitFor();
  expect(await page.inputValue(about)).toBe('信江自己的话');

  // Without JavaScript a refusal comes back with the enterprise it is about.
  const plain = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, locale: 'zh-CN', storageState: await one.context.storageState() });
  const other = await plain.newPage();
  await other.goto('/enterprise');
  await other.fill(about, '太长'.repeat(3000));
  await one.call(enterprises.activate, { params: { id: one.enterpriseId } });
  await save(other);
  await other.getByRole('heading', { level: 1, name: '信江铜箔（示例）' }).waitFor();
  await other.fill(about, '刚好');
  await save(other);
  await saved(other);
  expect([(await shown(host)).about, (await shown(one)).about]).toEqual([{ 'zh-Hans': '刚好' }, { en: 'Fresh fruit (example)' }]);
  await Promise.all([plain.close(), host.context.close(), one.context.close()]);
});

test('what is being typed stays when the page is read anew and somebody has saved the same', { timeout: 120_000 }, async () => {
  const [host, one] = await Promise.all([trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' }), trader(browser, origin, { name: '李工', enterprise: null })]);
  const personId = await joins(host, one, 'admin');
  const page = await settingsOf(one);
  await page.fill(about, '我正在写的');
  const { revision } = await shown(host);
  await host.call(enterprises.edit, { params: { id: host.enterpriseId }, body: { revision, about: { 'zh-Hans': '老板写的', en: 'By the owner' } } });
  // Another role makes every open page of theirs ask anew.
  await host.call(enterprises.changeRole, { params: { id: host.enterpriseId, personId }, body: { role: 'owner' } });
  await page.getByText('双方都改过：企业介绍 (简体中文)。').waitFor();
  expect([await page.inputValue(about), await page.inputValue('[name="about.en"]')]).toEqual(['我正在写的', 'By the owner']);
  await save(page);
  await saved(page);
  expect((await shown(host)).about).toEqual({ 'zh-Hans': '我正在写的', en: 'By the owner' });
  await Promise.all([host.context.close(), one.context.close()]);
});

test('a listing being edited is left for another enterprise and come back to; on the same device somebody else is shown nothing of it', { timeout: 120_000 }, async () => {
  const [host, one] = await Promise.all([trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' }), trader(browser, origin, { name: '何嘉欣', enterprise: '何记鲜果（示例）' })]);
  await joins(host, one, 'admin');
  const id = await publishedFoil(host, 'HTE 电解铜箔 35 µm');
  const page = await listening(one.context, `/listings/${id}/edit`);
  await page.fill('[name=moq]', '631');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('unsaved-listing:')));
  await one.call(enterprises.activate, { params: { id: one.enterpriseId } });
  await page.locator('[name=moq]').waitFor({ state: 'detached' });
  await one.call(enterprises.activate, { params: { id: host.enterpriseId } });
  await page.getByText('找回了上次没有保存的内容').waitFor();
  expect(await page.inputValue('[name=moq]')).toBe('631');

  await one.context.clearCookies();
  await one.context.addCookies(await host.context.cookies());
  await page.goto(`/listings/${id}/edit`, { waitUntil: 'networkidle' });
  expect(await page.inputValue('[name=moq]')).not.toBe('631');
  expect(await page.getByText('找回了上次没有保存的内容').count()).toBe(0);
  await Promise.all([host.context.close(), one.context.close()]);
});
