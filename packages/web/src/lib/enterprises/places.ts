import { chains } from '@ganwan/shared/places/chains';
import { regions } from '@ganwan/shared/places/regions';
import { m } from '#lib/paraglide/messages.js';
import type { Choice } from '#lib/ui/SelectField.svelte';
import { locale } from '#lib/words/locale.ts';

/** The 23 places, by side. */
export const regionChoices = (): Choice[] =>
  regions.map(({ code, label, side }) => ({ value: code, label: label[locale()], group: side === 'jiangxi' ? m.side_jiangxi() : m.side_bay_area() }));

export const chainChoices = (): Choice[] => chains.map(({ code, label }) => ({ value: code, label: label[locale()] }));

export const regionName = (code: string): string => regions.find((region) => region.code === code)?.label[locale()] ?? code;

export const chainNames = (codes: readonly string[]): string[] => chains.filter(({ code }) => codes.includes(code)).map(({ label }) => label[locale()]);
