import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imports } from '@ganwan/shared/imports/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { openBrowser, reader, site } from './site.ts';
import { publishedFoil, trader } from './trader.ts';

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([openBrowser(), site()]);
});
afterAll(() => browser.close());

/** A picture of so many bytes: nothing in it repeats, so nothing can be left out. */
async function noise(bytes: number): Promise<Buffer> {
  const side = Math.ceil(Math.sqrt(bytes / 3));
  const { deflateSync, crc32 } = await import('node:zlib');
  const chunk = (name: string, data: Buffer) => {
    const [length, body, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(name), data]), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side * 3)])));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

test('without JavaScript a catalogue and a picture of three megabytes arrive whole', { timeout: 120_000 }, async () => {
  const one = await trader(browser, origin, { name: '王芳', enterprise: '赣江新材（示例）', javaScript: false });
  const page = await one.context.newPage();
  await page.goto('/import');
  const rows = Array.from({ length: 30_000 }, (_, i) => `FOIL-${i},${'电解铜箔'.repeat(8)} ${i},500`);
  const csv = Buffer.from(['itemNumber,title.zh-Hans,moq', ...rows].join('\n'));
  expect(csv.length).toBeGreaterThan(3_000_000);
  await page.getByLabel('文件', { exact: true }).setInputFiles({ name: '目录.csv', mimeType: 'text/csv', buffer: csv });
  await page.getByRole('button', { name: '上传并试运行' }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  expect(await one.call(imports.show, { params: { id } })).toMatchObject({ fileName: '目录.csv' });
  await one.call(imports.cancel, { params: { id } });

  const listingId = await publishedFoil(one, '压延铜箔 35 µm');
  await page.goto(`/listings/${listingId}/edit`);
  const picture = await noise(3_000_000);
  expect(picture.length).toBeGreaterThan(3_000_000);
  await page.locator('input[name=newImages]').setInputFiles({ name: '样品.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('button', { name: '保存草稿' }).first().click();
  await page.waitForURL('**/edit?done=saved');
  expect((await one.call(listings.showOwn, { params: { id: listingId } })).imageIds).toHaveLength(1);
  await one.context.close();
});

test('a large form is refused where no files belong, from nobody, and beyond the limit', { timeout: 60_000 }, async () => {
  const nobody = await reader(browser, origin);
  const send = (path: string, bytes: number) => nobody.request.post(path, { headers: { origin, accept: 'text/html' }, multipart: { file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(bytes, 'a') } }, maxRedirects: 0 });
  expect((await send('/sign-in', 600_000)).status()).toBe(413);
  const asked = await send('/import', 3_000_000);
  expect([asked.status(), asked.headers()['location']]).toEqual([303, '/sign-in?next=%2Fimport']);
  const one = await trader(browser, origin, { name: '王芳', enterprise: null });
  const beyond = await one.context.request.post('/import', { headers: { origin }, multipart: { file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(64 * 1024 * 1024, 'a') } } });
  expect(beyond.status()).toBe(413);
  await Promise.all([nobody.close(), one.context.close()]);
});
