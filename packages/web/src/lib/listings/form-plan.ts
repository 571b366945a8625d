import { partLabels } from '@ganwan/shared/catalogue/part-labels';
import { formOrder, importColumns } from '@ganwan/shared/catalogue/registry';
import { unitWords } from '@ganwan/shared/catalogue/units';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { capacityPeriods } from '@ganwan/shared/listings/fields';
import { chains } from '@ganwan/shared/places/chains';
import { countyOf } from '@ganwan/shared/places/counties';
import { regions } from '@ganwan/shared/places/regions';
import { certificateKinds, proofLabels } from '@ganwan/shared/trade/certificates';
import { measures } from '@ganwan/shared/trade/measures';
import { currencies, deliveryTerms, leadTimeStarts, priceModes, transportModes } from '@ganwan/shared/trade/terms';
import type { Option } from '@ganwan/shared/label';
import type { Locale } from '@ganwan/shared/values';
import { m } from '#lib/paraglide/messages.js';

export interface Choice {
  value: string;
  label: string;
  group?: string | undefined;
}

const placeHint = countyOf('360722');

/** One input of the specifications, as the registry asks for it. */
export interface PlannedInput {
  /** `attributes.thickness`, `attributes.permit.number`. */
  name: string;
  label: string;
  type: 'text' | 'figure' | 'date' | 'one' | 'many' | 'place';
  hint: string;
  choices: Choice[];
  required: boolean;
}

/** The specifications of a sub-family as inputs, in the registry's order. Adding an attribute there adds its input here. */
export function plannedInputs(subFamily: SubFamily, locale: Locale): PlannedInput[] {
  const columns = importColumns(subFamily);
  return formOrder(subFamily).flatMap((attribute) => {
    const unit = attribute.unit && attribute.unit !== '1' ? unitWords(attribute.unit, locale) : '';
    const hint = [unit, attribute.example].filter(Boolean).join(' · ');
    const base = { label: attribute.label[locale], hint, choices: choicesOf(attribute.options ?? [], locale), required: attribute.required === true };
    const parts = columns.filter((column) => column.attribute.key === attribute.key && column.part);
    if (parts.length > 0) {
      return parts.map(({ part = '' }): PlannedInput => ({
        ...base,
        name: `attributes.${attribute.key}.${part}`,
        label: `${base.label} · ${partLabels[part]?.[locale] ?? part}`,
        type: part === 'issued' || part === 'validUntil' || part === 'date' ? 'date' : part === 'passed' ? 'one' : 'text',
        choices: part === 'passed' ? yesOrNo() : [],
        hint: part === 'county' ? `${placeHint?.label[locale] ?? ''} · ${placeHint?.code ?? ''}` : '',
        required: false,
      }));
    }
    return [{ ...base, name: `attributes.${attribute.key}`, ...typeOf(attribute.type, base.choices, locale) }];
  });
}

function typeOf(type: string, choices: Choice[], locale: Locale): Pick<PlannedInput, 'type' | 'choices'> {
  switch (type) {
    case 'num':
    case 'int':
    case 'range':
      return { type: 'figure', choices };
    case 'enum':
      return { type: 'one', choices };
    case 'multi':
      return { type: 'many', choices };
    case 'bool':
      return { type: 'one', choices: yesOrNo() };
    case 'date':
      return { type: 'date', choices };
    case 'ref':
      return { type: 'place', choices: choicesOf(regions, locale) };
    default:
      return { type: 'text', choices };
  }
}

const yesOrNo = (): Choice[] => [
  { value: 'yes', label: m.yes() },
  { value: 'no', label: m.no() },
];

export const choicesOf = (list: readonly Option[], locale: Locale): Choice[] => list.map(({ code, label }) => ({ value: code, label: label[locale] }));

/** The lists that the common fields choose from. */
export const commonChoices = (locale: Locale) => ({
  chains: choicesOf(chains, locale),
  regions: choicesOf(regions, locale),
  measures: choicesOf(measures, locale),
  priceModes: choicesOf(priceModes, locale),
  currencies: choicesOf(currencies, locale),
  leadTimeStarts: choicesOf(leadTimeStarts, locale),
  deliveryTerms: choicesOf(deliveryTerms, locale),
  transportModes: choicesOf(transportModes, locale),
  periods: choicesOf(capacityPeriods, locale),
  certificates: choicesOf(certificateKinds, locale),
});
export type CommonChoices = ReturnType<typeof commonChoices>;

/** What the parts of a certificate are called. */
export const proofWords = (locale: Locale): Record<keyof typeof proofLabels, string> => {
  const { number, issuer, issued, validUntil, fileId } = proofLabels;
  return { number: number[locale], issuer: issuer[locale], issued: issued[locale], validUntil: validUntil[locale], fileId: fileId[locale] };
};
