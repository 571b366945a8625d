import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { type ImportFault, imports } from '@ganwan/shared/imports/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { locales } from '@ganwan/shared/values';
import { eq } from 'drizzle-orm';
import { world, type Someone, type World } from '#test/world';
import { csv, foils, importAll, send, until } from './imports.factory.ts';
import { imports as importTable } from './table.ts';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const own = async (who: Someone) => (await who.call(listings.listOwn, { query: { limit: 100 } })).items;
const download = async (who: Pick<Someone, 'send'>, path: string) => {
  const answer = await who.send(path);
  expect(answer.status).toBe(200);
  return { text: Buffer.from(await answer.arrayBuffer()).toString(), headers: answer.headers };
};

describe('a dry run', () => {
  test('says what would happen and changes nothing', async () => {
    const chen = await w.someone();
    const begun = await send(chen, foils(3), '价目表 2026.csv');
    expect(begun).toMatchObject({ fileName: '价目表 2026.csv', format: 'csv', kind: 'supply', subFamily: 'copper_foil', publish: null });
    expect(await until(chen, begun.id, 'checked')).toMatchObject({ encoding: 'utf-8', rows: 3, created: 3, changed: 0, unchanged: 0, incomplete: 0, refused: 0, progress: 1, problem: null, endedAt: null });
    expect(await own(chen)).toEqual([]);
  });

  test('names every wrong cell of every wrong row, and hands them out as a file that can be corrected', async () => {
    const chen = await w.someone();
    const { id } = await send(chen, csv([
      ['货号', '标题 · 简体中文', '标称厚度', '阶梯价', '心情'],
      ['itemNumber', 'title.zh-Hans', 'thickness', 'priceTiers', ''],
      ['A', '铜箔', '18 µm', '10:5;20:4', ''],
      ['B', '', '18 kg', '10:5;20:6', 'bad'],
      ['', '铜箔', '', '', ''],
      ['A', '铜箔', '', '', ''],
      ['C', '=HYPERLINK("http://x")', '很厚', '', ''],
    ]));
    expect(await until(chen, id, 'checked')).toMatchObject({ rows: 5, created: 1, incomplete: 1, refused: 4, ignoredColumns: ['心情'] });
    const { items, nextCursor } = await chen.call(imports.refused, { params: { id }, query: { limit: 2 } });
    expect(items).toEqual([
      { row: 4, itemNumber: 'B', fields: [{ path: 'title.zh-Hans', code: 'required', params: {} }, expect.objectContaining({ path: 'thickness', code: 'unit_wrong' })].toSorted((a, b) => (a.path < b.path ? 1 : -1)) },
      { row: 5, itemNumber: null, fields: [{ path: 'itemNumber', code: 'required', params: {} }] },
    ]);
    const rest = await chen.call(imports.refused, { params: { id }, query: { cursor: nextCursor!, limit: 100 } });
    expect(rest.items.map((item) => [item.row, item.fields[0]?.code])).toEqual([[6, 'item_repeated'], [7, 'number_unreadable']]);

    const { text, headers } = await download(chen, `/api/imports/${id}/refused-file?format=csv&locale=zh-Hans`);
    expect(headers.get('content-disposition')).toContain('items-refused.csv');
    const quoted = await send(chen, csv([['itemNumber'], ['Q']]), '鹰潭 "六月" 50%.csv');
    expect(quoted.fileName).toBe('鹰潭 "六月" 50%.csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('\ufeff货号,标题 · 简体中文,标称厚度,阶梯价,心情,问题,原行号');
    expect(lines[2]).toContain('单位“kg”不适用于此列');
    expect(lines[5]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect((await download(chen, `/api/imports/${id}/refused-file?format=xlsx&locale=en`)).text.startsWith('PK')).toBe(true);

    const again = await send(chen, text.replace('18 kg', '18 µm').replace('B,,', 'B,铜箔乙,').replace('10:5;20:6', '10:5;20:4'));
    expect(await until(chen, again.id, 'checked')).toMatchObject({ created: 2, refused: 2, ignoredColumns: ['心情'] });
  });

  test.each([
    ['no column for the item number', csv([['标题 · 简体中文'], ['铜箔']]), { code: 'column_missing', params: { column: 'itemNumber' } }],
    ['no title', csv([['货号'], ['A']]), { code: 'column_missing', params: { column: 'title' } }],
    ['a column twice', csv([['货号', 'title.en', 'Title · English'], ['A', 'x', 'y']]), { code: 'column_twice', params: { column: 'title.en' } }],
    ['headings of something else', csv([['姓名', '电话'], ['陈', '1']]), { code: 'header_missing', params: { row: 1 } }],
    ['one line of something else', Buffer.from('MZ this program cannot be run'), { code: 'header_missing', params: { row: 1 } }],
    ['headings only', csv([['货号', 'title.en']]), { code: 'no_rows', params: { row: 1 } }],
    ['bytes of no text', Buffer.from([0xff, 0xfe, 0, 1]), { code: 'encoding_unknown', params: {} }],
    ['an archive that is no workbook', Buffer.from('PK\u0003\u0004 and nothing'), { code: 'unreadable', params: {} }],
  ])('of a file with %s fails as a whole', async (_, content, problem) => {
    const chen = await w.someone();
    const { id } = await send(chen, content);
    expect(await until(chen, id, 'failed')).toMatchObject({ problem });
  });
});

describe('an import', () => {
  test('publishes, and sent again creates and changes nothing', async () => {
    const chen = await w.someone();
    expect(await importAll(chen, foils(300))).toMatchObject({ publish: true, rows: 300, created: 300, refused: 0, incomplete: 0 });
    // Nobody is asked to confirm what would write nothing.
    const again = await send(chen, foils(300));
    expect(await until(chen, again.id, 'finished')).toMatchObject({ created: 0, changed: 0, unchanged: 300, publish: null });
    await expect(chen.call(imports.run, { params: { id: again.id }, body: { publish: true } })).rejects.toMatchObject({ code: 'conflict' });
    const items = await own(chen);
    expect(items.every((item) => item.state === 'published' && item.version === 1)).toBe(true);
  });

  test('changes only what differs, as a new version, and leaves alone what the file does not say', async () => {
    const chen = await w.someone();
    await importAll(chen, foils(2));
    await importAll(chen, csv([['货号', '标题 · 简体中文', '交货期(天)', '交货期起算'], ['CF-0', '铜箔 0', '15', '自下单起'], ['CF-1', '铜箔 1', '', '']]));
    const [second, first] = (await own(chen)).toSorted((a, b) => (a.itemNumber! < b.itemNumber! ? 1 : -1));
    expect([first?.version, second?.version]).toEqual([2, 1]);
    expect(await w.nobody.call(listings.show, { params: { id: first!.id } })).toMatchObject({ leadTimeDays: 15, originRegion: '360600', attributes: { foilType: 'hte', thickness: { value: 6 } } });
  });

  test('keeps incomplete rows as drafts', async () => {
    const chen = await w.someone();
    const file = csv([['itemNumber', 'title.en', 'priceMode', 'certificates.2.kind', 'certificates.2.number', 'certificates.2.issuer', 'certificates.2.validUntil'], ['A', 'Copper foil', '面议', 'ISO 9001', 'Q-1', '某局', '2001-01-01']]);
    const { id } = await send(chen, file);
    await until(chen, id, 'checked');
    const why = async (of: ImportFault) => (await chen.call(imports.refused, { params: { id }, query: { of } })).items;
    const missing = [{ row: 2, itemNumber: 'A', fields: [
      { path: 'chain', code: 'required', params: {} }, { path: 'originRegion', code: 'required', params: {} },
      { path: 'certificates.2.validUntil', code: 'proof_expired', params: { date: '2001-01-01', text: '2001-01-01' } },
    ] }];
    expect([await why('refused'), await why('incomplete')]).toEqual([[], missing]);
    const { text, headers } = await download(chen, `/api/imports/${id}/refused-file?of=incomplete&format=csv&locale=zh-Hans`);
    expect(headers.get('content-disposition')).toContain('items-incomplete.csv');
    expect(text).toContain('产业链：没有填写；应填其中一个：');
    expect(text).toContain('证书 2 · 有效期至：“2001-01-01”已过有效期（2001-01-01），请换上有效的证书');
    const done = await importAll(chen, file);
    expect(await why('incomplete')).toEqual(missing);
    expect(done).toMatchObject({ created: 1, incomplete: 1, refused: 0 });
    expect(await own(chen)).toMatchObject([{ itemNumber: 'A', state: 'draft' }]);
  });

  test('brings the certificates of a farm with its produce, and an expired one keeps its row a draft', async () => {
    const chen = await w.someone();
    const head = ['itemNumber', 'title.zh-Hans', 'chain', 'originRegion', 'priceMode', 'certificates.1.kind', 'certificates.1.number', 'certificates.1.issuer', 'certificates.1.issued', 'certificates.1.validUntil', '证书 2 · 类别', '证书 2 · 编号', '证书 2 · 签发机构', '证书 2 · 有效期至'];
    const row = (item: string, ...certificates: string[]) => [item, `赣南脐橙 ${item}`, '食品', '赣州', '面议', ...certificates];
    const { id } = await send(chen, csv([
      head,
      row('NO-1', '菜篮子', 'GBA-360700-0021', '广州市农业农村局', '2026-07-01', '2099-06-30', '圳品', 'SZPZ-2026-0158', '深圳市市场监督管理局', ''),
      row('NO-2', '菜篮子', 'GBA-360700-0022', '广州市农业农村局', '', '2001-06-30', '', '', '', ''),
      row('NO-3', '菜篮子', '', '广州市农业农村局', '', '', '', '', '', ''),
    ]), 'farm.csv', { subFamily: 'fruit' });
    expect(await until(chen, id, 'checked')).toMatchObject({ rows: 3, created: 2, incomplete: 1, refused: 1, ignoredColumns: [] });
    expect((await chen.call(imports.refused, { params: { id }, query: { limit: 10 } })).items).toEqual([{ row: 4, itemNumber: 'NO-3', fields: [{ path: 'certificates.1.number', code: 'required', params: {} }] }]);
    await chen.call(imports.run, { params: { id }, body: { publish: true } });
    await until(chen, id, 'finished');
    const items = await own(chen);
    expect(items.map(({ itemNumber, state }) => [itemNumber, state]).sort()).toEqual([['NO-1', 'published'], ['NO-2', 'draft']]);
    const shown = await w.nobody.call(listings.show, { params: { id: items.find(({ itemNumber }) => itemNumber === 'NO-1')!.id } });
    expect(shown.certificates).toEqual([
      { kind: 'gba_basket', number: 'GBA-360700-0021', issuer: '广州市农业农村局', issued: '2026-07-01', validUntil: '2099-06-30', fileId: null },
      { kind: 'shenzhen_mark', number: 'SZPZ-2026-0158', issuer: '深圳市市场监督管理局', issued: null, validUntil: null, fileId: null },
    ]);
  });

  test('reads workbooks', async () => {
    const chen = await w.someone();
    const rows = [['货号', '标题 · 简体中文', '标称厚度 (µm)', '有效期至'], ['X-1', '铜箔', 18, new Date(Date.UTC(2031, 0, 5))], ['X-2', '铜箔', 35, null]];
    expect(await importAll(chen, await writeXlsx({ sheets: [{ name: '商品', rows }] }), false)).toMatchObject({ format: 'xlsx', encoding: null, created: 2 });
    const item = (await own(chen)).find(({ itemNumber }) => itemNumber === 'X-1')!;
    expect(await chen.call(listings.showOwn, { params: { id: item.id } })).toMatchObject({ state: 'draft', validUntil: '2031-01-05', attributes: { thickness: { value: 18, unit: 'um' } } });
  });

  test('is announced to the enterprise and to nobody else', async () => {
    const [chen, stranger] = [await w.someone(), await w.someone()];
    const heard: unknown[] = [];
    const overheard: unknown[] = [];
    (await chen.socket()).on('import:changed', (event) => heard.push(event));
    (await stranger.socket()).on('import:changed', (event) => overheard.push(event));
    const { id } = await importAll(chen, foils(1));
    await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ id, status: 'finished', progress: 1 })));
    expect(heard.every((event) => !('sha256' in (event as object)))).toBe(true);
    expect(overheard).toEqual([]);
  });

  test('is run once, by a member, after its dry run', async () => {
    const chen = await w.someone();
    const viewer = await w.someone({ enterprise: chen.enterpriseId, role: 'viewer' });
    const { id } = await send(chen, foils(1));
    await until(chen, id, 'checked');
    await expect(viewer.call(imports.run, { params: { id }, body: { publish: true } })).rejects.toMatchObject({ code: 'not_allowed' });
    await chen.call(imports.run, { params: { id }, body: { publish: true } });
    await expect(chen.call(imports.run, { params: { id }, body: { publish: true } })).rejects.toMatchObject({ code: 'conflict' });
    await until(viewer, id, 'finished');
  });

  test('stops when cancelled, and what was imported stays', async () => {
    const chen = await w.someone();
    const { id } = await send(chen, foils(3000));
    await until(chen, id, 'checked');
    await chen.call(imports.run, { params: { id }, body: { publish: false } });
    const stopped = await chen.call(imports.cancel, { params: { id } });
    expect(stopped.status).toBe('cancelled');
    await importAll(chen, foils(1, '80'));
    const settled = await chen.call(imports.show, { params: { id } });
    expect(settled).toMatchObject({ status: 'cancelled', created: stopped.created });
    expect(settled.created).toBeLessThan(3000);
    await expect(chen.call(imports.run, { params: { id }, body: { publish: true } })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('goes on after its worker died, without repeating a row', async () => {
    const chen = await w.someone();
    const { id } = await send(chen, foils(600));
    await until(chen, id, 'checked');
    await chen.call(imports.run, { params: { id }, body: { publish: true } });
    await until(chen, id, 'finished');
    // As a process leaves it that was killed after its first batch: claimed, and its lease over.
    const at = { finishedAt: null, worker: '0193f000-0000-7000-8000-00000000000a', leaseUntil: new Date(0), lastRow: 251, rows: 250, created: 250, progress: 0.4, attempts: 1 };
    await w.database.db.update(importTable).set(at).where(eq(importTable.id, id));
    await send(await w.someone(), foils(1));
    expect(await until(chen, id, 'finished')).toMatchObject({ rows: 600, created: 250, unchanged: 350 });
  });

  test('does not exist for strangers', async () => {
    const [chen, stranger] = [await w.someone(), await w.someone()];
    const { id } = await send(chen, csv([['货号', 'title.en'], ['', '']].concat([['', 'x']])));
    await until(chen, id, 'checked');
    for (const call of [
      () => stranger.call(imports.show, { params: { id } }),
      () => stranger.call(imports.refused, { params: { id }, query: {} }),
      () => stranger.call(imports.run, { params: { id }, body: { publish: true } }),
      () => stranger.call(imports.cancel, { params: { id } }),
    ]) await expect(call()).rejects.toMatchObject({ code: 'not_found' });
    expect((await stranger.send(`/api/imports/${id}/refused-file?format=csv&locale=en`)).status).toBe(404);
    expect((await stranger.call(imports.list, { query: {} })).items).toEqual([]);
    expect((await chen.call(imports.list, { query: {} })).items).toMatchObject([{ id }]);
    await expect(send(w.nobody, foils(1))).rejects.toMatchObject({ code: 'sign_in_required' });
  });

  test.each([
    ['an old binary workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a picture', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a paper', Buffer.from('%PDF-1.7\n')],
    ['an archive without a workbook', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
  ])('takes no %s, whatever it is called', async (_, content) => {
    const chen = await w.someone();
    for (const name of ['items.csv', 'items.xlsx']) await expect(send(chen, content, name)).rejects.toMatchObject({ code: 'not_a_table' });
    expect((await chen.call(imports.list, { query: {} })).items).toEqual([]);
  });

  test('takes text that only begins like a picture', async () => {
    const chen = await w.someone();
    const { id } = await send(chen, 'GIF,itemNumber,title.en\nx,A,Copper foil\n');
    expect(await until(chen, id, 'checked')).toMatchObject({ rows: 1, created: 1, ignoredColumns: ['GIF'] });
  });
});

describe('a template', () => {
  test.each(locales)('in %s, filled in, is understood', async (locale) => {
    const chen = await w.someone();
    const { text, headers } = await download(w.nobody, `/api/imports/template?format=csv&locale=${locale}&kind=supply&subFamily=copper_foil`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const keys = text.split('\r\n')[1]!.split(',');
    const { id } = await send(chen, `${text}${keys.map((key) => ({ itemNumber: 'A', 'title.zh-Hans': '铜箔' })[key] ?? '').join(',')}\r\n`);
    expect(await until(chen, id, 'checked')).toMatchObject({ rows: 1, created: 1, refused: 0, ignoredColumns: [] });
  });

  test('is a workbook with a hidden row of keys and lists to choose from', async () => {
    const answer = await w.nobody.send('/api/imports/template?format=xlsx&locale=en&kind=supply&subFamily=fruit');
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Items', 'Guide', 'lists']);
    expect(sheets[0]!.rows[1]).toContain('itemNumber');
    expect(sheets[0]!.dataValidations?.length).toBeGreaterThan(5);
    expect(sheets[1]!.rows.length).toBe(sheets[0]!.rows[0]!.length + 1);
  });
});
