import { regionLabel, RegionCode } from '../places/regions.ts';
import { countyOf } from '../places/counties.ts';
import type { Label, Locale } from '../values.ts';
import type { Attribute } from './attribute.ts';
import { monthsOf } from './months.ts';
import type { AttributeValue } from './schema.ts';
import { boundOf, unitWords } from './units.ts';

const words = {
  yes: { 'zh-Hans': '是', 'zh-Hant': '是', en: 'Yes' },
  no: { 'zh-Hans': '否', 'zh-Hant': '否', en: 'No' },
  comma: { 'zh-Hans': '、', 'zh-Hant': '、', en: ', ' },
  months: { 'zh-Hans': '月', 'zh-Hant': '月', en: '' },
} satisfies Record<string, Label>;

const figure = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en' : 'zh', { maximumSignificantDigits: 6, useGrouping: Math.abs(value) >= 10000 }).format(value);

export interface Shown {
  text: string;
  /** What the supplier wrote, when it was in another unit; otherwise null. */
  original: string | null;
}

const placeName = (code: string, locale: Locale): string => {
  const region = RegionCode.safeParse(code);
  return (region.success ? regionLabel(region.data) : countyOf(code)?.label)?.[locale] ?? code;
};

/** One attribute's value in the reader's language, in the registry's unit, beside what the supplier wrote. */
export function showAttribute(attribute: Attribute, value: AttributeValue, locale: Locale): Shown {
  const only = (text: string): Shown => ({ text, original: null });
  const unit = attribute.unit ?? '1';
  const withUnit = (text: string) => `${text} ${unitWords(unit, locale)}`.trim();
  const name = (code: string) => attribute.options?.find((o) => o.code === code)?.label[locale] ?? code;

  if (typeof value === 'boolean') return only(value ? words.yes[locale] : words.no[locale]);
  if (typeof value === 'number') return only(monthsOf(value).join(words.comma[locale]) + words.months[locale]);
  if (typeof value === 'string') return only(attribute.options ? name(value) : value);
  if (Array.isArray(value)) return only(value.map(name).join(words.comma[locale]));
  if ('value' in value) return { text: withUnit([boundOf(value.text), figure(value.value, locale)].filter(Boolean).join(' ')), original: value.unit === unit ? null : value.text };
  if ('min' in value) {
    const ends = value.min === value.max ? [value.min] : [value.min, value.max];
    return { text: withUnit(ends.map((end) => figure(end, locale)).join('–')), original: value.unit === unit ? null : value.text };
  }
  if ('lab' in value) return only([value.lab, value.number, value.date].filter(Boolean).join(' · '));
  if ('county' in value) return only([value.name, placeName(value.county, locale)].join(' · '));
  return only([value.number, value.issuer, value.issued ? `${value.issued} – ${value.validUntil ?? ''}`.trimEnd() : value.validUntil].filter(Boolean).join(' · '));
}
