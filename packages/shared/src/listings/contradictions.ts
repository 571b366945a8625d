import type { FieldFailure } from '../failures.ts';
import { isSameCertificate } from '../trade/certificates.ts';
import type { PriceTier } from './fields.ts';
import type { Known } from './known.ts';

export const refused = (path: string, code: string, params: FieldFailure['params'] = {}): FieldFailure => ({ path, code, params });

/** Quantities rise strictly, prices never rise with them, and the first tier is not below the MOQ. Numbers that are not known are passed over. */
export function tierFailures(tiers: readonly Partial<PriceTier>[], moq: number | null | undefined): FieldFailure[] {
  const failures = tiers.flatMap(({ minQuantity, unitPrice }, i) => {
    const before = tiers[i - 1];
    const at = (field: keyof PriceTier) => `priceTiers.${i}.${field}`;
    return [
      before?.minQuantity !== undefined && minQuantity !== undefined && minQuantity <= before.minQuantity ? refused(at('minQuantity'), 'tier_quantity_not_rising', { minimum: before.minQuantity }) : [],
      before?.unitPrice !== undefined && unitPrice !== undefined && unitPrice > before.unitPrice ? refused(at('unitPrice'), 'tier_price_rising', { maximum: before.unitPrice }) : [],
      unitPrice !== undefined && Math.abs(unitPrice * 1e6 - Math.round(unitPrice * 1e6)) > 1e-3 ? refused(at('unitPrice'), 'too_many_decimals', { maximum: 6 }) : [],
    ].flat();
  });
  const first = tiers[0]?.minQuantity;
  if (first !== undefined && typeof moq === 'number' && first < moq) failures.push(refused('priceTiers.0.minQuantity', 'tier_below_moq', { minimum: moq }));
  return failures;
}

/** What the fields say against each other, whatever the trade; `rules.ts` adds what the trade forbids. */
export function fieldContradictions(listing: Known): FieldFailure[] {
  const repeated = (['targetRegions', 'imageIds', 'documentIds'] as const).filter((name) => new Set(listing[name]).size < (listing[name]?.length ?? 0));
  const again = listing.certificates.flatMap((one, i, all) => (all.slice(0, i).some((other) => isSameCertificate(other, one)) ? [refused(`certificates.${i}.number`, 'repeated')] : []));
  return [...tierFailures(listing.priceTiers, listing.moq), ...repeated.map((name) => refused(name, 'repeated')), ...again];
}
