import type { AttributeValue } from '@ganwan/shared/catalogue/schema';
import { monthsOf } from '@ganwan/shared/catalogue/months';
import type { ListingFields } from '@ganwan/shared/listings/fields';

/** What stands in the inputs of the form, by name; several inputs of one name are several texts. */
export type FormValues = Record<string, string[]>;

/** The inputs that say what a listing says; `readListingForm` is the way back. */
export function valuesOf(listing: ListingFields): FormValues {
  const values: FormValues = {};
  const put = (name: string, ...texts: (string | number | null | undefined)[]) => {
    const said = texts.filter((text) => text !== null && text !== undefined).map(String);
    if (said.length > 0) values[name] = said;
  };
  for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    put(`title.${language}`, listing.title[language]);
    put(`description.${language}`, listing.description[language]);
  }
  const plain = ['itemNumber', 'chain', 'hsCode', 'originRegion', 'unitOfMeasure', 'moq', 'orderStep', 'priceMode', 'currency', 'leadTimeDays', 'leadTimeFrom', 'deliveryTerm', 'deliveryPlace', 'transportMode', 'validUntil'] as const;
  for (const name of plain) put(name, listing[name]);
  put('targetRegions', ...listing.targetRegions);
  put('tier.minQuantity', ...listing.priceTiers.map(({ minQuantity }) => minQuantity));
  put('tier.unitPrice', ...listing.priceTiers.map(({ unitPrice }) => unitPrice));
  put('formula.index', listing.priceFormula?.index);
  put('formula.factor', listing.priceFormula?.factor);
  put('formula.processingFee', listing.priceFormula?.processingFee);
  put('capacity.amount', listing.capacity?.amount);
  put('capacity.per', listing.capacity?.per);
  put('supplyMonths', ...(listing.supplyMonths === null ? [] : monthsOf(listing.supplyMonths)));
  for (const [part, read] of Object.entries(certificateParts)) put(`certificate.${part}`, ...listing.certificates.map(read));
  put('imageIds', ...listing.imageIds);
  put('documentIds', ...listing.documentIds);
  for (const [key, value] of Object.entries(listing.attributes)) {
    for (const [name, texts] of attributeTexts(key, value)) put(`attributes.${name}`, ...texts);
  }
  return values;
}

/** What was typed without the rows that are empty, so that a failure's number is the row's. */
export function withoutEmptyRows(values: FormValues): FormValues {
  const tidied = { ...values };
  for (const group of ['tier.', 'certificate.']) {
    const names = Object.keys(values).filter((name) => name.startsWith(group));
    const length = Math.max(0, ...names.map((name) => values[name]!.length));
    const filled = Array.from({ length }, (_, i) => i).filter((i) => names.some((name) => values[name]![i]?.trim()));
    for (const name of names) tidied[name] = filled.map((i) => values[name]![i] ?? '');
  }
  return tidied;
}

type Certificate = ListingFields['certificates'][number];
/** Every certificate gives one text for each part, empty or not, so that rows stay together. */
const certificateParts: Record<string, (certificate: Certificate) => string> = {
  kind: ({ kind }) => kind,
  number: ({ number }) => number,
  issuer: ({ issuer }) => issuer,
  issued: ({ issued }) => issued ?? '',
  validUntil: ({ validUntil }) => validUntil ?? '',
  fileId: ({ fileId }) => fileId ?? '',
};

function attributeTexts(key: string, value: AttributeValue): [name: string, texts: string[]][] {
  if (typeof value === 'boolean') return [[key, [value ? 'yes' : 'no']]];
  if (typeof value === 'number') return [[key, [monthsOf(value).join(',')]]];
  if (typeof value === 'string') return [[key, [value]]];
  if (Array.isArray(value)) return [[key, value]];
  if ('text' in value) return [[key, [value.text]]];
  return Object.entries(value)
    .filter(([part, said]) => part !== 'fileId' && said !== null && said !== '')
    .map(([part, said]) => [`${key}.${part}`, [typeof said === 'boolean' ? (said ? 'yes' : 'no') : String(said)]]);
}
