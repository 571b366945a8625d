import { createHmac } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations } from '@ganwan/shared/conversations/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { findings } from './axe.ts';
import { openBrowser, reader, site } from './site.ts';
import { password, pathInLetter, publishedFoil, trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

/** The six digits an authenticator shows for a base32 secret (RFC 6238: SHA-1, 30 seconds). */
function digits(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const card = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('a second step is set up by hand or picture, a wrong code costs no new start, and sign-in then asks for it', { timeout: 120_000 }, async () => {
  const { context, email } = await trader(browser, origin, { name: '李工', enterprise: '信江铜箔（示例）' });
  const page = await context.newPage();
  await page.goto('/account', { waitUntil: 'networkidle' });
  const step = card(page, '两步验证');
  await step.getByLabel('现在的密码').fill(password);
  await step.getByRole('button', { name: '开始设置' }).click();
  await step.getByRole('img', { name: '两步验证的二维码' }).waitFor();
  const secret = ((await step.locator('code').first().textContent()) ?? '').replaceAll(/\s/g, '');
  expect(await step.getByRole('listitem').count()).toBeGreaterThanOrEqual(8);
  expect(await findings(page)).toEqual([]);

  await step.getByLabel('六位数字').fill('000000');
  await step.getByRole('button', { name: '确认并开启' }).click();
  await step.getByRole('alert').waitFor();
  expect((await step.locator('code').first().textContent())?.replaceAll(/\s/g, '')).toBe(secret);
  await step.getByLabel('六位数字').fill(digits(secret));
  await step.getByRole('button', { name: '确认并开启' }).click();
  await step.getByText('两步验证已经开启。').waitFor();

  const elsewhere = await reader(browser, origin);
  const other = await elsewhere.newPage();
  await other.goto('/sign-in', { waitUntil: 'networkidle' });
  await other.getByLabel('邮箱').fill(email);
  await other.getByLabel('密码').fill(password);
  await other.getByRole('button', { name: '登录', exact: true }).click();
  await other.waitForURL('**/sign-in/code**');
  await Promise.all([context.close(), elsewhere.close()]);
});

test('a session elsewhere is seen and ended', { timeout: 120_000 }, async () => {
  const { context, email } = await trader(browser, origin, { name: '王芳', enterprise: '赣江新材（示例）' });
  const elsewhere = await reader(browser, origin);
  await elsewhere.request.post(accounts.signIn.path, { data: { email, password }, headers: { origin } });
  const other = await elsewhere.newPage();
  await other.goto('/account');
  expect(new URL(other.url()).pathname).toBe('/account');

  const page = await context.newPage();
  await page.goto('/account', { waitUntil: 'networkidle' });
  await card(page, '登录的设备').getByRole('button', { name: /^结束 / }).click();
  await page.getByText('已结束。').waitFor();
  await other.goto('/account');
  expect(new URL(other.url()).pathname).toBe('/sign-in');
  await Promise.all([context.close(), elsewhere.close()]);
});

test('a passkey without a name is called so in the language of whoever reads', async () => {
  const { context, call } = await trader(browser, origin, { name: 'Ada Wong', enterprise: null, language: 'en' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.goto('/account', { waitUntil: 'networkidle' });
  await card(page, 'Passkeys').getByRole('button', { name: 'Add on this device' }).click();
  await card(page, 'Passkeys').getByText('Unnamed passkey').waitFor();
  expect(await call(accounts.passkeys, {})).toMatchObject([{ name: null }]);
  await context.addCookies([{ name: 'language', value: 'zh-Hant', url: origin }]);
  await page.reload();
  await page.getByText('未命名的通行密鑰').waitFor();
  await context.close();
});

test('a passkey that cannot be added says why: there already, called off, or not in this browser', { timeout: 120_000 }, async () => {
  const { context } = await trader(browser, origin, { name: '周洁', enterprise: null });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.goto('/account', { waitUntil: 'networkidle' });
  const passkeys = card(page, '通行密钥');
  const add = passkeys.getByRole('button', { name: '在这台设备上添加' });
  await add.click();
  await passkeys.getByText('未命名的通行密钥').waitFor();
  await add.click();
  await passkeys.getByRole('alert').getByText('这台设备上已经有您的通行密钥').waitFor();
  expect(await findings(page)).toEqual([]);
  for (const [name, words] of [['NotAllowedError', '没有完成'], ['NotSupportedError', '不能在这里使用通行密钥']] as const) {
    await page.evaluate((name) => void (navigator.credentials.create = () => Promise.reject(new DOMException('no', name))), name);
    await add.click();
    await passkeys.getByRole('alert').getByText(words).waitFor();
  }
  await context.close();
});

test('what only the system has checked is said to be no more than that', { timeout: 120_000 }, async () => {
  const { context, enterpriseId } = await trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' });
  const page = await context.newPage();
  for (const path of [`/enterprises/${enterpriseId}`, '/enterprise']) {
    await page.goto(path);
    await page.getByText('号码校验位正确（系统检查，未核对证照）').waitFor();
    expect(await page.getByText('已核实').count()).toBe(0);
  }
  await context.close();
});

test('a person changes language, and the page follows', async () => {
  const { context } = await trader(browser, origin, { name: '何嘉欣', enterprise: null });
  const page = await context.newPage();
  await page.goto('/account', { waitUntil: 'networkidle' });
  await page.getByRole('combobox', { name: '语言' }).selectOption('zh-Hant');
  await card(page, '个人资料').getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '帳戶與安全' }).waitFor();
  await context.close();
});

test('another e-mail address holds once its letter is opened, with and without JavaScript', { timeout: 120_000 }, async () => {
  for (const javaScript of [true, false]) {
    const { context, email } = await trader(browser, origin, { name: '陈敏', enterprise: null, javaScript });
    const newEmail = `new-${email}`;
    const page = await context.newPage();
    await page.goto('/account', { waitUntil: 'networkidle' });
    const address = card(page, '邮箱');
    await address.locator('summary').click();
    if (javaScript) expect(await findings(page)).toEqual([]);
    await address.getByLabel('新邮箱').fill(newEmail);
    await address.getByLabel('现在的密码').fill(password);
    await address.getByRole('button', { name: '发送确认邮件' }).click();
    await address.getByText(`确认邮件已发往 ${newEmail}`).waitFor();
    expect(await address.locator('b').textContent()).toBe(email);
    await page.goto(await pathInLetter(newEmail, /\/verify-email\?\S+/));
    await page.getByText('邮箱已确认').waitFor();
    await page.goto('/account');
    expect(await address.locator('b').textContent()).toBe(newEmail);
    await pathInLetter(email, /邮箱已更换/);
    await context.close();
  }
});

test('a new address says that its letter is out, sends it again, and a link says what came of it, signed in or not', { timeout: 120_000 }, async () => {
  const { context, email } = await trader(browser, origin, { name: '新人', enterprise: null, width: 390 });
  const page = await context.newPage();
  await page.goto('/welcome', { waitUntil: 'networkidle' });
  await page.getByText(`确认信已发往 ${email}`).waitFor();
  expect(await findings(page)).toEqual([]);

  await page.goto('/verify-email?token=made-up');
  await page.getByText('这个链接不能用了').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await findings(page)).toEqual([]);
  await page.locator('main').getByRole('link', { name: '账户与安全' }).click();
  const address = card(page, '邮箱');
  await address.getByText('尚未确认').waitFor();
  const [first, again] = [await pathInLetter(email, /\/verify-email\?\S+/), address.getByRole('button', { name: '再发一次' })];
  await again.click();
  await address.getByText(`确认信已再次发往 ${email}`).waitFor();
  const elsewhere = await reader(browser, origin, { width: 390 });
  const other = await elsewhere.newPage();
  await other.goto('/verify-email');
  await other.getByText('登录后可以看到邮箱是否已确认').waitFor();
  await other.goto(await expect.poll(() => pathInLetter(email, /\/verify-email\?\S+/)).not.toBe(first).then(() => pathInLetter(email, /\/verify-email\?\S+/)));
  await other.getByText('邮箱已确认').waitFor();
  await other.locator('main').getByRole('link', { name: '登录' }).waitFor();

  await page.reload();
  await address.getByText('已确认', { exact: true }).waitFor();
  expect(await again.count()).toBe(0);
  await page.goto('/welcome');
  expect(await page.getByText('确认信已发往').count()).toBe(0);
  await Promise.all([context.close(), elsewhere.close()]);
});

test('the last owner hears why they cannot leave or close; who may, closes their account and is nobody any more', { timeout: 120_000 }, async () => {
  const owner = await trader(browser, origin, { name: '周洁', enterprise: '信江铜箔（示例）' });
  const owned = await owner.context.newPage();
  await owned.goto('/account', { waitUntil: 'networkidle' });
  const mine = card(owned, '所在企业');
  await mine.locator('summary').click();
  await mine.getByRole('button', { name: '退出企业' }).click();
  await mine.getByRole('alert').getByText('企业至少要有一位所有者').waitFor();
  const closing = async (page: Page) => {
    const close = card(page, '注销账户');
    await close.locator('summary').click();
    await close.getByLabel('我明白注销后不能恢复').check();
    await close.getByLabel('现在的密码').fill(password);
    await close.getByRole('button', { name: '注销账户' }).click();
    return close;
  };
  await (await closing(owned)).getByRole('alert').getByText('企业至少要有一位所有者').waitFor();
  expect(await findings(owned)).toEqual([]);

  const leaver = await trader(browser, origin, { name: '要走的人', enterprise: null });
  const page = await leaver.context.newPage();
  await page.goto('/account', { waitUntil: 'networkidle' });
  await closing(page);
  await page.getByText('账户已注销。').waitFor();
  await page.goto('/account');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await Promise.all([owner.context.close(), leaver.context.close()]);
});

test('an owner closes the enterprise; the other side reads on, and the account can be closed then', { timeout: 120_000 }, async () => {
  const owner = await trader(browser, origin, { name: '周洁', enterprise: '赣江新材（示例）' });
  const buyer = await trader(browser, origin, { name: '陈晓明', enterprise: '前海线路（示例）' });
  const { id } = await buyer.call(conversations.open, { body: { listingId: await publishedFoil(owner, '压延铜箔 9 µm') } });
  const talk = await buyer.context.newPage();
  await talk.goto(`/inbox/${id}`, { waitUntil: 'networkidle' });
  await talk.getByRole('textbox', { name: '消息内容' }).fill('九月能交多少？');
  await talk.getByRole('button', { name: '发送' }).click();
  await talk.locator('[role=log]').getByText('九月能交多少？').waitFor();

  const page = await owner.context.newPage();
  await page.goto('/enterprise', { waitUntil: 'networkidle' });
  const close = card(page, '关闭企业');
  await close.locator('summary').click();
  expect(await findings(page)).toEqual([]);
  await close.getByLabel('我明白关闭后不能恢复').check();
  await close.getByLabel('现在的密码').fill('not this one');
  await close.getByRole('button', { name: '关闭企业' }).click();
  await close.getByRole('alert').getByText('密码不对').waitFor();
  // Told that they belong to it no more while the page is on its way, a reader still arrives and stays there.
  const told = page.getByText('“赣江新材（示例）”已在本平台关闭');
  const arrived = Promise.withResolvers<void>();
  await page.route('**/account/__data.json*', async (route) => (await told.waitFor(), await route.continue()));
  await page.route('**/enterprise/__data.json*', async (route) => (await arrived.promise, await route.continue()));
  await close.getByLabel('我明白关闭后不能恢复').check();
  await close.getByLabel('现在的密码').fill(password);
  await close.getByRole('button', { name: '关闭企业' }).click();
  await page.getByText('企业已关闭，成员都已收到通知信。').waitFor();
  arrived.resolve();

  await talk.getByText('赣江新材（示例）已关闭，这个会话只能查看').waitFor();
  expect(await talk.locator('[role=log]').getByText('九月能交多少？').count()).toBe(1);
  expect(await talk.getByRole('button', { name: '发送' }).count()).toBe(0);
  expect(await findings(talk)).toEqual([]);
  await talk.goto(`/enterprises/${owner.enterpriseId}`);
  await talk.getByText('这家企业已在本平台关闭').waitFor();
  expect(await findings(talk)).toEqual([]);

  const account = card(page, '注销账户');
  await account.locator('summary').click();
  await account.getByLabel('我明白注销后不能恢复').check();
  await account.getByLabel('现在的密码').fill(password);
  await account.getByRole('button', { name: '注销账户' }).click();
  await page.getByText('账户已注销。').waitFor();
  await Promise.all([owner.context.close(), buyer.context.close()]);
});
