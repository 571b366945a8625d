import { label } from '../label.ts';
import type { Label } from '../values.ts';
import type { RegionCode } from './regions.ts';

/** A known way between two places, in either direction, with where its hours come from. */
export interface Corridor {
  readonly code: string;
  readonly label: Label;
  readonly between: readonly [RegionCode, RegionCode];
  /** Usual hours from the shortest to the longest; null where only the service is known, not its time. */
  readonly hours: readonly [shortest: number, longest: number] | null;
  /** From where to where the hours run, and what they leave out. */
  readonly covers: Label;
  /** Published somewhere, or our own guess until somebody measures it. */
  readonly known: 'published' | 'estimate';
  readonly source: string;
  /** The day of the source. */
  readonly on: string;
  /** Only for goods of this family. */
  readonly family?: 'basket';
}

const opening = { known: 'published', source: '中国新闻网', on: '2021-12-10' } as const;
const minutes = (hours: number, more: number) => [hours + more / 60, hours + more / 60] as const;
const coldLine = {
  label: label('全南—广深冷链干线|全南—廣深冷鏈幹線|Quannan–Guangzhou/Shenzhen cold-chain line'), hours: null, known: 'published', source: 'jxjt.rmjtxw.com', on: '2023-06-25', family: 'basket',
  covers: label('每天往返一班，2023年6月2日开通；时间见公路货车|每天往返一班，2023年6月2日開通；時間見公路貨車|daily both ways since 2 June 2023; for hours see lorry'),
} as const;

export const corridors: readonly Corridor[] = [
  { code: 'ganshen_rail', label: label('赣深高铁|贛深高鐵|Ganzhou–Shenzhen high-speed rail'), between: ['360700', '440300'], hours: minutes(1, 49), ...opening, covers: label('赣州西至深圳北最快车次，仅行车时间，适合小件和上门拜访|贛州西至深圳北最快車次，僅行車時間，適合小件和上門拜訪|fastest train Ganzhou West to Shenzhen North, running time only; for parcels and visits') },
  { code: 'nanchang_shenzhen_rail', label: label('南昌—深圳高铁（经赣州）|南昌—深圳高鐵（經贛州）|Nanchang–Shenzhen high-speed rail via Ganzhou'), between: ['360100', '440300'], hours: minutes(3, 30), ...opening, covers: label('最快车次，仅行车时间，适合小件和上门拜访|最快車次，僅行車時間，適合小件和上門拜訪|fastest train, running time only; for parcels and visits') },
  { code: 'ganzhou_guangzhou_rail', label: label('赣州西—广州东高铁|贛州西—廣州東高鐵|Ganzhou West–Guangzhou East by rail'), between: ['360700', '440100'], hours: minutes(3, 38), ...opening, covers: label('开通当日车次，仅行车时间，适合小件和上门拜访|開通當日車次，僅行車時間，適合小件和上門拜訪|as on opening day, running time only; for parcels and visits') },
  { code: 'combined_port_szx', label: label('赣深组合港（赣州国际陆港—盐田港）|贛深組合港（贛州國際陸港—鹽田港）|Combined port Ganzhou inland port–Yantian'), between: ['360700', '440300'], hours: [24, 48], known: 'estimate', source: '5ikunming.com', on: '2023-05-20', covers: label('铁路加港内，出口用；班列有报道，时间为本站估计|鐵路加港內，出口用；班列有報道，時間為本站估計|rail and port, for export; the trains are reported, the hours are our guess') },
  { code: 'cold_line_shenzhen', between: ['360700', '440300'], ...coldLine },
  { code: 'cold_line_guangzhou', between: ['360700', '440100'], ...coldLine },
];

/** The known ways between two places for goods of a family. */
export const corridorsBetween = (from: RegionCode, to: RegionCode, family: string): readonly Corridor[] =>
  corridors.filter(({ between, family: only }) => between.includes(from) && between.includes(to) && from !== to && (only === undefined || only === family));
