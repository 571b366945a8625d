import type { z } from 'zod';
import { listings, type ListingDraft } from '@ganwan/shared/listings/contract';
import type { Someone } from '#test/world';

/** Copper foil that can be published as it is. */
export const aFoil = (given: Partial<z.input<typeof ListingDraft>> = {}): z.input<typeof ListingDraft> => ({
  kind: 'supply',
  subFamily: 'copper_foil',
  title: { 'zh-Hans': '高温高延伸电解铜箔 18 µm', en: 'HTE copper foil 18 µm' },
  chain: 'nonferrous',
  originRegion: '360600',
  unitOfMeasure: 'kg',
  moq: 100,
  priceMode: 'tier',
  currency: 'CNY',
  priceTiers: [{ minQuantity: 100, unitPrice: 92.5 }, { minQuantity: 1000, unitPrice: 90 }],
  attributes: { thickness: { value: 18, text: '18 µm', unit: 'um' }, foilType: 'hte' },
  ...given,
});

/** A listing of this person's enterprise, on display. */
export async function publishedBy(someone: Someone, given: Parameters<typeof aFoil>[0] = {}) {
  const draft = await someone.call(listings.create, { body: aFoil(given) });
  return someone.call(listings.publish, { params: { id: draft.id }, body: { revision: draft.revision } });
}
