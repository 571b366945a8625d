import { describe, expect, test } from 'vitest';
import { blankListing } from '../listings/fields.ts';
import { subFamilies } from '../catalogue/families.ts';
import { locales, type Locale } from '../values.ts';
import { columnFinder, columnsOf, heading } from './columns.ts';
import { rowReader } from './read-row.ts';
import { columnName, refusalText } from './words.ts';

describe('columns', () => {
  test('a heading names its unit in the reader\'s words', () => {
    const warranty = columnsOf('smt_machine').find(({ key }) => key === 'warranty');
    expect(warranty && locales.map((locale) => /\((.*)\)/.exec(heading(warranty, locale))?.[1])).toEqual(['个月', '個月', 'months']);
    const chinese = subFamilies.flatMap(({ code }) => columnsOf(code).flatMap((column) => [heading(column, 'zh-Hans'), heading(column, 'zh-Hant')]));
    expect(chinese.filter((words) => /\((h|d|months?|years?|days?)\)/.test(words))).toEqual([]);
  });

  test.each(subFamilies.map((s) => s.code))('%s: every column is found by its key and by its heading in each language', (code) => {
    const find = columnFinder(code);
    for (const column of columnsOf(code)) {
      expect(find(column.key)).toBe(column);
      for (const locale of locales) expect([column.key, locale, find(heading(column, locale))?.key]).toEqual([column.key, locale, column.key]);
    }
  });
});

function read(row: Record<string, string>, market: 'mainland' | 'hongkong' = 'mainland') {
  const find = columnFinder('copper_foil');
  return rowReader('copper_foil', Object.keys(row).map(find), market)(Object.values(row));
}

const blank = blankListing({ kind: 'supply', subFamily: 'copper_foil', title: {} });

describe('a row', () => {
  test('is read with the units and words people write', () => {
    const { itemNumber, onto, failures } = read({
      货号: 'HTE-18', '标题 · 简体中文': '18微米铜箔', 'Title · English': 'Copper foil', 标称厚度: '18 µm', 铜箔类型: 'hte', 计价方式: '阶梯价', currency: 'usd', priceTiers: '500:82.5； 2000:80',
      月产能: '', 产地: '鹰潭', 有效期至: '2027/1/5', '供应能力 · 数量': '12万', '供应能力 · 周期': 'per month', 目标区域: '深圳、香港', 最小起订量: '500',
    });
    expect(failures).toEqual([]);
    expect(itemNumber).toBe('HTE-18');
    expect(onto(blank)).toMatchObject({
      itemNumber: 'HTE-18', title: { 'zh-Hans': '18微米铜箔', en: 'Copper foil' }, priceMode: 'tier', currency: 'USD', priceTiers: [{ minQuantity: 500, unitPrice: 82.5 }, { minQuantity: 2000, unitPrice: 80 }],
      originRegion: '360600', validUntil: '2027-01-05', capacity: { amount: 120_000, per: 'month' }, targetRegions: ['440300', '810000'], moq: 500,
      attributes: { foilType: 'hte', thickness: { value: 18, text: '18 µm', unit: 'um' } },
    });
  });

  test('leaves alone what the file has no column for, and takes back what it leaves empty', () => {
    const before = { ...blank, title: { en: 'y', 'zh-Hans': '铜箔' }, moq: 5, leadTimeDays: 7, attributes: { brand: '信江', foilType: 'hte', oxid180: true } };
    expect(read({ itemNumber: '1', 'title.en': 'x', moq: '', foilType: '', 氧化: '', '抗氧化(180℃/60min)': '否' }).onto(before)).toEqual({
      ...before, itemNumber: '1', title: { en: 'x', 'zh-Hans': '铜箔' }, moq: null, attributes: { brand: '信江', oxid180: false },
    });
  });

  test('is refused cell by cell, with the key of each column', () => {
    const { failures } = read({ itemNumber: ' ', 'title.en': '', thickness: '18 kg', foilType: 'shiny', priceTiers: 'cheap', validUntil: 'soon', hsCode: '74', moq: '-1', 'priceFormula.index': 'Cu', 'priceFormula.factor': '', purity: '120' });
    expect(failures.map((f) => `${f.path} ${f.code}`).sort()).toEqual([
      'foilType choice_unknown', 'hsCode invalid_format', 'itemNumber required', 'moq too_small', 'priceFormula.factor required', 'priceFormula.processingFee required',
      'priceTiers tiers_unreadable', 'purity too_big', 'thickness unit_wrong', 'title.zh-Hans required', 'validUntil date_unreadable',
    ]);
  });

  const told = (row: Record<string, string>, locale: Locale) => {
    const find = columnFinder('copper_foil');
    return read({ itemNumber: 'A-1', 'title.en': 'x', ...row }).failures.map((failure) => columnName(find(failure.path), failure.path, locale) + refusalText(failure, find(failure.path), locale));
  };

  test('is refused in the reader\'s language: the column, what stood there, what it takes', () => {
    expect(told({ moq: '很多' }, 'zh-Hans')).toEqual(['最小起订量：“很多”不是数字；应填数字，例如 500']);
    expect(told({ leadTimeDays: '3.5' }, 'zh-Hans')).toEqual(['交货期(天)：“3.5”不是整数；应填整数，例如 15']);
    expect(told({ leadTimeDays: '3.5' }, 'zh-Hant')).toEqual(['交貨期(日)：「3.5」不是整數；應填整數，例如 15']);
    expect(told({ moq: '-1' }, 'en')).toEqual(['MOQ:“-1” is not above 0; write a number, such as 500']);
    expect(told({ priceMode: 'free' }, 'en')).toEqual(['Price mode:“free” is not one of the allowed values; write one of: Fixed price / Tiered price / Formula (index + processing fee) / Negotiable']);
    expect(told({ itemNumber: '' }, 'zh-Hans')).toEqual(['货号：没有填写；请填写，例如 HTE-18-1290']);
    expect(told({ thickness: '18 kg' }, 'zh-Hans')[0]).toMatch(/^标称厚度：“18 kg”的单位“kg”不适用于此列；应填数字（.*），例如/);
    expect(refusalText({ path: 'itemNumber', code: 'item_repeated', params: { text: 'A-1' } }, columnFinder('copper_foil')('itemNumber'), 'en')).toBe('“A-1” stands in an earlier row too; one row for each');
    expect(refusalText({ path: 'x', code: 'never_heard_of', params: {} }, undefined, 'en')).toBe('cannot stand here');
  });

  test('has words for whatever may be wrong with a cell', () => {
    const wrong: Record<string, string> = {
      'title.en': 'x'.repeat(201), originRegion: 'Atlantis', targetRegions: '深圳、火星', hsCode: '74', moq: '0', orderStep: '-2', currency: 'shells', priceTiers: '10:5;5:6', leadTimeDays: '731', supplyMonths: '13',
      validUntil: '明年', 'capacity.amount': '-1', 'capacity.per': 'per hour', thickness: '18 parrots', purity: '120', foilType: 'shiny', oxid180: 'perhaps', 'priceFormula.factor': '0', 'certificates.1.kind': '三好学生', 'certificates.1.issued': '昨天',
    };
    for (const locale of locales) {
      const all = told(wrong, locale);
      expect(all.length).toBeGreaterThan(15);
      expect(all.filter((text) => /不能这样填|不能這樣填|cannot stand here|\{\w+\}/.test(text))).toEqual([]);
    }
  });

  test('says a listing\'s fault at the column that says it, certificates as they are numbered in the row', () => {
    const row = read({ itemNumber: '1', 'title.en': 'x', 'certificates.2.kind': '圳品', 'certificates.2.number': 'S-1', 'certificates.2.issuer': '某局', 'certificates.2.validUntil': '2001-01-01' });
    expect(row.ofColumns(['certificates.0.validUntil', 'chain', 'title', 'attributes.thickness.value'].map((path) => ({ path, code: 'required', params: {} })))).toEqual([
      { path: 'certificates.2.validUntil', code: 'required', params: { text: '2001-01-01' } },
      { path: 'chain', code: 'required', params: {} },
      { path: 'title.zh-Hans', code: 'required', params: {} },
      { path: 'thickness', code: 'required', params: {} },
    ]);
  });
});

describe('certificates', () => {
  const basket = { 'certificates.1.kind': '菜篮子', 'certificates.1.number': 'GBA-360700-0021', 'certificates.1.issuer': '广州市农业农村局', 'certificates.1.issued': '2025/7/1', 'certificates.1.validUntil': '2028/6/30' };
  const mark = { '证书 2 · 类别': '圳品', '证书 2 · 编号': 'SZPZ-2026-0158', 'Certificate 2 · Issuer': '深圳市市场监督管理局', '證書 2 · 有效期至': '' };
  const scan = '0193f000-0000-7000-8000-00000000000a';
  const first = { kind: 'gba_basket' as const, number: 'GBA-360700-0021', issuer: '广州市农业农村局', issued: '2025-07-01', validUntil: '2028-06-30', fileId: null };

  test('come with their row, by short names and in any language, with no date when there is none', () => {
    const { failures, onto } = read({ itemNumber: '1', 'title.en': 'x', ...basket, ...mark });
    expect(failures).toEqual([]);
    expect(onto(blank).certificates).toEqual([first, { kind: 'shenzhen_mark', number: 'SZPZ-2026-0158', issuer: '深圳市市场监督管理局', issued: null, validUntil: null, fileId: null }]);
  });

  test('take the place of those before and keep the scan of the same one; a row that names none leaves them', () => {
    const before = { ...blank, certificates: [{ ...first, validUntil: '2025-06-30', fileId: scan }, { ...first, kind: 'organic' as const }] };
    expect(read({ itemNumber: '1', 'title.en': 'x', ...basket }).onto(before).certificates).toEqual([{ ...first, fileId: scan }]);
    const empty = Object.fromEntries(Object.keys(basket).map((key) => [key, '']));
    expect(read({ itemNumber: '1', 'title.en': 'x', ...empty }).onto(before).certificates).toEqual(before.certificates);
  });

  test('are refused cell by cell', () => {
    const paths = (row: Record<string, string>) => read({ itemNumber: '1', 'title.en': 'x', ...row }).failures.map(({ path, code }) => `${path} ${code}`);
    expect(paths({ 'certificates.1.kind': '圳品', 'certificates.1.validUntil': '2028-01-01' })).toEqual(['certificates.1.number required', 'certificates.1.issuer required']);
    expect(paths({ ...basket, 'certificates.1.kind': '三好学生', 'certificates.1.validUntil': '明年' })).toEqual(['certificates.1.kind choice_unknown', 'certificates.1.validUntil date_unreadable']);
    expect(paths({ ...basket, 'certificates.3.kind': 'gba_basket', 'certificates.3.number': 'GBA-360700-0021', 'certificates.3.issuer': '某局' })).toEqual(['certificates.3.number repeated']);
    expect(paths({ 'certificates.2.number': '9'.repeat(81), 'certificates.2.kind': 'gap', 'certificates.2.issuer': '某局' })).toEqual(['certificates.2.number too_big']);
  });
});
