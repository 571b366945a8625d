import { label } from '../label.ts';
import type { Market } from '../places/regions.ts';
import type { Label } from '../values.ts';

export interface Unit {
  readonly code: string;
  /** As shown to readers of every language, unless it has words. */
  readonly symbol: string;
  readonly words?: Label;
  readonly dimension: string;
  /** One of this unit in the dimension's base; `value * factor + offset`. */
  readonly factor: number;
  readonly offset: number;
  /** Other ways people write it, tidied as `tidyUnit` does. */
  readonly aliases: readonly string[];
  /** Only these markets mean this by its aliases; others mean another unit of the same name. */
  readonly markets?: readonly Market[];
}

const unit = <const C extends string>(dimension: string, code: C, factor: number, symbol: string, aliases = '', more: { offset?: number; markets?: Market[]; words?: Label } = {}) =>
  ({ code, symbol, dimension, factor, offset: 0, aliases: aliases.split(' ').filter(Boolean), ...more }) as const;

const mainland: Market[] = ['mainland'];
const southern: Market[] = ['hongkong', 'macao'];
const poundForce = 4.4482216152605;
const kilogramForce = 9.80665;

/**
 * Every unit the registry stores in or people write. 斤, 两, 担 and 擔 belong to a market: 500 g on the mainland,
 * 604.8 g in Hong Kong and Macao. `oz` is mass, areal mass of copper (1 oz/ft² = 305 g/m²) or copper thickness
 * (34.3 µm), decided by the dimension that the attribute is stored in.
 */
export const units = [
  unit('none', '1', 1, '', '层 層 轴 軸 阶 階 个 個 年'),
  unit('length', 'nm', 1e-9, 'nm', '纳米 納米'),
  unit('length', 'um', 1e-6, 'µm', 'μm micron microns 微米 u'),
  unit('length', 'mm', 1e-3, 'mm', '毫米'),
  unit('length', 'cm', 1e-2, 'cm', '厘米 公分'),
  unit('length', 'm', 1, 'm', '米 公尺'),
  unit('length', 'in', 0.0254, 'in', 'inch inches 英寸 英吋 吋 " ″'),
  unit('length', 'mil', 2.54e-5, 'mil', 'mils 密耳'),
  unit('length', 'oz_thick', 34.3e-6, 'oz', 'oz/ft2 oz/ft² 盎司 安士'),
  unit('arealMass', 'g/m2', 1, 'g/m²', 'gsm 克/平方米 g/㎡'),
  unit('arealMass', 'oz/ft2', 305, 'oz/ft²', 'oz oz/sqft 盎司 安士'),
  unit('mass', 'mg', 1e-6, 'mg', '毫克'),
  unit('mass', 'g', 1e-3, 'g', '克 gram grams'),
  unit('mass', 'kg', 1, 'kg', '千克 公斤 kgs'),
  unit('mass', 't', 1000, 't', '吨 噸 公吨 公噸 tonne tonnes ton mt'),
  unit('mass', 'jin', 0.5, '斤', '斤 市斤', { markets: mainland }),
  unit('mass', 'catty_hk', 0.6048, '司馬斤', '斤 司马斤 catty catties', { markets: southern }),
  unit('mass', 'liang', 0.05, '两', '两 兩', { markets: mainland }),
  unit('mass', 'tael_hk', 0.0378, '司馬兩', '两 兩 tael taels', { markets: southern }),
  unit('mass', 'dan', 50, '担', '担 擔', { markets: mainland }),
  unit('mass', 'picul_hk', 60.48, '擔', '担 擔 picul piculs', { markets: southern }),
  unit('mass', 'lb', 0.45359237, 'lb', 'lbs 磅'),
  unit('mass', 'oz', 0.028349523125, 'oz', '盎司 安士'),
  unit('massRate', 'kg/d', 1, 'kg/d', 'kg/day kg/天 kg/日 公斤/天 公斤/日 千克/天 千克/日'),
  unit('massRate', 't/d', 1000, 't/d', 't/day t/天 t/日 吨/天 吨/日 公噸/日 噸/日'),
  unit('massRate', 'jin/d', 0.5, '斤/天', '斤/天 斤/日', { markets: mainland }),
  unit('massRate', 'catty_hk/d', 0.6048, '司馬斤/日', '斤/天 斤/日', { markets: southern }),
  unit('throughputMass', 't/h', 1, 't/h', '吨/小时 噸/小時 公噸/小時 吨/时'),
  unit('throughputMass', 'kg/h', 1e-3, 'kg/h', '公斤/小时 公斤/小時 千克/小时'),
  unit('area', 'm2', 1, 'm²', '平方米 平米 sqm'),
  unit('area', 'cm2', 1e-4, 'cm²', '平方厘米'),
  unit('area', 'ft2', 0.09290304, 'ft²', 'sqft 平方英尺 平方呎 呎'),
  unit('area', 'mu', 10000 / 15, '亩', '亩 畝 mu'),
  unit('area', 'hm2', 10000, 'hm²', '公顷 公頃 ha hectare hectares'),
  unit('areaRate', 'hm2/h', 1, 'hm²/h', 'ha/h 公顷/小时 公頃/小時'),
  unit('areaRate', 'mu/h', 1 / 15, '亩/h', '亩/小时 畝/小時 亩/时'),
  unit('volume', 'L', 1, 'L', 'l 升 公升 litre litres liter'),
  unit('volume', 'mL', 1e-3, 'mL', 'ml 毫升'),
  unit('volume', 'm3', 1000, 'm³', '立方米 立方 cbm'),
  unit('time', 'min', 1 / 60, 'min', '分钟 分鐘 mins minutes'),
  unit('time', 'h', 1, 'h', '小时 小時 时 時 hr hrs hour hours', { words: label('小时|小時|h') }),
  unit('time', 'd', 24, 'd', '天 日 day days', { words: label('天|天|days') }),
  unit('time', 'week', 168, 'week', '周 週 星期 weeks', { words: label('周|星期|weeks') }),
  unit('months', 'month', 1, 'month', '个月 個月 月 months mo', { words: label('个月|個月|months') }),
  unit('months', 'year', 12, 'year', '年 years yr', { words: label('年|年|years') }),
  unit('stress', 'MPa', 1, 'MPa', '兆帕 n/mm2'),
  unit('stress', 'kPa', 1e-3, 'kPa', '千帕'),
  unit('stress', 'GPa', 1e3, 'GPa'),
  unit('stress', 'bar', 0.1, 'bar', '巴'),
  unit('stress', 'psi', 0.006894757293168, 'psi'),
  unit('stress', 'kgf/mm2', kilogramForce, 'kgf/mm²', 'kg/mm2'),
  unit('force', 'N', 1e-3, 'N', '牛 牛顿'),
  unit('force', 'kN', 1, 'kN', '千牛'),
  // A moulding machine of "160吨" clamps with 160 tonnes-force.
  unit('force', 'tf', kilogramForce, 'tf', 't 吨 噸 公噸 吨力 ton tons tonnes'),
  unit('force', 'gf', kilogramForce * 1e-6, 'gf', 'g 克 克力'),
  unit('peel', 'N/mm', 1, 'N/mm', 'kn/m'),
  unit('peel', 'N/cm', 0.1, 'N/cm'),
  unit('peel', 'kgf/cm', kilogramForce / 10, 'kgf/cm', 'kg/cm'),
  unit('peel', 'lb/in', poundForce / 25.4, 'lb/in', 'lbs/in lbf/in'),
  unit('temperature', 'degC', 1, '°C', 'c 度 摄氏度 攝氏度 degc', { offset: 273.15 }),
  unit('temperature', 'degF', 5 / 9, '°F', 'f 华氏度 華氏度 degf', { offset: 273.15 - (32 * 5) / 9 }),
  unit('temperature', 'K', 1, 'K', '开 kelvin'),
  unit('ratio', '%', 0.01, '%', 'wt% vol% %rh 百分点 percent'),
  unit('ratio', 'permille', 0.001, '‰'),
  unit('ratio', 'ppm', 1e-6, 'ppm'),
  unit('induction', 'T', 1, 'T', '特斯拉'),
  unit('induction', 'mT', 1e-3, 'mT'),
  unit('induction', 'kGs', 0.1, 'kGs', 'kg 千高斯'),
  unit('induction', 'Gs', 1e-4, 'Gs', 'g 高斯'),
  // Domain figures, rounded as trade does: 1 kOe = 79.58 kA/m, 1 MGOe = 7.958 kJ/m³.
  unit('magneticField', 'kA/m', 1, 'kA/m'),
  unit('magneticField', 'kOe', 79.58, 'kOe', '千奥斯特'),
  unit('magneticField', 'Oe', 0.07958, 'Oe', '奥斯特'),
  unit('energyDensity', 'kJ/m3', 1, 'kJ/m³'),
  unit('energyDensity', 'MGOe', 7.958, 'MGOe', '兆高奥'),
  unit('voltage', 'mV', 1e-3, 'mV', '毫伏'),
  unit('voltage', 'V', 1, 'V', '伏 伏特'),
  unit('voltage', 'kV', 1e3, 'kV', '千伏'),
  unit('current', 'nA', 1e-9, 'nA'),
  unit('current', 'uA', 1e-6, 'µA', 'μa 微安'),
  unit('current', 'mA', 1e-3, 'mA', '毫安'),
  unit('current', 'A', 1, 'A', '安 安培'),
  unit('power', 'mW', 1e-3, 'mW', '毫瓦'),
  unit('power', 'W', 1, 'W', '瓦'),
  unit('power', 'kW', 1e3, 'kW', '千瓦'),
  unit('power', 'hp_metric', 735.49875, 'PS', 'ps 马力 馬力'),
  unit('luminous', 'mcd', 1e-3, 'mcd'),
  unit('luminous', 'cd', 1, 'cd'),
  unit('frequency', 'MHz', 1e6, 'MHz'),
  unit('frequency', 'GHz', 1e9, 'GHz'),
  unit('resistivity', 'ohm.cm', 1, 'Ω·cm', 'ωcm ω.cm ohm·cm ohmcm 欧姆厘米'),
  unit('resistivity', 'mohm.cm', 1e-3, 'mΩ·cm', 'mω.cm'),
  unit('conductivity', 'W/(m.K)', 1, 'W/(m·K)', 'w/mk w/m·k w/m.k w/(m·k)'),
  unit('viscosity', 'Pa.s', 1, 'Pa·s', 'pa·s pas kcps'),
  unit('viscosity', 'mPa.s', 1e-3, 'mPa·s', 'mpa·s cp cps'),
  unit('acidValue', 'mg/g', 1, 'mg/g', 'mgkoh/g mg(koh)/g'),
  unit('density2', 'cm-2', 1, 'cm⁻²', '/cm2 cm^-2 个/cm2 ea/cm2'),
  unit('countRate', '/h', 1, '/h', 'uph cph wph pcs/h 片/小时 片/小時 件/小时 件/小時 点/小时 點/小時'),
  unit('etchRate', 'nm/min', 1, 'nm/min'),
  unit('etchRate', 'A/min', 0.1, 'Å/min', 'å/min'),
  unit('rotation', 'rpm', 1, 'rpm', 'r/min 转/分 轉/分 rev/min'),
  unit('containers', 'TEU', 1, 'TEU', '标箱 标准箱 標準箱 20gp 20尺柜 20呎櫃 20英尺箱'),
  unit('containers', 'FEU', 2, 'FEU', '40gp 40hq 40尺柜 40呎櫃 40英尺箱'),
] as const satisfies readonly Unit[];

export type UnitCode = (typeof units)[number]['code'];
