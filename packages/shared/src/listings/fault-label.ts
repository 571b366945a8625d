import { partLabels } from '../catalogue/part-labels.ts';
import { attributeOf } from '../catalogue/registry.ts';
import { certificateKinds, type Certificate } from '../trade/certificates.ts';
import { locales, type Label, type Locale } from '../values.ts';
import { pathLabel } from './compare.ts';
import type { ListingFields } from './fields.ts';

/**
 * What a refused path is called away from its input: `certificates.0.issued` is 绿色食品的签发日期. Of several certificates
 * of one kind the number tells which. Undefined for a path that no listing has.
 */
export function faultLabel(listing: Pick<ListingFields, 'subFamily' | 'certificates'>, path: string): Label | undefined {
  const [name, which = '', part = ''] = path.split('.');
  if (name === 'certificates') {
    const certificate = listing.certificates[Number(which)];
    return certificate && ofPart(nameOf(certificate, listing.certificates), part);
  }
  if (name === 'attributes') {
    const attribute = attributeOf(listing.subFamily, which);
    return attribute && ofPart(attribute.label, part);
  }
  return pathLabel(listing.subFamily, path);
}

function nameOf({ kind, number }: Certificate, all: readonly Certificate[]): Label {
  const label = certificateKinds.find(({ code }) => code === kind)!.label;
  const alone = all.filter((other) => other.kind === kind).length === 1;
  return alone ? label : inEach((locale) => `${label[locale]} ${number}`);
}

function ofPart(whole: Label, part: string): Label {
  const named = partLabels[part];
  if (!named) return whole;
  return inEach((locale) => {
    if (locale === 'en') return `${whole.en} · ${named.en}`;
    return `${whole[locale]}${/\w$/.test(whole[locale]) ? ' ' : ''}的${named[locale]}`;
  });
}

const inEach = (words: (locale: Locale) => string): Label => Object.fromEntries(locales.map((locale) => [locale, words(locale)])) as Record<Locale, string>;
