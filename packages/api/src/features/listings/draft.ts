import { v7 as uuidv7 } from 'uuid';
import type { ListingFields } from '@ganwan/shared/listings/fields';
import { contradictions } from '@ganwan/shared/listings/rules';
import { Failure } from '#platform/failure';

/** Left out is left alone; null is said to be nothing. */
export const merged = (before: ListingFields, edit: Partial<Record<keyof ListingFields, unknown>>): ListingFields =>
  ({ ...before, ...Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) });

/** Throws `invalid_input` with every field in which a working copy contradicts itself. */
export function refuseContradictions(fields: ListingFields): void {
  const failures = contradictions(fields);
  if (failures.length > 0) throw new Failure('invalid_input', { fields: failures });
}

export const newListing = (actor: { person: { id: string }; enterprise: { id: string } }, fields: ListingFields, now: Date) => ({
  id: uuidv7(), enterpriseId: actor.enterprise.id, kind: fields.kind, subFamily: fields.subFamily, itemNumber: fields.itemNumber, draft: fields,
  createdAt: now, createdBy: actor.person.id, updatedAt: now, updatedBy: actor.person.id,
});
