import { z } from 'zod';
import { diffVersions } from '@ganwan/shared/listings/compare';
import type { Listing, ListingSummary, OwnListing, OwnListingSummary } from '@ganwan/shared/listings/contract';
import { blankListing, type ListingFields } from '@ganwan/shared/listings/fields';
import { dayInChina, publishFailures, warningsOf } from '@ganwan/shared/listings/rules';
import type { LocalText } from '@ganwan/shared/values';
import type { EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import { canNow } from './policy.ts';
import type { ListingRow, VersionRow } from './queries.ts';

export const versionKey = z.tuple([z.int()]);
/** When it ends, in milliseconds, and which of those it is. */
export const endingKey = z.tuple([z.int(), z.uuid()]);

export interface Own { listing: ListingRow; published: ListingFields | null }
export interface Published { listing: ListingRow; version: VersionRow; enterprise: { id: string; names: LocalText; region: string } }

/** A row written before a field existed says nothing about it. */
export const wholeFields = (fields: ListingFields): ListingFields => ({ ...blankListing(fields), ...fields });

export const isChanged = ({ listing, published }: Own): boolean => published === null || diffVersions(wholeFields(published), wholeFields(listing.draft)).length > 0;

export function ownAnswer(own: Own, role: EnterpriseRole, now: Date): OwnListing {
  const { listing } = own;
  const draft = wholeFields(listing.draft);
  const changed = isChanged(own);
  const today = dayInChina(now);
  return {
    ...listing,
    ...draft,
    changed,
    missing: publishFailures(draft, today),
    warnings: warningsOf(draft, today),
    can: canNow(role, listing.state, changed),
  };
}

export const ownSummary = (own: Own): OwnListingSummary => ({ ...own.listing, ...wholeFields(own.listing.draft), changed: isChanged(own) });

export const publicAnswer = ({ listing, version, enterprise }: Published): Listing =>
  ({ id: listing.id, enterprise, version: version.version, publishedAt: version.publishedAt, ...wholeFields(version.fields) });

export const publicSummary: (published: Published) => ListingSummary = publicAnswer;
