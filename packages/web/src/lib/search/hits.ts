import { pairedWith } from '@ganwan/shared/places/counties';
import { RegionCode } from '@ganwan/shared/places/regions';
import type { Mark, Reason, SearchHit } from '@ganwan/shared/search/contract';
import { type Locale, localText, type LocalText } from '@ganwan/shared/values';
import { number } from '#lib/format.ts';
import { cardOf, placeName } from '#lib/listings/card.ts';
import { deliveryEstimate } from '#lib/listings/delivery.ts';
import { specifications, unsaid } from '#lib/listings/facts.ts';
import type { ListingCard } from '#lib/listings/listing-card.ts';
import { m } from '#lib/paraglide/messages.js';

/** A hit as the results show it: the listing's card, what of it answers the query, the way to the reader's city, and what it leaves unsaid. */
export function hitCard(hit: SearchHit, city: RegionCode | undefined, locale: Locale): ListingCard {
  const card = cardOf(hit, locale);
  return {
    ...card,
    href: city && hit.distanceKm !== null ? `${card.href}?to=${city}` : card.href,
    title: markedTitle(hit.title, hit.highlights, locale),
    facts: specifications(hit, locale, 5),
    why: [
      ...[...new Set(hit.why.map(reasonWords))].slice(0, 3).map((text) => ({ text, missing: false })),
      ...delivered(hit, city, locale).map((text) => ({ text, missing: false })),
      ...unsaid(hit.subFamily, hit.unsaid, locale, 1).map((field) => ({ text: m.search_why_missing({ field }), missing: true })),
    ],
  };
}

/** How far it has to come, and whether the two cities work together. */
function delivered(hit: SearchHit, city: RegionCode | undefined, locale: Locale): string[] {
  const from = RegionCode.safeParse(hit.originRegion ?? hit.enterprise.region).data;
  if (!from || !city) return [];
  const name = placeName(city, locale);
  if (from === city) return [m.search_why_here({ city: name })];
  const { km, hours } = deliveryEstimate(from, city);
  return [m.search_why_distance({ city: name, km: number(km, locale), hours: hours.join('–') }), ...(pairedWith(from) === city ? [m.search_why_paired()] : [])];
}

/** What the listing says is quoted as it says it: another script than the query's is not put into its mouth. */
function reasonWords({ way, word, found }: Reason): string {
  switch (way) {
    case 'written':
      return m.search_why_written({ word: found ?? word });
    case 'sound':
      return m.search_why_sound({ word: found ?? word });
    case 'initials':
      return m.search_why_initials({ word });
    case 'translation':
      return m.search_why_translation({ word, found: found ?? word });
    case 'beginning':
      return m.search_why_beginning({ word });
    case 'nearly':
      return m.search_why_nearly({ word: found ?? word });
  }
}

/** The title in the reader's language, cut where the marks of that language begin and end. */
export function markedTitle(title: LocalText, highlights: SearchHit['highlights'], locale: Locale): ListingCard['title'] {
  const text = localText(title, locale);
  const shown = (['zh-Hans', 'zh-Hant', 'en'] as const).find((language) => title[language] === text);
  const marks: Mark[] = (shown && highlights[shown]) ?? [];
  const parts: ListingCard['title'] = [];
  let at = 0;
  for (const [start, end] of marks.toSorted(([a], [b]) => a - b)) {
    if (start < at || end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
