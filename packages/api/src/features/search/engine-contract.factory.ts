import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDocument, find, market, noon } from './documents.factory.ts';
import { everything, type EngineQuery, type SearchEngine } from './engine.ts';
import { recall } from './recall.factory.ts';

type Open = (name: string) => Promise<{ engine: SearchEngine; close: () => Promise<void> }>;

/** What every engine must do, told to each in turn. */
export function engineContract(open: Open): void {
  describe('a small market', () => {
    let engine: SearchEngine;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ engine, close } = await open('market'));
      await engine.upsert(market);
    });
    afterAll(() => close?.());
    const filters = (given: Partial<EngineQuery['filters']>) => ({ filters: { ...everything.filters, ...given } });

    test.each([
      ['铜箔', ['foil12', 'foil35', 'laminate']], ['銅箔', ['foil12', 'foil35', 'laminate']], ['赣南脐橙', ['orange']], ['qicheng', ['orange']], ['gnqc', ['orange']],
      ['navel orange', ['orange']], ['N52', ['magnet']], ['n52sh', ['magnet']], ['12um', ['foil12']], ['12μm 铜箔', ['foil12']], ['fr4', ['laminate']], ['卫星', []],
    ])('%s finds %j', async (text, ids) => {
      expect((await find(engine, { text })).sort()).toEqual([...ids].sort());
    });

    test('a title that says it comes before a description that mentions it', async () => {
      expect((await find(engine, { text: '铜箔' })).at(-1)).toBe('laminate');
    });

    let coded: SearchEngine;
    let codedDone: () => Promise<void>;
    beforeAll(async () => {
      ({ engine: coded, close: codedDone } = await open('codes'));
      await coded.upsert([
        aDocument({ id: 'solder', titles: ['无铅锡膏'], keywords: ['SAC305'] }), aDocument({ id: 'solder7', titles: ['无铅锡条'], keywords: ['SAC307'] }), aDocument({ id: 'dsp', titles: ['TMS320F28075PZPT', 'TMS320F28075'] }),
        aDocument({ id: 'mcu', titles: ['STM32F103C8T6'] }), aDocument({ id: 'mcu2', titles: ['STM32F103RBT6'] }),
        aDocument({ id: 'named', titles: ['高耐热 FR-4 板材，1.6 mm'] }), aDocument({ id: 'graded', titles: ['中耐热板材'], keywords: ['FR-4'] }),
        aDocument({ id: 'lamp', titles: ['LED芯片 蓝光'] }), aDocument({ id: 'lampish', titles: ['板'], body: ['LED chip'] }),
      ]);
    });
    afterAll(() => codedDone?.());

    test.each(['FR-4', 'FR4', 'fr4 板材'])('however a part number is written, a title that says it comes first: %s', async (text) => {
      expect(await find(coded, { text })).toEqual(['named', 'graded']);
    });

    test('a name in both scripts is met in a title whichever language asks', async () => {
      expect(await find(coded, { text: 'LED chip' })).toEqual(['lamp', 'lampish']);
    });

    describe('a search that names a thing', () => {
      let goods: SearchEngine;
      let done: () => Promise<void>;
      beforeAll(async () => {
        ({ engine: goods, close: done } = await open('goods'));
        const foil = { kinds: ['铜箔', '銅箔', 'Copper foil'] };
        await goods.upsert([
          aDocument({ id: 'meter', titles: ['铜箔表面粗糙度仪', 'Surface roughness meter for copper foil'], kinds: ['检测设备', 'Inspection equipment'], at: new Date('2026-11-20T00:00:00Z') }),
          aDocument({ id: 'slitter', titles: ['分切机（铜箔）', 'Slitter (copper foil)'], at: new Date('2026-11-21T00:00:00Z') }),
          aDocument({ id: 'printer', titles: ['锡膏印刷机', 'Solder paste printer'], at: new Date('2026-11-22T00:00:00Z') }),
          aDocument({ id: 'foil', titles: ['12 μm 高延展电解铜箔 单面毛', 'High-ductility electrolytic copper foil 12 µm'], ...foil }),
          aDocument({ id: 'unsaid', titles: ['HTE 35 μm 现货', 'HTE 35 µm ex stock'], ...foil, at: new Date('2026-11-02T00:00:00Z') }),
          aDocument({ id: 'paste', titles: ['免洗低温无铅锡膏 500克装', 'No-clean lead-free solder paste, 500 g'], kinds: ['焊料', '焊料', 'Solder'] }),
          aDocument({ id: 'passion', titles: ['百香果'], body: ['Navel Orange Co-op'], at: new Date('2026-11-23T00:00:00Z') }),
          aDocument({ id: 'navel', titles: ['寻乌晚熟脐橙，三月供应'] }),
          aDocument({ id: 'clad', titles: ['CEM-1 单面板材 1.6 mm', 'CEM-1 laminate 1.6 mm'], kinds: ['覆铜板/半固化片', '覆銅板/半固化片', 'Copper-clad laminate and prepreg'] }),
        ]);
      });
      afterAll(() => done?.());

      test.each([
        ['銅箔', ['foil', 'unsaid']], ['铜箔', ['foil', 'unsaid']], ['copper foil', ['foil', 'unsaid']], ['tongbo', ['foil', 'unsaid']], ['电解铜箔', ['foil']], ['锡膏', ['paste']], ['solder paste', ['paste']], ['锡膏印刷机', ['printer']], ['qc', ['navel']],
      ])('is met first by what is one, not by what its title mentions: %s', async (text, first) => {
        expect((await find(goods, { text })).slice(0, first.length).sort()).toEqual(first);
      });

      test.each(['铜箔', '銅箔', 'copper foil'])('a thing is not found by what only stands in another of its names: %s', async (text) => {
        const found = await find(goods, { text });
        expect([found.includes('foil'), found.includes('clad')]).toEqual([true, false]);
      });

      test.each(['覆铜箔板', '覆銅箔板', '覆铜板', 'CCL'])('but by each of them: %s', async (text) => {
        expect(await find(goods, { text })).toContain('clad');
      });
    });

    test.each([['电解铜泊', 'foil12'], ['conditoner', 'laminate'], ['赣南其橙', 'orange']])('a slip is forgiven: %s', async (text, id) => {
      expect(await find(engine, { text })).toContain(id);
    });

    test.each([['SAC30S', 'SAC305', ['solder']], ['sac35', 'SAC305', ['solder']], ['TMS32OF28075', 'TMS320F28075', ['dsp']], ['TMS320F2875', 'TMS320F28075', ['dsp']], ['STM32F103C8T7', 'STM32F103C8T6', ['mcu']]])('a slip in a part number is mended and said: %s', async (text, meant, ids) => {
      const answer = await coded.search({ ...everything, now: noon, text });
      expect({ mended: answer.mended, ids: answer.ids }).toEqual({ mended: meant.toLowerCase(), ids });
    });

    test.each([['SAC305', ['solder']], ['TMS320F2807', ['dsp']], ['STM32F103', ['mcu', 'mcu2']], ['QQ99XX', []]])('a part number that is there, whole or begun, is left as typed: %s', async (text, ids) => {
      const answer = await coded.search({ ...everything, now: noon, text });
      expect({ mended: answer.mended, ids: [...answer.ids].sort() }).toEqual({ mended: null, ids });
    });

    test.each([['hte', 'foil12'], ['nave', 'orange'], ['electrolyt', 'foil12'], ['diaozi', undefined], ['dianjieton', 'foil12']])('found while typing: %s', async (text, id) => {
      const ids = await find(engine, { text });
      expect(id === undefined ? ids : ids.includes(id)).toEqual(id === undefined ? [] : true);
    });

    test.each(['？！', `'"%_;--`, '%', '_', '°', 'φ', '🍊'])('%s holds nothing to look for: it finds, suggests and counts nothing', async (text) => {
      expect(await engine.search({ ...everything, now: noon, text, facets: ['family'], numbers: ['tg'] })).toEqual({ ids: [], total: 0, facets: {}, numbers: {}, mended: null });
      expect(await engine.suggest(text, 5, noon)).toEqual([]);
    });

    test('no text finds everything that has not expired, newest first', async () => {
      expect(await find(engine, {})).toEqual(['lettuce', 'orange', 'magnet', 'laminate', 'foil35', 'foil12']);
    });

    test('facets narrow within a key by any and across keys by all, and are counted over all hits', async () => {
      expect(await find(engine, filters({ facets: { region: ['440300', '810000'] } }))).toEqual(['lettuce', 'laminate', 'foil35']);
      expect(await find(engine, filters({ facets: { region: ['440300', '810000'], family: ['vegetable_basket'] } }))).toEqual(['lettuce']);
      const { facets, total, ids } = await engine.search({ ...everything, now: noon, facets: ['family', 'certs'], limit: 1 });
      expect({ total, ids: ids.length }).toEqual({ total: 6, ids: 1 });
      expect(facets).toEqual({ family: { electronic_material: 4, vegetable_basket: 2 }, certs: { gba_basket: 1, shenzhen_mark: 2 } });
    });

    test('facets are counted over what a text finds', async () => {
      expect((await engine.search({ ...everything, now: noon, text: '铜箔', facets: ['foilType'] })).facets).toEqual({ foilType: { hte: 1, rtf: 1 } });
    });

    test.each([
      [{ thickness: { min: 12, max: 12 } }, ['foil12']], [{ thickness: { min: 13, max: null } }, ['foil35']], [{ thickness: { min: null, max: 100 } }, ['foil35', 'foil12']],
      [{ tg: { min: 160, max: 200 } }, ['laminate']], [{ tg: { min: 171, max: null } }, []],
    ])('bounds %j', async (ranges, ids) => {
      expect(await find(engine, filters({ ranges }))).toEqual(ids);
    });

    test('the smallest and largest value among the hits, and how many lie in each step between', async () => {
      expect((await engine.search({ ...everything, now: noon, limit: 1, numbers: ['thickness', 'brix', 'hours'] })).numbers).toEqual({
        thickness: { min: 12, max: 35, steps: [12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34].map((from) => ({ from, to: from + 2, count: from === 12 || from === 34 ? 1 : 0 })) },
        brix: { min: 12, max: 12, steps: [] },
      });
    });

    test('any of the months asked for', async () => {
      expect(await find(engine, filters({ months: 0b0000_0000_0100 }))).toEqual(['lettuce']);
      expect((await find(engine, filters({ months: 0b1000_0000_0100 }))).sort()).toEqual(['lettuce', 'orange']);
    });

    test('near a city, nearest first', async () => {
      const ids = await find(engine, { sort: { by: 'distance', ...shenzhen }, ...filters({ within: { ...shenzhen, km: 60 } }) });
      expect(ids.slice(0, 2).sort()).toEqual(['foil35', 'lettuce']);
      expect(ids.slice(2)).toEqual(['laminate']);
    });

    test('sorted by a number; what lacks it comes last', async () => {
      const ids = await find(engine, { sort: { by: 'number', key: 'moq', descending: true } });
      expect(ids.slice(0, 2)).toEqual(['foil35', 'foil12']);
      expect(await find(engine, { sort: { by: 'number', key: 'moq', descending: false }, text: '铜箔' })).toEqual(['foil12', 'foil35', 'laminate']);
    });

    test('pages follow one another', async () => {
      const pages = [await find(engine, { limit: 4 }), await find(engine, { limit: 4, offset: 4 })];
      expect(pages.flat()).toEqual(await find(engine, {}));
      expect(pages.map((page) => page.length)).toEqual([4, 2]);
    });

    test('suggestions grow with what is typed', async () => {
      expect(await engine.suggest('赣南', 5, noon)).toEqual(['orange']);
      expect(await engine.suggest('ganna', 5, noon)).toEqual(['orange']);
    });

    test('what is written as a filter is a value, never syntax', async () => {
      for (const value of [`360700' or 1=1 --`, '"] OR family EXISTS OR ["', '\\', "x' = 'x"]) expect(await find(engine, filters({ facets: { region: [value] } }))).toEqual([]);
    });
  });

  test('a number spreads over all hits of the question, a range over every step it touches, wide reaches in growing steps', async () => {
    const { engine, close } = await open('spread');
    await engine.upsert([
      ...Array.from({ length: 40 }, (_, i) => aDocument({ id: `tg${i}`, titles: ['覆铜板'], facets: { resin: [i < 30 ? 'fr4' : 'pi'] }, numbers: { tg: 130 + i, moq: 10 ** (i % 4) } })),
      aDocument({ id: 'range', titles: ['覆铜板'], numbers: { tg: [140, 155] } }),
      aDocument({ id: 'another', titles: ['铜箔'], numbers: { tg: 135 } }),
    ]);
    const spread = async (given: Partial<EngineQuery>) => (await engine.search({ ...everything, now: noon, text: '覆铜板', numbers: ['tg', 'moq'], limit: 3, ...given })).numbers;
    const { tg, moq } = await spread({});
    expect(tg).toEqual({ min: 130, max: 169, steps: [130, 135, 140, 145, 150, 155, 160, 165].map((from) => ({ from, to: from + 5, count: from >= 140 && from <= 155 ? 6 : 5 })) });
    expect(moq!.steps).toEqual([[1, 2, 10], [2, 5, 0], [5, 10, 0], [10, 20, 10], [20, 50, 0], [50, 100, 0], [100, 200, 10], [200, 500, 0], [500, 1000, 0], [1000, 2000, 10]].map(([from, to, count]) => ({ from, to, count })));
    expect((await spread({ filters: { ...everything.filters, facets: { resin: ['pi'] }, ranges: { tg: { min: 165, max: null } } } }))['tg']).toEqual({ min: 165, max: 169, steps: [165, 166, 167, 168, 169].map((from) => ({ from, to: from + 1, count: 1 })) });
    await close();
  });

  test('a change replaces, a removal removes, and the next search sees it', async () => {
    const { engine, close } = await open('changes');
    await engine.upsert([aDocument({ id: 'a', titles: ['钨粉'] })]);
    expect(await find(engine, { text: '钨粉' })).toEqual(['a']);
    await engine.upsert([aDocument({ id: 'a', titles: ['钼粉'] })]);
    expect(await find(engine, { text: '钨粉' })).toEqual([]);
    expect(await find(engine, { text: '钼粉' })).toEqual(['a']);
    await engine.remove(['a', 'never there']);
    expect(await find(engine, {})).toEqual([]);
    await close();
  });

  test('a rebuild answers from the old index until it is swapped, and no search meets an empty one', async () => {
    const { engine, close } = await open('rebuild');
    const many = (title: string) => Array.from({ length: 300 }, (_, i) => aDocument({ id: `d${i}`, titles: [`${title} ${i}`] }));
    await engine.upsert(many('铜箔'));
    let stop = false;
    const totals: number[] = [];
    const watcher = (async () => {
      while (!stop) totals.push((await engine.search({ ...everything, now: noon })).total);
    })();
    for (const title of ['锡膏', '钨粉']) {
      const next = await engine.rebuild();
      await next.upsert(many(title));
      await next.remove(['d0']);
      expect(await find(engine, { text: title })).toEqual([]);
      await next.swap();
      expect((await engine.search({ ...everything, now: noon, text: title })).total).toBe(299);
    }
    stop = true;
    await watcher;
    expect([...new Set(totals)].sort()).toEqual([299, 300]);
    const abandoned = await engine.rebuild();
    await abandoned.upsert(many('硅片'));
    await abandoned.abandon();
    expect(await find(engine, { text: '硅片' })).toEqual([]);
    await close();
  });

  describe('recall', () => {
    let engine: SearchEngine;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ engine, close } = await open('recall'));
      await engine.upsert(recall.map(({ id, title }) => aDocument({ id, titles: [title] })));
    }, 60_000);
    afterAll(() => close?.());

    test('has at least 150 terms', () => expect(recall.length).toBeGreaterThanOrEqual(150));

    test.each(['simplified', 'traditional', 'pinyin', 'initials', 'slip', 'english'] as const)('every term is found by its %s', async (way) => {
      const missed: string[] = [];
      for (const { id, title, asked } of recall) if (!(await find(engine, { text: asked[way], limit: 10 })).includes(id)) missed.push(`${asked[way]} → ${title}`);
      expect(missed).toEqual([]);
    }, 60_000);
  });
}

const shenzhen = { lon: 114.058, lat: 22.543 };
