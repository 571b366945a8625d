import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filePath, fileLimits, files } from '@ganwan/shared/files/contract';
import { systemClock } from '#platform/clock';
import { folderStore } from '#platform/files';
import { world, type Someone, type World } from '#test/world';
import { picture, upload } from './files.factory.ts';
import { fileService } from './service.ts';

let w: World;
let chen: Someone;
beforeAll(async () => {
  w = await world();
  chen = await w.someone();
});
afterAll(() => w.close());

const fetched = async (who: Pick<Someone, 'send'>, path: string) => {
  const answer = await who.send(path);
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
};

describe('images', () => {
  test('are redrawn: upright, without metadata, in three sizes', async () => {
    const held = await picture(2000, 1000).jpeg().withExif({ IFD0: { Make: 'GANWAN-CAMERA', Orientation: '6' }, IFD3: { GPSLatitude: '25/1 51/1 0/1', GPSLatitudeRef: 'N' } }).withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(held).metadata()).exif).toBeDefined();
    const file = await upload(chen, held, '赣州脐橙 产地.jpg');
    expect(file).toMatchObject({ kind: 'image', mediaType: 'image/jpeg', name: '赣州脐橙 产地.jpg', width: 1000, height: 2000 });

    const original = await fetched(chen, filePath(file.id));
    const seen = await sharp(original.body).metadata();
    expect(seen).toMatchObject({ format: 'jpeg', width: 1000, height: 2000 });
    expect([seen.exif, seen.icc, seen.xmp, seen.iptc, seen.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(original.body.includes('GANWAN-CAMERA')).toBe(false);
    expect(await sharp((await fetched(chen, filePath(file.id, 'large'))).body).metadata()).toMatchObject({ format: 'webp', width: 800, height: 1600 });
    expect(await sharp((await fetched(chen, filePath(file.id, 'thumbnail'))).body).metadata()).toMatchObject({ format: 'webp', width: 160, height: 320 });
  });

  test.each(['png', 'webp', 'gif', 'avif'] as const)('%s is taken, whatever it is called', async (format) => {
    const file = await upload(chen, await picture().toFormat(format).toBuffer(), 'photo.exe', 'text/html');
    const kept = format === 'avif' ? 'webp' : format;
    expect(file).toMatchObject({ kind: 'image', mediaType: `image/${kept}`, name: `photo.exe.${kept}`, width: 400, height: 300 });
    expect((await fetched(chen, filePath(file.id))).headers.get('content-type')).toBe(`image/${kept}`);
  });

  test('an animation stays one', async () => {
    const frames = await Promise.all(['#ff0000', '#00ff00'].map((background) => sharp({ create: { width: 40, height: 30, channels: 3, background } }).png().toBuffer()));
    const file = await upload(chen, await sharp(frames, { join: { animated: true } }).gif({ delay: [200, 200] }).toBuffer(), 'turning.gif');
    expect(file).toMatchObject({ width: 40, height: 30 });
    expect((await sharp((await fetched(chen, filePath(file.id))).body, { animated: true }).metadata()).pages).toBe(2);
  });

  test('what is appended to a picture does not survive', async () => {
    const polyglot = Buffer.concat([await picture().png().toBuffer(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]);
    const file = await upload(chen, polyglot, 'photo.png');
    expect((await fetched(chen, filePath(file.id))).body.includes('alert')).toBe(false);
  });

  test('a picture that unpacks too large is refused', async () => {
    const bomb = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: 'black' } }).png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(upload(chen, bomb, 'black.png')).rejects.toMatchObject({ code: 'image_too_many_pixels', status: 422 });
  });

  test('a picture cut short is refused', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await picture().toFormat(format).toBuffer();
      await expect(upload(chen, whole.subarray(0, whole.length * 0.6), `half.${format}`)).rejects.toMatchObject({ code: 'file_broken' });
    }
  });

  test('a picture beyond its limit is refused though a document may be as large', async () => {
    const noise = await sharp(Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))), { raw: { width: 200, height: 100, channels: 3 } }).png().toBuffer();
    const heavy = Buffer.concat([noise, Buffer.alloc(fileLimits.image)]);
    await expect(upload(chen, heavy, 'heavy.png')).rejects.toMatchObject({ code: 'too_large', status: 413 });
  });
});

describe('documents', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

  test('are kept as they are and always saved, never shown', async () => {
    const file = await upload(chen, pdf, '../../检测报告‮fdp.html');
    expect(file).toMatchObject({ kind: 'document', mediaType: 'application/pdf', bytes: pdf.length, width: null, height: null });
    expect(file.name).toBe('检测报告fdp.html.pdf');
    const { body, headers } = await fetched(chen, filePath(file.id));
    expect(body.equals(pdf)).toBe(true);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="____fdp.html.pdf"; filename*=UTF-8''${encodeURIComponent('检测报告fdp.html.pdf')}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect((await fetched(chen, filePath(file.id, 'thumbnail'))).status).toBe(404);
  });

  test('a quote in a name, which a browser escapes, is left out as others that no disk takes', async () => {
    expect((await upload(chen, pdf, '电镀 "甲" 100%.pdf')).name).toBe('电镀 甲 100%.pdf');
  });

  test('an unchanged one is not sent twice', async () => {
    const file = await upload(chen, pdf, 'report.pdf');
    const etag = (await fetched(chen, filePath(file.id))).headers.get('etag')!;
    expect((await chen.send(filePath(file.id), { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('plain text and CSV in either encoding', async () => {
    expect(await upload(chen, '\ufeff型号,价格\r\nHTE 18μm,82.5\r\n', 'prices.csv')).toMatchObject({ mediaType: 'text/csv', name: 'prices.csv' });
    const gb18030 = Buffer.from([0xcd, 0xad, 0xb2, 0xad, 0x2c, 0x31, 0x38, 0x0a]);
    expect(await upload(chen, gb18030, 'prices.txt')).toMatchObject({ mediaType: 'text/plain' });
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['SVG called PNG', svg, 'logo.png'],
    ['SVG with a declaration', `<?xml version="1.0"?>${svg}`, 'logo.svg'],
    ['SVG after a mark and blanks', `\ufeff\n\n  <!-- logo -->${svg}`, 'logo.txt'],
    ['a page', '<!DOCTYPE html><title>x</title>', 'page.pdf'],
    ['a page in the middle of text', `${'a,b\n'.repeat(100_000)}<IFRAME src=x>`, 'rows.csv'],
    ['a tag over the edge of a step', `${'a'.repeat(256 * 1024 - 4)}<script>`, 'rows.csv'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><body>', 'utf16le'), 'page.txt'],
    ['a program', Buffer.from('7f454c460201010000000000000000000300', 'hex'), 'photo.jpg'],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'prices.xlsx'],
    ['text that is called a picture', 'not a picture', 'photo.PNG'],
    ['text that is called a workbook', 'a,b', 'prices.xlsx'],
    ['binary', Buffer.from([1, 2, 3, 0, 5]), 'notes.txt'],
  ])('%s is refused', async (_, content, name) => {
    await expect(upload(chen, content, name)).rejects.toMatchObject({ code: 'file_type_refused', status: 415 });
  });

  test('nothing, no file and two files are refused', async () => {
    await expect(upload(chen, '', 'empty.pdf')).rejects.toMatchObject({ code: 'file_broken' });
    const none = await chen.send('/api/files', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(await none.json()).toMatchObject({ code: 'invalid_input', fields: [{ path: 'file', code: 'required' }] });
  });

  test('a sender who does not say how much comes is stopped at the limit', async () => {
    const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="endless.pdf"\r\n\r\n';
    const chunks = function* () { yield Buffer.from(head); yield pdf; for (let sent = 0; sent < fileLimits.document + 4_000_000; sent += 65_536) yield Buffer.alloc(65_536); yield Buffer.from('\r\n--edge--\r\n'); };
    const answer = await chen.send('/api/files', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=edge' }, body: Readable.toWeb(Readable.from(chunks())) as ReadableStream, duplex: 'half' } as RequestInit);
    expect(await answer.json()).toMatchObject({ code: 'too_large' });
  });

  test('beyond the limit nothing is kept, said beforehand or not', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(fileLimits.document)]);
    await expect(upload(chen, large, 'large.pdf')).rejects.toMatchObject({ code: 'too_large', status: 413 });
    const folder = await mkdtemp(join(tmpdir(), 'ganwan-files-'));
    const store = folderStore(folder);
    await expect(store.receive(Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), 1000)).rejects.toMatchObject({ code: 'too_large' });
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('who may read', () => {
  test('the uploader\'s enterprise, and to everybody else it does not exist', async () => {
    const file = await upload(chen, await picture().png().toBuffer(), 'photo.png');
    const colleague = await w.someone({ enterprise: chen.enterpriseId, role: 'viewer' });
    expect(await colleague.call(files.show, { params: { id: file.id } })).toEqual(file);
    const missing = '0193f000-0000-7000-8000-00000000000a';
    for (const who of [await w.someone(), await w.someone({ enterprise: 'none' }), w.nobody]) {
      for (const id of [file.id, missing]) {
        await expect(who.call(files.show, { params: { id } })).rejects.toMatchObject({ code: 'not_found', status: 404 });
        expect((await fetched(who, filePath(id))).status).toBe(404);
      }
    }
  });

  test('nobody uploads without an enterprise, and a viewer does not', async () => {
    const form = await picture().png().toBuffer();
    await expect(upload(w.nobody, form, 'a.png')).rejects.toMatchObject({ code: 'sign_in_required' });
    await expect(upload(await w.someone({ enterprise: 'none' }), form, 'a.png')).rejects.toMatchObject({ code: 'enterprise_required' });
    await expect(upload(await w.someone({ role: 'viewer' }), form, 'a.png')).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('what a file is attached to lets others read it', async () => {
    const file = await upload(chen, await picture().png().toBuffer(), 'photo.png');
    const folder = await mkdtemp(join(tmpdir(), 'ganwan-files-'));
    const readAs = (said: 'everyone' | 'actor' | 'nobody') =>
      fileService({ db: w.database.db, store: folderStore(folder), clock: systemClock, readers: [async () => 'nobody', async (id) => (id === file.id ? said : 'nobody')] }).content(undefined, file.id, 'original');
    expect((await readAs('everyone')).public).toBe(true);
    expect((await readAs('actor')).public).toBe(false);
    await expect(readAs('nobody')).rejects.toMatchObject({ code: 'not_found' });
    await rm(folder, { recursive: true });
  });
});
