import type { LocalText } from '@ganwan/shared/values';

/** One listing as a person would type it: quantities with their units, choices by code, several of them by space. */
export interface DemoListing {
  subFamily: string;
  kind: 'supply' | 'demand';
  title: LocalText;
  measure: string;
  moq: number;
  /** CNY (HKD for Hong Kong, MOP for Macao) per measure at the smallest quantity; null is negotiable. */
  price: number | null;
  leadTimeDays: number;
  /** Per month, in the measure. */
  capacity: number;
  attributes: Record<string, string>;
  certificates?: string;
  /** `11 12 1`: months of supply; the whole year when absent. */
  months?: string;
}

/** `zh|en`, or `zh|en|zh-Hant` where a firm of Hong Kong or Macao writes. */
export function title(words: string): LocalText {
  const [hans, en, hant] = words.split('|');
  return { ...(hans && !hant && { 'zh-Hans': hans }), ...(hant && { 'zh-Hant': hant }), ...(en && { en }) };
}

/** `key=value; key=value` */
export function facts(text: string): Record<string, string> {
  return Object.fromEntries(text.split(';').map((pair) => pair.trim()).filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  }));
}

type Trade = Pick<DemoListing, 'measure' | 'moq' | 'leadTimeDays' | 'capacity'> & Partial<Pick<DemoListing, 'certificates' | 'months'>>;

/** A family of rows that share how they are traded and what they all say. */
export function table(subFamily: string, trade: Trade, shared: string) {
  const row = (kind: DemoListing['kind']) => (words: string, price: number | null, own: string, changes: Partial<Trade> = {}): DemoListing =>
    ({ subFamily, kind, title: title(words), price, ...trade, ...changes, attributes: { ...facts(shared), ...facts(own) } });
  return { supply: row('supply'), demand: row('demand') };
}
