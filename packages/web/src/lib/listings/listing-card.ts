import type { Fact } from './facts.ts';
import type { Price } from './price.ts';

/** A listing as a list shows it, already in the reader's words. */
export interface ListingCard {
  id: string;
  href: string;
  /** The title in parts, those that answer the query marked. */
  title: { text: string; marked: boolean }[];
  enterprise: { href: string; name: string; region: string };
  category: string;
  image: string | null;
  facts: Fact[];
  price: Price;
  /** `起订 500 kg`, `交期 12 天`. */
  terms: string[];
  why: { text: string; missing: boolean }[];
}

export const plainTitle = (card: ListingCard): string => card.title.map(({ text }) => text).join('');
