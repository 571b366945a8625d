import { label, type Option } from '../label.ts';
import { type RegionCode, regions } from './regions.ts';

export interface County extends Option {
  readonly region: RegionCode;
}

const of = (region: RegionCode) => (code: string, words: string): County => ({ code, label: label(words), region });
const ganzhou = of('360700');
const shenzhen = of('440300');

/** Counties and districts that take part in paired cooperation (GB/T 2260; 大鹏新区 has no code of its own). */
export const counties: readonly County[] = [
  ganzhou('360702', '章贡区|章貢區|Zhanggong'),
  ganzhou('360703', '南康区|南康區|Nankang'),
  ganzhou('360704', '赣县区|贛縣區|Ganxian'),
  ganzhou('360722', '信丰县|信豐縣|Xinfeng'),
  ganzhou('360723', '大余县|大余縣|Dayu'),
  ganzhou('360726', '安远县|安遠縣|Anyuan'),
  ganzhou('360728', '定南县|定南縣|Dingnan'),
  ganzhou('360729', '全南县|全南縣|Quannan'),
  ganzhou('360730', '宁都县|寧都縣|Ningdu'),
  ganzhou('360731', '于都县|于都縣|Yudu'),
  ganzhou('360732', '兴国县|興國縣|Xingguo'),
  ganzhou('360734', '寻乌县|尋烏縣|Xunwu'),
  ganzhou('360781', '瑞金市|瑞金市|Ruijin'),
  ganzhou('360783', '龙南市|龍南市|Longnan'),
  shenzhen('440303', '罗湖区|羅湖區|Luohu'),
  shenzhen('440304', '福田区|福田區|Futian'),
  shenzhen('440305', '南山区|南山區|Nanshan'),
  shenzhen('440306', "宝安区|寶安區|Bao'an"),
  shenzhen('440307', '龙岗区|龍崗區|Longgang'),
  shenzhen('440308', '盐田区|鹽田區|Yantian'),
  shenzhen('440309', '龙华区|龍華區|Longhua'),
  shenzhen('440310', '坪山区|坪山區|Pingshan'),
  shenzhen('440311', '光明区|光明區|Guangming'),
  shenzhen('SZ-DP', '大鹏新区|大鵬新區|Dapeng New District'),
];

const suffix = /(?:新区|新區|县|縣|市|区|區)$/;
const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(suffix, '');

/** The code of a county or city that is called so in any of the languages, with or without 县, 市, 区; anything else as it is. */
export function placeCodeOf(text: string): string {
  const name = plainName(text);
  return [...counties, ...regions].find(({ code, label }) => code === text.trim() || Object.values(label).some((one) => plainName(one) === name))?.code ?? text;
}

export const countyOf = (code: string): County | undefined => counties.find((c) => c.code === code);

export interface Pairing {
  readonly jiangxi: string;
  readonly bayArea: string;
  readonly source: string;
}

const national = '发改振兴〔2022〕766号 (2022–2030)';
const districts = '深圳赣州对口合作: 区县结对';

/** Paired cooperation: two pairs of cities and the ten Shenzhen–Ganzhou pairs of districts and counties. */
export const pairings: readonly Pairing[] = [
  { jiangxi: '360700', bayArea: '440300', source: national },
  { jiangxi: '360800', bayArea: '441900', source: national },
  { jiangxi: '360732', bayArea: '440304', source: districts },
  { jiangxi: '360730', bayArea: '440303', source: districts },
  { jiangxi: '360703', bayArea: '440308', source: districts },
  { jiangxi: '360702', bayArea: '440305', source: districts },
  { jiangxi: '360722', bayArea: '440306', source: districts },
  { jiangxi: '360734', bayArea: '440307', source: districts },
  { jiangxi: '360726', bayArea: '440309', source: districts },
  { jiangxi: '360731', bayArea: '440310', source: districts },
  { jiangxi: '360783', bayArea: '440311', source: districts },
  { jiangxi: '360723', bayArea: 'SZ-DP', source: districts },
];

/** The code a city, county or district is paired with, in either direction. */
export const pairedWith = (code: string): string | undefined =>
  pairings.find((p) => p.jiangxi === code)?.bayArea ?? pairings.find((p) => p.bayArea === code)?.jiangxi;
