import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { listening, openBrowser, site } from './site.ts';
import { invitationPath, password, publishedFoil, trader, type Trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

test('who is removed from an enterprise loses its conversations while looking at them, and goes on for another one', { timeout: 120_000 }, async () => {
  const supplier = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  const buyer = await trader(browser, origin, { name: '陈晓明', enterprise: '前海线路（示例）' });
  const colleague = await trader(browser, origin, { name: '何嘉欣', enterprise: '何记鲜果（示例）' });
  const { id } = await buyer.call(conversations.open, { body: { listingId: await publishedFoil(supplier, 'HTE 电解铜箔 12 µm') } });
  await buyer.call(enterprises.invite, { params: { id: buyer.enterpriseId }, body: { email: colleague.email, role: 'member' } });
  const token = (await invitationPath(colleague.email)).split('/').at(-1) ?? '';
  await colleague.call(enterprises.acceptInvitation, { params: { token } });
  const { items } = await buyer.call(enterprises.members, { params: { id: buyer.enterpriseId } , query: {} });
  const personId = items.find(({ person }) => person.email === colleague.email)?.person.id ?? '';
  await buyer.call(conversations.admit, { params: { id, personId } });

  const page = await colleague.context.newPage();
  await page.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await page.locator('[role=log]').waitFor();
  await buyer.call(enterprises.removeMember, { params: { id: buyer.enterpriseId, personId } });
  await page.locator('[role=log]').waitFor({ state: 'detached' });
  expect(await page.getByText('HTE 电解铜箔 12 µm').count()).toBe(0);
  await page.goto('/workbench');
  await page.getByRole('button', { name: '何记鲜果（示例）' }).first().waitFor();
  await page.locator('main').getByRole('button', { name: '何记鲜果（示例）' }).click();
  await page.waitForURL('**/workbench');
  await page.getByText('何记鲜果（示例）').first().waitFor();
  await Promise.all([supplier, buyer, colleague].map(({ context }) => context.close()));
});

const open = ({ context }: Trader) => listening(context, '/workbench');

test('a colleague of an enterprise that closes is told that it closed, until they have read it', { timeout: 120_000 }, async () => {
  const owner = await trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' });
  const member = await trader(browser, origin, { name: '李工', enterprise: null });
  await owner.call(enterprises.invite, { params: { id: owner.enterpriseId }, body: { email: member.email, role: 'member' } });
  const token = (await invitationPath(member.email)).split('/').at(-1) ?? '';
  await member.call(enterprises.acceptInvitation, { params: { token } });
  const page = await open(member);
  await owner.call(enterprises.close, { params: { id: owner.enterpriseId }, body: { password } });
  const told = page.getByText('“信江铜箔（示例）”已在本平台关闭');
  await told.waitFor();
  await page.waitForURL('**/welcome**');
  await page.waitForTimeout(7_000);
  expect(await told.isVisible()).toBe(true);
  await page.getByRole('status').getByRole('button', { name: '关闭' }).click();
  await told.waitFor({ state: 'detached' });
  await Promise.all([owner, member].map(({ context }) => context.close()));
});

test('a workbench left open says so and goes when its reader is removed, and when they are signed out elsewhere', { timeout: 120_000 }, async () => {
  const owner = await trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' });
  const member = await trader(browser, origin, { name: '李工', enterprise: null });
  await owner.call(enterprises.invite, { params: { id: owner.enterpriseId }, body: { email: member.email, role: 'member' } });
  const token = (await invitationPath(member.email)).split('/').at(-1) ?? '';
  await member.call(enterprises.acceptInvitation, { params: { token } });
  const removed = await open(member);
  const { id: personId } = (await member.call(people.me, {})).person;
  await owner.call(enterprises.removeMember, { params: { id: owner.enterpriseId, personId } });
  await removed.getByText('您已不是“信江铜箔（示例）”的成员').waitFor();
  await removed.waitForURL('**/welcome**');

  const signedOut = await open(owner);
  await owner.context.request.post('/sign-out', { headers: { origin } });
  await signedOut.getByText('登录已经结束').waitFor();
  await signedOut.waitForURL('**/sign-in?next=%2Fworkbench');
  await Promise.all([owner, member].map(({ context }) => context.close()));
});
