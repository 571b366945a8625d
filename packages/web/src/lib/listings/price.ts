import type { ListingFields } from '@ganwan/shared/listings/fields';
import { measureOf } from '@ganwan/shared/trade/measures';
import type { Locale } from '@ganwan/shared/values';
import { money, number } from '#lib/format.ts';
import { m } from '#lib/paraglide/messages.js';

type Priced = Pick<ListingFields, 'priceMode' | 'priceTiers' | 'currency' | 'unitOfMeasure' | 'priceFormula'>;

/** What a listing asks, in words: the figure large, how it is meant small. */
export interface Price {
  /** `¥86.40`, `面议`; the lowest when more of it costs less, and English says so here. */
  figure: string;
  /** `/ kg`, `/ kg 起` when more of it costs less; empty when there is no figure. */
  per: string;
  /** Steps for the curve; empty below two. */
  tiers: { from: number; price: number }[];
  currency: string;
  unit: string;
}

export function priceOf(listing: Priced, locale: Locale): Price {
  const { priceMode, priceTiers, currency, unitOfMeasure, priceFormula } = listing;
  const unit = unitOfMeasure ? measureOf(unitOfMeasure).label[locale] : '';
  const said = (figure: string): Price => ({ figure, per: '', tiers: [], currency: currency ?? 'CNY', unit });
  const lowest = priceTiers.at(-1);
  if (lowest && currency) {
    const more = priceTiers.length > 1;
    return {
      figure: more ? m.price_lowest({ price: money(lowest.unitPrice, currency, locale) }) : money(lowest.unitPrice, currency, locale),
      per: unit && (more ? m.price_per_lowest({ unit }) : m.price_per({ unit })),
      tiers: more ? priceTiers.map(({ minQuantity, unitPrice }) => ({ from: minQuantity, price: unitPrice })) : [],
      currency,
      unit,
    };
  }
  if (priceMode === 'formula' && priceFormula && currency) {
    const { index, factor, processingFee } = priceFormula;
    return { ...said(m.price_formula({ index, factor: number(factor, locale), fee: money(processingFee, currency, locale) })), per: unit && m.price_per({ unit }) };
  }
  return said(priceMode === null ? m.price_unsaid() : m.price_negotiable());
}
