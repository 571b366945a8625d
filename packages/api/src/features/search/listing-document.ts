import { familyOf } from '@ganwan/shared/catalogue/families';
import type { Attribute } from '@ganwan/shared/catalogue/attribute';
import { attributesOf, commonOf, indexId } from '@ganwan/shared/catalogue/registry';
import type { AttributeValue } from '@ganwan/shared/catalogue/schema';
import { showAttribute } from '@ganwan/shared/catalogue/show';
import { subFamilyOf, families } from '@ganwan/shared/catalogue/families';
import type { Listing } from '@ganwan/shared/listings/contract';
import { expiresAt } from '@ganwan/shared/listings/rules';
import { regions } from '@ganwan/shared/places/regions';
import type { SearchDocument } from '@ganwan/shared/search/document';
import { type Label, type Locale, readingOrder } from '@ganwan/shared/values';

const placeOf = (code: string | null) => regions.find((region) => region.code === code);
const inOrder = (label: Partial<Label>, languages: readonly Locale[]): string[] => [...new Set(languages.flatMap((language) => label[language] || []))];
/** Traditional characters are folded anyway; English is what a label adds to an index. */
const indexed: readonly Locale[] = ['zh-Hans', 'en'];

interface Indexed { facets: Record<string, string[]>; numbers: Record<string, number | [number, number]>; keywords: string[]; body: string[] }

/**
 * A published listing as search keeps it: every attribute the registry narrows, sorts or shows by. For a `reader` it holds
 * what they are shown, before the same in other languages.
 */
export function listingDocument(listing: Listing, reader?: Locale): SearchDocument {
  const written = readingOrder[reader ?? 'zh-Hans'];
  const labelled = reader ? written : indexed;
  const texts = (text: Partial<Label>) => inOrder(text, written);
  const labels = (label: Label) => inOrder(label, labelled);
  const family = familyOf(listing.subFamily);
  const found: Indexed = { facets: {}, numbers: {}, keywords: [], body: [] };
  for (const attribute of attributesOf(listing.subFamily)) {
    const value = listing.attributes[attribute.key];
    if (value !== undefined) put(found, attribute, indexId(family, attribute.key), value, labelled);
  }
  putCommon(found, listing);
  const place = placeOf(listing.originRegion ?? listing.enterprise.region);
  const kind = commonOf(listing.subFamily).find((row) => row.key === 'kind')?.options?.find((option) => option.code === listing.kind);
  const familyLabel = families.find((f) => f.code === family)!.label;
  return {
    id: listing.id,
    titles: texts(listing.title),
    kinds: texts(subFamilyOf(listing.subFamily).label),
    keywords: [listing.itemNumber, listing.hsCode, ...found.keywords].filter((word): word is string => Boolean(word)),
    body: [
      ...texts(listing.description), ...labels(familyLabel), ...texts(listing.enterprise.names),
      ...(kind ? labels(kind.label) : []), ...(place ? labels(place.label) : []), ...found.body,
    ],
    facets: { ...found.facets, family: [family], subFamily: [listing.subFamily] },
    numbers: found.numbers,
    months: listing.supplyMonths ?? 0,
    at: listing.publishedAt,
    expiresAt: expiresAt(listing.validUntil),
    place: place ? { lon: place.lon, lat: place.lat } : null,
  };
}

/** The fields that every listing has, under the registry's own keys. */
function putCommon({ facets, numbers }: Indexed, listing: Listing): void {
  const { kind, chain, hsCode, originRegion, enterprise, targetRegions, unitOfMeasure, priceMode, currency, deliveryTerm, certificates, moq, leadTimeDays, priceTiers, validUntil } = listing;
  const values = { kind, chain, hsCode, originRegion: originRegion ?? enterprise.region, unitOfMeasure, priceMode, currency, deliveryTerm };
  for (const [key, value] of Object.entries(values)) if (value !== null) facets[key] = [value];
  if (targetRegions.length > 0) facets['targetRegions'] = targetRegions;
  if (certificates.length > 0) facets['certs'] = [...new Set(certificates.map((certificate) => certificate.kind))];
  if (moq !== null) numbers['moq'] = moq;
  if (leadTimeDays !== null) numbers['leadTimeDays'] = leadTimeDays;
  if (validUntil !== null) numbers['validUntil'] = Date.parse(validUntil);
  // Prices in different currencies are never compared: each has a number of its own.
  const [first] = priceTiers;
  if (first && currency !== null) numbers[`price_${currency}`] = first.unitPrice;
}

function put({ facets, numbers, ...texts }: Indexed, attribute: Attribute, id: string, value: AttributeValue, languages: readonly Locale[]): void {
  const words = [...new Set(languages.map((language) => showAttribute(attribute, value, language)).flatMap(({ text, original }) => [text, ...(original === null ? [] : [original])]))];
  // What is written alike in every language is a code: grades, alloys, models.
  const coded = words.length === 1 && (typeof value === 'string' || Array.isArray(value));
  texts[coded ? 'keywords' : 'body'].push(...words);
  if (attribute.use === 'show') return;
  if (typeof value === 'boolean') facets[id] = [String(value)];
  else if (attribute.type === 'date' && typeof value === 'string') numbers[id] = Date.parse(value);
  else if (typeof value === 'string') facets[id] = [value];
  else if (Array.isArray(value)) facets[id] = value;
  else if (typeof value !== 'object') return;
  else if ('value' in value) numbers[id] = value.value;
  else if ('min' in value) numbers[id] = [value.min, value.max];
  else if ('county' in value) facets[id] = [value.county];
  else if ('passed' in value) facets[id] = [String(value.passed)];
  else facets[id] = ['true'];
}
