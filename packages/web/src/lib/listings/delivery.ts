import { distanceKm, marketOf, type RegionCode } from '@ganwan/shared/places/regions';

/** Road kilometres and hours between two cities, estimated; `border` when Hong Kong or Macao lies at one end only. */
export interface Delivery {
  km: number;
  hours: [from: number, to: number];
  border: boolean;
}

/**
 * A rule of thumb for lorries, good to about a quarter: the road is 1.18 times the great circle, 65 km/h and an
 * hour to load, two to four hours more at the border.
 */
export function deliveryEstimate(from: RegionCode, to: RegionCode): Delivery {
  const km = Math.round(distanceKm(from, to) * 1.18);
  const hours = km / 65 + 1;
  const border = (marketOf(from) === 'mainland') !== (marketOf(to) === 'mainland');
  return { km, hours: [Math.round(hours + (border ? 2 : 0)), Math.ceil(hours * 1.2 + (border ? 4 : 0))], border };
}
