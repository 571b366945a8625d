import { z } from 'zod';
import { codesOf, label, type Option } from '../label.ts';
import type { Label } from '../values.ts';

export type Side = 'jiangxi' | 'bay_area';

export interface Region extends Option {
  /** City seat, WGS-84 degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly side: Side;
  readonly tags: readonly Option[];
}

const tagWords = {
  terminals: '移动智能终端|流動智能終端|Smart terminals', led: '半导体照明|半導體照明|LED lighting', aviation: '航空|航空|Aviation',
  helicopters: '直升机|直升機|Helicopters', ceramics: '陶瓷|陶瓷|Ceramics', petrochem: '石化|石化|Petrochemicals',
  river_port: '内河港口|內河港口|River port', lithium: '锂电|鋰電|Lithium', copper: '铜|銅|Copper', tungsten: '钨|鎢|Tungsten',
  rare_earth: '稀土|稀土|Rare earth', furniture: '家具|傢俬|Furniture', navel_orange: '脐橙|臍橙|Navel orange',
  electronics: '电子信息|電子信息|Electronics', pcb: '印制线路板|印刷電路板|PCB', mandarin: '蜜橘|蜜橘|Mandarin',
  photovoltaics: '光伏|光伏|Photovoltaics', port: '海港|海港|Seaport',
} as const;
type Tag = keyof typeof tagWords;

const at = <const Code extends string>(code: Code, words: string, lon: number, lat: number, side: Side, ...tags: Tag[]) =>
  ({ code, label: label(words), lon, lat, side, tags: tags.map((t) => ({ code: t, label: label(tagWords[t]) })) }) as const;

/**
 * The places the product serves: 11 Jiangxi cities, Ganjiang New Area, 9 Guangdong cities, Hong Kong and Macao.
 * Codes are GB/T 2260; Ganjiang New Area has none (a functional zone over parts of Nanchang and Jiujiang).
 * Names are written by hand in every script: 江西抚州 is not 福建福州, and 新余 keeps its 余.
 */
export const regions = [
  at('360100', '南昌市|南昌市|Nanchang', 115.858, 28.683, 'jiangxi', 'terminals', 'led', 'aviation'),
  at('360200', '景德镇市|景德鎮市|Jingdezhen', 117.178, 29.269, 'jiangxi', 'helicopters', 'ceramics'),
  at('360300', '萍乡市|萍鄉市|Pingxiang', 113.855, 27.623, 'jiangxi'),
  at('360400', '九江市|九江市|Jiujiang', 116.002, 29.705, 'jiangxi', 'petrochem', 'river_port'),
  at('360500', '新余市|新余市|Xinyu', 114.917, 27.818, 'jiangxi', 'lithium'),
  at('360600', '鹰潭市|鷹潭市|Yingtan', 117.069, 28.26, 'jiangxi', 'copper'),
  at('360700', '赣州市|贛州市|Ganzhou', 114.935, 25.831, 'jiangxi', 'tungsten', 'rare_earth', 'furniture', 'navel_orange'),
  at('360800', "吉安市|吉安市|Ji'an", 114.993, 27.114, 'jiangxi', 'electronics', 'pcb'),
  at('360900', '宜春市|宜春市|Yichun', 114.416, 27.815, 'jiangxi', 'lithium'),
  at('361000', '抚州市|撫州市|Fuzhou (Jiangxi)', 116.358, 27.949, 'jiangxi', 'mandarin'),
  at('361100', '上饶市|上饒市|Shangrao', 117.943, 28.455, 'jiangxi', 'photovoltaics'),
  at('JX-GJ', '赣江新区|贛江新區|Ganjiang New Area', 115.86, 28.83, 'jiangxi'),
  at('440100', '广州市|廣州市|Guangzhou', 113.264, 23.129, 'bay_area', 'port'),
  at('440300', '深圳市|深圳市|Shenzhen', 114.058, 22.543, 'bay_area', 'port'),
  at('440400', '珠海市|珠海市|Zhuhai', 113.577, 22.271, 'bay_area'),
  at('440600', '佛山市|佛山市|Foshan', 113.122, 23.022, 'bay_area'),
  at('440700', '江门市|江門市|Jiangmen', 113.082, 22.579, 'bay_area'),
  at('441200', '肇庆市|肇慶市|Zhaoqing', 112.465, 23.047, 'bay_area'),
  at('441300', '惠州市|惠州市|Huizhou', 114.416, 23.112, 'bay_area'),
  at('441900', '东莞市|東莞市|Dongguan', 113.752, 23.021, 'bay_area'),
  at('442000', '中山市|中山市|Zhongshan', 113.393, 22.516, 'bay_area'),
  at('810000', '香港特别行政区|香港特別行政區|Hong Kong SAR', 114.169, 22.319, 'bay_area'),
  at('820000', '澳门特别行政区|澳門特別行政區|Macao SAR', 113.544, 22.199, 'bay_area'),
] as const satisfies readonly Region[];

export type RegionCode = (typeof regions)[number]['code'];
export const RegionCode = z.enum(codesOf<RegionCode>(regions));

const byCode = new Map<string, Region>(regions.map((r) => [r.code, r]));
export const regionOf = (code: RegionCode): Region => byCode.get(code)!;
export const regionLabel = (code: RegionCode): Label => regionOf(code).label;

/** Whose measures a text means: 斤, 两 and 担 weigh differently on the mainland and in Hong Kong or Macao. */
export const markets = ['mainland', 'hongkong', 'macao'] as const;
export type Market = (typeof markets)[number];
export const marketOf = (code: RegionCode): Market => (code === '810000' ? 'hongkong' : code === '820000' ? 'macao' : 'mainland');

/** Great-circle distance between two city seats in kilometres (haversine, mean radius 6371 km). */
export function distanceKm(from: RegionCode, to: RegionCode): number {
  const [a, b] = [regionOf(from), regionOf(to)];
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon);
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
