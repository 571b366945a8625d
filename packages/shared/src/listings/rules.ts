import { attributesOf } from '../catalogue/registry.ts';
import { attributeFailures, TestReport } from '../catalogue/schema.ts';
import type { FieldFailure } from '../failures.ts';
import { fieldFailuresOf } from '../field-failures.ts';
import { Proof } from '../trade/certificates.ts';
import { deliveryTermOf } from '../trade/terms.ts';
import { fieldContradictions, refused } from './contradictions.ts';
import { ListingFields, type FieldName } from './fields.ts';
import { isTold, knownOf, type Known } from './known.ts';

/** What not even a draft may say, because it contradicts itself or its sub-family. */
export const contradictions = (listing: Known): FieldFailure[] =>
  [...fieldContradictions(listing), ...(listing.subFamily && listing.attributes ? attributeFailures(listing.subFamily, listing.attributes) : [])];

/** The moment after which a listing no longer holds: midnight in China after its last day. */
export function expiresAt(validUntil: string): Date;
export function expiresAt(validUntil: string | null): Date | null;
export function expiresAt(validUntil: string | null): Date | null {
  return validUntil === null ? null : new Date(Date.parse(`${validUntil}T00:00:00+08:00`) + 24 * 3600_000);
}

/** The calendar day in China at a moment, `2026-11-30`. */
export const dayInChina = (at: Date): string => new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 10);

const required = (...names: FieldName[]) => (listing: Known): FieldFailure[] =>
  names.filter((name) => listing[name] === null || (Array.isArray(listing[name]) && listing[name].length === 0)).map((name) => refused(name, 'required'));

function pricing(listing: Known): FieldFailure[] {
  switch (listing.priceMode) {
    case 'fixed':
      return [...required('currency', 'unitOfMeasure', 'priceTiers')(listing), ...(listing.priceTiers.length > 1 ? [refused('priceTiers', 'one_price_only')] : [])];
    case 'tier':
      return [...required('currency', 'unitOfMeasure')(listing), ...(listing.priceTiers.length < 2 ? [refused('priceTiers', 'tiers_too_few', { minimum: 2 })] : [])];
    case 'formula':
      return required('currency', 'unitOfMeasure', 'priceFormula')(listing);
    case 'negotiable':
      return [];
    case null:
      return listing.kind === 'supply' ? required('priceMode')(listing) : [];
    case undefined:
      return [];
  }
}

/** A proof that no longer holds, or whose day of issue cannot be. */
function proofFailures(path: string, { issued, validUntil }: Partial<Proof>, today: string): FieldFailure[] {
  return [
    ...(validUntil && validUntil < today ? [refused(`${path}.validUntil`, 'proof_expired', { date: validUntil })] : []),
    ...(issued && issued > today ? [refused(`${path}.issued`, 'date_future', { maximum: today })] : []),
    ...(issued && validUntil && issued > validUntil ? [refused(`${path}.issued`, 'issued_after_expiry', { maximum: validUntil })] : []),
  ];
}

function proofs(listing: Known, today: string): FieldFailure[] {
  const stated = (listing.subFamily ? attributesOf(listing.subFamily) : []).flatMap((a) => {
    const value = listing.attributes?.[a.key];
    // Whoever buys may ask for a supplier's permit and has none of it to show.
    if (value === undefined) return a.required && !(a.ref === 'proof' && listing.kind === 'demand') ? [refused(`attributes.${a.key}`, 'required')] : [];
    // What is no proof at all contradicts its sub-family and is refused for that.
    const proof = a.ref === 'proof' ? Proof.safeParse(value).data : undefined;
    const report = a.ref === 'report' ? TestReport.safeParse(value).data : undefined;
    return [
      ...(proof ? proofFailures(`attributes.${a.key}`, proof, today) : []),
      ...(report && report.date > today ? [refused(`attributes.${a.key}.date`, 'date_future', { maximum: today })] : []),
    ];
  });
  return [...listing.certificates.flatMap((certificate, i) => proofFailures(`certificates.${i}`, certificate, today)), ...stated];
}

/** Everything that keeps a listing from being published on a day (`2026-11-30`, in China), by field; empty when nothing does. */
export function publishFailures(listing: Known, today: string): FieldFailure[] {
  const goods = listing.kind === 'supply' || listing.kind === 'demand';
  return [
    ...contradictions(listing),
    ...required('chain')(listing),
    ...(listing.kind === 'supply' ? required('originRegion')(listing) : []),
    ...(goods ? pricing(listing) : []),
    ...(listing.moq !== null || listing.capacity !== null || listing.orderStep !== null ? required('unitOfMeasure')(listing) : []),
    ...(listing.leadTimeDays !== null ? required('leadTimeFrom')(listing) : []),
    ...(listing.deliveryTerm !== null ? required('deliveryPlace')(listing) : []),
    ...(listing.validUntil && listing.validUntil < today ? [refused('validUntil', 'date_past', { minimum: today })] : []),
    ...proofs(listing, today),
  ].filter((failure, i, all) => all.findIndex((f) => f.path === failure.path && f.code === failure.code) === i);
}

/**
 * Everything wrong with what somebody says, at once: what does not fit its field, what contradicts, and for publishing on
 * `today` what is missing too. `unread` are those fields that were said and could not be read; they are told first.
 */
export function allFailures(said: Readonly<Record<FieldName, unknown>>, unread: readonly FieldFailure[], today: string | null): FieldFailure[] {
  const answer = ListingFields.safeParse(said);
  const misfits = answer.success ? [] : fieldFailuresOf(answer.error).filter((failure) => !isTold(failure, unread));
  const told = [...unread, ...misfits];
  const known = knownOf(said, told.map(({ path }) => path));
  const rest = today === null ? contradictions(known) : publishFailures(known, today);
  return [...told, ...rest.filter((failure) => !isTold(failure, told))];
}

const byLand = new Set(['truck', 'rail', 'hsr', 'air']);
const acrossTheBorder = new Set(['810000', '820000']);

/** What is allowed but rarely meant: the publisher is told, and decides. */
export function warningsOf(listing: ListingFields, today: string): FieldFailure[] {
  const term = listing.deliveryTerm && deliveryTermOf(listing.deliveryTerm);
  const exported = listing.targetRegions.some((region) => acrossTheBorder.has(region)) !== acrossTheBorder.has(listing.originRegion ?? '');
  const report = Object.entries(listing.attributes).find(([, value]) => typeof value === 'object' && 'lab' in value);
  const warnings: FieldFailure[] = [];
  if (term?.waterOnly && listing.transportMode && byLand.has(listing.transportMode)) {
    warnings.push(refused('deliveryTerm', 'water_term_by_land', { term: term.code, suggest: exported ? 'FCA DAP DDP' : 'FCA' }));
  }
  if (term?.rules === 'domestic' && exported && listing.targetRegions.every((region) => acrossTheBorder.has(region))) {
    warnings.push(refused('deliveryTerm', 'domestic_term_abroad', { term: term.code, suggest: 'FCA DAP DDP' }));
  }
  listing.priceTiers.forEach((tier, i) => {
    const steps = listing.orderStep === null ? 0 : tier.minQuantity / listing.orderStep;
    if (Math.abs(steps - Math.round(steps)) > 1e-9) warnings.push(refused(`priceTiers.${i}.minQuantity`, 'not_a_multiple', { step: listing.orderStep! }));
  });
  if (report && typeof report[1] === 'object' && 'lab' in report[1] && report[1].date < sixMonthsBefore(today)) warnings.push(refused(`attributes.${report[0]}`, 'report_old', { date: report[1].date }));
  return warnings;
}

function sixMonthsBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 6);
  return date.toISOString().slice(0, 10);
}
