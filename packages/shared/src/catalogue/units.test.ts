import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Market } from '../places/regions.ts';
import { units } from './unit-table.ts';
import { convert, readQuantity, readRange, type UnitCode } from './units.ts';

const value = (text: string, registry: UnitCode, market?: Market) => {
  const read = readQuantity(text, registry, market);
  return read.ok ? read.value.value : read.failure.code;
};
const ends = (text: string, registry: UnitCode) => {
  const read = readRange(text, registry);
  return read.ok ? [read.value.min, read.value.max] : read.failure.code;
};

test('one length is read however it is written', () => {
  for (const text of ['18', '18μm', '18 µm', '18um', '１８ μｍ', '18微米', '0.018 mm', '18 micron', '18000 nm']) expect(value(text, 'um'), text).toBe(18);
  expect(value('10 mil', 'um')).toBe(254);
  expect(value('2"', 'mm')).toBe(50.8);
  expect(value('4吋', 'mm')).toBe(101.6);
});

test('an ounce of copper is a weight per area, a thickness or a mass', () => {
  expect(value('1 oz', 'g/m2')).toBe(305);
  expect(value('1/2 oz', 'g/m2')).toBe(152.5);
  expect(value('½ oz', 'g/m2')).toBe(152.5);
  expect(value('2½ oz', 'g/m2')).toBe('unit_unknown');
  expect(value('1 oz', 'um')).toBe(34.3);
  expect(value('2oz/ft²', 'um')).toBe(68.6);
  expect(value('1 oz', 'g')).toBeCloseTo(28.3495, 4);
});

test('a catty weighs what the market says, and is refused when nobody says', () => {
  expect(value('500斤', 'kg', 'mainland')).toBe(250);
  expect(value('500斤', 'kg', 'hongkong')).toBe(302.4);
  expect(value('500斤', 'kg', 'macao')).toBe(302.4);
  expect(value('500斤', 'kg')).toBe('unit_ambiguous');
  expect(value('100司馬斤', 'kg')).toBe(60.48);
  expect(value('100司马斤', 'kg', 'mainland')).toBe(60.48);
  expect(value('1擔', 'kg', 'hongkong')).toBe(60.48);
  expect(value('1担', 'kg', 'mainland')).toBe(50);
  expect(value('3000斤/天', 'kg/d', 'mainland')).toBe(1500);
  expect(value('3000斤/日', 'kg/d', 'hongkong')).toBeCloseTo(1814.4);
});

test('land is counted in mu and hectares', () => {
  expect(value('1亩', 'm2')).toBeCloseTo(666.667, 3);
  expect(convert(1, 'hm2', 'mu')).toBe(15);
  expect(value('1.5万亩', 'hm2')).toBe(1000);
  expect(value('9亩/小时', 'hm2/h')).toBe(0.6);
});

test('ten thousand and a hundred million are words', () => {
  expect(value('3万', '1')).toBe(30000);
  expect(value('1.2億', '1')).toBe(120000000);
  expect(value('2亿', '1')).toBe(200000000);
  expect(value('1.2万 kg', 'kg')).toBe(12000);
  expect(value('5千克', 'kg')).toBe(5);
  expect(value('7.5千瓦', 'kW')).toBe(7.5);
  expect(value('12,500', '1')).toBe(12500);
});

test('a box of any size is not a TEU', () => {
  expect(value('3 TEU', 'TEU')).toBe(3);
  expect(value('3 FEU', 'TEU')).toBe(6);
  expect(value('3个40尺柜', 'TEU')).toBe(6);
  expect(value('3自然箱', 'TEU')).toBe('unit_ambiguous');
  expect(value('3 boxes', 'TEU')).toBe('unit_ambiguous');
});

test('magnets convert from the old units as trade does', () => {
  expect(value('12 kGs', 'T')).toBe(1.2);
  expect(value('12 kOe', 'kA/m')).toBe(954.96);
  expect(value('35MGOe', 'kJ/m3')).toBe(278.53);
});

test('temperatures shift as well as scale', () => {
  expect(value('32 °F', 'degC')).toBe(0);
  expect(value('212℉', 'degC')).toBe(100);
  expect(value('−18 ℃', 'degC')).toBe(-18);
  expect(value('300 K', 'degC')).toBe(26.85);
  expect(ends('-18~-15℃', 'degC')).toEqual([-18, -15]);
  expect(ends('0-4 °C', 'degC')).toEqual([0, 4]);
});

test('tonnes are a mass, or a force when a mould is clamped', () => {
  expect(value('2吨', 'kg')).toBe(2000);
  expect(value('2公噸', 'kg')).toBe(2000);
  expect(value('160吨', 'kN')).toBeCloseTo(1569.064);
});

test('ranges keep both ends', () => {
  expect(ends('2.8–3.2 V', 'V')).toEqual([2.8, 3.2]);
  expect(ends('450nm～455nm', 'nm')).toEqual([450, 455]);
  expect(ends('70至85mm', 'mm')).toEqual([70, 85]);
  expect(ends('7 cm - 85 mm', 'mm')).toEqual([70, 85]);
  expect(ends('183', 'degC')).toEqual([183, 183]);
  expect(ends('4–0', 'degC')).toBe('range_reversed');
});

test('hedged numbers keep their hedge in the text only', () => {
  expect(readQuantity(' ≥ 99.8 % ', '%')).toEqual({ ok: true, value: { value: 99.8, text: '≥ 99.8 %', unit: '%' } });
  expect(value('±25µm', 'um')).toBe(25);
  expect(value('约10', 'kg')).toBe(10);
});

test('what is not a number, or of another kind, says so', () => {
  expect(value('many', 'kg')).toBe('number_unreadable');
  expect(value('1,5', 'kg')).toBe('number_unreadable');
  expect(value('', 'kg')).toBe('number_unreadable');
  expect(value('1/0', 'kg')).toBe('number_unreadable');
  expect(value('1e308 t', 'kg')).toBe('number_unreadable');
  expect(value('9'.repeat(300), 'kg')).toBe('number_unreadable');
  expect(value('5 mm', 'kg')).toBe('unit_wrong');
  expect(value('5 furlongs', 'mm')).toBe('unit_unknown');
  expect(value('5 mW', 'kW')).toBe(0.000005);
});

const dimensions = Map.groupBy(units, (u) => u.dimension);
const pair = fc.constantFrom(...dimensions.values()).chain((same) => fc.tuple(fc.constantFrom(...same), fc.constantFrom(...same)));
const amount = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

test('converting there and back changes nothing', () => {
  fc.assert(fc.property(pair, amount, ([a, b], x) => {
    const back = convert(convert(x, a.code, b.code)!, b.code, a.code)!;
    // A temperature far below the offset keeps fewer digits.
    expect(Math.abs(back - x)).toBeLessThanOrEqual(1e-9 * Math.abs(x) + (a.dimension === 'temperature' ? 1e-6 : 0));
  }));
});

test('a bigger amount stays bigger in every unit', () => {
  fc.assert(fc.property(pair, amount, ([a, b], x) => {
    expect(convert(x * 2 + 1, a.code, b.code)!).toBeGreaterThan(convert(x, a.code, b.code)!);
  }));
});

test('every unit is read back by its own symbol, in some market', () => {
  for (const u of units) {
    const read = readQuantity(`3 ${u.symbol}`, u.code, u.markets?.[0] ?? 'mainland');
    expect(read, u.code).toMatchObject({ ok: true, value: { value: 3 } });
  }
});

test('reading never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...units), (text, u) => {
    readQuantity(text, u.code);
    readRange(text, u.code, 'mainland');
  }));
});
