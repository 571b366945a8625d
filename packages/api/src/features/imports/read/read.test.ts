import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { encodingOf, readCsv } from './csv.ts';
import type { Line, Lines } from './line.ts';
import { numberKind, numberText } from './number-format.ts';
import { readWorkbook } from './workbook.ts';

let folder: string;
let count = 0;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'ganwan-read-'))));
afterAll(() => rm(folder, { recursive: true }));

async function kept(content: string | Uint8Array): Promise<string> {
  const path = join(folder, String(count++));
  await writeFile(path, content);
  return path;
}

async function all(batches: AsyncIterable<Lines>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of batches) lines.push(...batch.lines);
  return lines;
}

const csv = async (content: string | Uint8Array) => {
  const path = await kept(content);
  return all(readCsv(path, await encodingOf(path)));
};
const workbook = async (content: Uint8Array) => all(readWorkbook(await kept(content)));

describe('CSV', () => {
  const expected = [{ row: 1, cells: ['型号', '价格'] }, { row: 2, cells: ['铜箔, "HTE"', '82.5'] }];

  test('in UTF-8, with and without a mark, and in GB18030', async () => {
    const text = '型号,价格\r\n"铜箔, ""HTE""",82.5\r\n';
    expect(await csv(text)).toEqual(expected);
    expect(await csv(`\ufeff${text}`)).toEqual(expected);
    const gb18030 = Buffer.concat([Buffer.from([0xd0, 0xcd, 0xba, 0xc5, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1, 0x0d, 0x0a, 0x22, 0xcd, 0xad, 0xb2, 0xad]), Buffer.from(', ""HTE""",82.5\r\n')]);
    expect(await csv(gb18030)).toEqual(expected);
  });

  test('with semicolons or tabs, breaks inside cells, rows of different lengths and empty rows that still count', async () => {
    expect(await csv('a;"b;c"\n\n;;\n1')).toEqual([{ row: 1, cells: ['a', 'b;c'] }, { row: 4, cells: ['1'] }]);
    expect(await csv('a\tb\n"1\n2"\t3\n')).toEqual([{ row: 1, cells: ['a', 'b'] }, { row: 2, cells: ['1\n2', '3'] }]);
  });

  test('UTF-16 and bytes of no text are told from the rest', async () => {
    await expect(csv(Buffer.from('\ufeffa,b\n', 'utf16le'))).rejects.toMatchObject({ problem: { code: 'encoding_unknown' } });
    await expect(csv(new Uint8Array([0xff, 0xff, 0xff, 0x0a]))).rejects.toMatchObject({ problem: { code: 'encoding_unknown' } });
  });

  test('a quotation mark that never closes does not swallow the file', async () => {
    await expect(csv(`a,b\n1,"${'x,y\n'.repeat(400_000)}`)).rejects.toMatchObject({ problem: { code: 'unreadable', params: { row: 2 } } });
  });

  test('a character may begin in one piece of the file and end in the next', async () => {
    const long = '铜'.repeat(300_000);
    expect((await csv(`a\n${long}\n`))[1]?.cells[0]).toBe(long);
  });
});

describe('workbooks', () => {
  test('texts, numbers, days, hundredths, truth, and empty cells in between', async () => {
    const lines = await workbook(await writeXlsx({
      sheets: [
        { name: 'hidden', hidden: true, rows: [['no']] },
        {
          name: '商品',
          rows: [['型号', null, '数量', '日期', '是否'], [], ['HTE 18μm', null, 0.1, new Date(Date.UTC(2026, 10, 30)), true], ['铜箔', null, 12_000_000, null, false]],
        },
      ],
    }));
    expect(lines).toEqual([
      { row: 1, cells: ['型号', '', '数量', '日期', '是否'] },
      { row: 3, cells: ['HTE 18μm', '', '0.1', '2026-11-30', 'true'] },
      { row: 4, cells: ['铜箔', '', '12000000', '', 'false'] },
    ]);
  });

  test('texts longer than a page and many of them keep their places', async () => {
    const texts = Array.from({ length: 5000 }, (_, i) => `第${i}行 ${'长'.repeat(i % 60)}`);
    texts[100] = 'x'.repeat(30_000);
    const lines = await workbook(await writeXlsx({ sheets: [{ name: 's', rows: texts.map((text, i) => [text, texts[(i * 7919) % 5000]!]) }] }));
    expect(lines.map((line) => line.cells)).toEqual(texts.map((text, i) => [text, texts[(i * 7919) % 5000]]));
  });

  test.each([
    ['General', 'number'], ['0.00%', 'percent'], ['yyyy"年"m"月"d"日"', 'date'], ['[$-409]d-mmm-yy', 'date'], ['[Red]0.00', 'number'], ['"days" 0', 'number'], ['#,##0_);(#,##0)', 'number'],
  ])('the format %s shows a %s', (code, kind) => expect(numberKind(170, code)).toBe(kind));

  test('numbers as people write them', () => {
    expect(numberText('0.10000000000000001', 'number', false)).toBe('0.1');
    expect(numberText('0.998', 'percent', false)).toBe('99.8%');
    expect(numberText('1', 'date', false)).toBe('1900-01-01');
    expect(numberText('46356', 'date', false)).toBe('2026-11-30');
    expect(numberText('46356.5', 'date', false)).toBe('2026-11-30 12:00:00');
    expect(numberText('44894', 'date', true)).toBe('2026-11-30');
  });

  test('what is no workbook is unreadable', async () => {
    for (const content of [Buffer.from('PK\u0003\u0004 not really'), Buffer.from('a,b\n'), zip({ 'word/document.xml': '<x/>' })]) {
      await expect(workbook(content)).rejects.toMatchObject({ problem: { code: 'unreadable' } });
    }
    const cut = await writeXlsx({ sheets: [{ name: 's', rows: Array.from({ length: 2000 }, (_, i) => [i, `${i}`]) }] });
    await expect(workbook(cut.subarray(0, cut.length / 2))).rejects.toMatchObject({ problem: { code: 'unreadable' } });
  });

  const parts = {
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/workbook.xml': '<x:workbook xmlns:x="m" xmlns:r="n"><x:sheets><x:sheet name="s" r:id="r1"/></x:sheets></x:workbook>',
  };

  test('one written by another program: prefixes, no references, inline and rich text', async () => {
    const sheet = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>铜</x:t></x:r><x:r><x:t>箔</x:t></x:r><x:rPh><x:t>tongbo</x:t></x:rPh></x:is></x:c><x:c><x:v>18</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:v>a&amp;b</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await workbook(zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toEqual([{ row: 1, cells: ['铜箔', '18', '', 'a&b'] }]);
  });

  test('entities, and cells that never end, are refused before they fill the memory', async () => {
    const entities = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>';
    await expect(workbook(zip({ ...parts, 'xl/worksheets/sheet1.xml': entities }))).rejects.toMatchObject({ problem: { code: 'unreadable' } });
    const endless = `<worksheet><sheetData><row><c t="str"><v>${'a'.repeat(50_000_000)}</v></c></row></sheetData></worksheet>`;
    await expect(workbook(zip({ ...parts, 'xl/worksheets/sheet1.xml': endless }))).rejects.toMatchObject({ problem: { code: 'unpacks_too_large' } });
  });
});

/** A zip archive by hand, for workbooks that no library would write. */
function zip(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [content, path] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), facts, place, path);
    bodies.push(Buffer.from('504b0304', 'hex'), facts, path, packed);
    offset += 30 + path.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}
