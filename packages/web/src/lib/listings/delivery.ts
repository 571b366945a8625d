import { corridorsBetween, type Corridor } from '@ganwan/shared/places/corridors';
import { distanceKm, marketOf, type RegionCode } from '@ganwan/shared/places/regions';
import type { Locale } from '@ganwan/shared/values';
import { calendarDay, number } from '#lib/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { placeName } from './card.ts';

/** Kilometres in a straight line and by road, and hours between two cities, estimated; `border` when Hong Kong or Macao lies at one end only. */
export interface Delivery {
  straightKm: number;
  km: number;
  hours: [from: number, to: number];
  border: boolean;
}

/**
 * A rule of thumb for lorries, good to about a quarter: the road is 1.18 times the great circle, 65 km/h and an
 * hour to load, a fifth more on a slow day, two to four hours more at the border.
 */
export function deliveryEstimate(from: RegionCode, to: RegionCode): Delivery {
  const straight = distanceKm(from, to);
  const km = Math.round(straight * 1.18);
  const hours = km / 65 + 1;
  const border = (marketOf(from) === 'mainland') !== (marketOf(to) === 'mainland');
  return { straightKm: Math.round(straight), km, hours: [Math.round(hours + (border ? 2 : 0)), Math.ceil(hours * 1.2 + (border ? 4 : 0))], border };
}

/** One way the goods may come: how long it takes, and how that is known. */
export interface DeliveryWay {
  name: string;
  time: string | null;
  basis: string;
}

/** Every way between two cities in words, the lorry first. Null when the goods are there already. */
export function deliveryWays(from: RegionCode, to: RegionCode, family: string, locale: Locale): { city: string; ways: DeliveryWay[] } | null {
  if (from === to) return null;
  const { straightKm, km, hours, border } = deliveryEstimate(from, to);
  const figure = (value: number) => number(value, locale);
  const lorry = {
    name: m.listing_delivered_lorry({ km: figure(km) }),
    time: m.listing_delivered_hours({ hours: hours.join('–') }),
    basis: [m.listing_delivered_rule({ km: figure(straightKm) }), border ? m.listing_delivered_border() : ''].filter(Boolean).join(' '),
  };
  return { city: placeName(to, locale), ways: [lorry, ...corridorsBetween(from, to, family).map((corridor) => wayOf(corridor, locale))] };
}

function wayOf({ label, hours, covers, known, source, on }: Corridor, locale: Locale): DeliveryWay {
  const date = calendarDay(on, locale);
  return {
    name: label[locale],
    time: hours && timeOf(hours),
    basis: [covers[locale], known === 'published' ? m.listing_delivered_source({ source, date }) : m.listing_delivered_source_partly({ source, date })].join(m.listing_delivered_join()),
  };
}

/** `1 小时 49 分`, `约 24–48 小时`. */
function timeOf([shortest, longest]: readonly [number, number]): string {
  if (shortest !== longest) return m.listing_delivered_hours({ hours: `${shortest}–${longest}` });
  return m.listing_delivered_fastest({ hours: Math.floor(shortest), minutes: Math.round((shortest % 1) * 60) });
}
