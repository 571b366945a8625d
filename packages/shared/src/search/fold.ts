import { Converter } from 'opencc-js/t2cn';

const simplified: (text: string) => string = Converter({ from: 'hk', to: 'cn' });
// What the converter leaves although Hong Kong writes it for a simplified character of the trade.
const leftovers: Record<string, string> = { 著: '着', 黏: '粘', 枱: '台' };

const measures: Record<string, string> = {
  微米: 'um', 毫米: 'mm', 厘米: 'cm', 公分: 'cm', 纳米: 'nm', 公斤: 'kg', 千克: 'kg', 克: 'g', 吨: 't', 盎司: 'oz', 安士: 'oz',
  英寸: 'inch', 英吋: 'inch', 寸: 'inch', 吋: 'inch', 千瓦: 'kw', 瓦: 'w', 伏: 'v', 毫安: 'ma', 微安: 'ua', 欧姆: 'ohm', 欧: 'ohm',
  兆帕: 'mpa', 赫兹: 'hz', 千牛: 'kn', 摄氏度: '°c', 小时: 'h', 升: 'l',
};
const spelledMeasure = new RegExp(`(\\d)\\s*(${Object.keys(measures).join('|')})`, 'gu');
const latinMeasure =
  /(\d)\s+(um|mm|cm|nm|m2|m|kg|mg|g|t|oz|mil|mpa|kpa|kv|mv|v|ma|ua|a|kw|w|khz|mhz|ghz|hz|kohm|ohm|rpm|°c|kn|n|uph|cph|wph|inch|h|l|%)(?![a-z0-9])/gu;

/**
 * One spelling for everything that reads the same: NFKC, simplified characters, lower case, and measures
 * written one way (`12 μm`, `12µm`, `12微米` and `12um` all become `12um`). Titles, queries and terms all
 * pass here before anything is compared.
 */
export function fold(text: string): string {
  return simplified(text.normalize('NFKC').replaceAll("'", ''))
    .replace(/[著黏枱]/gu, (c) => leftovers[c] ?? c)
    .toLowerCase()
    .replace(/ω/gu, 'ohm')
    .replace(/μ(?=[a-zΩ])/gu, 'u')
    .replace(spelledMeasure, (_, digit: string, unit: string) => digit + (measures[unit] ?? unit))
    .replace(latinMeasure, '$1$2')
    .replace(/\s+/gu, ' ')
    .trim();
}
