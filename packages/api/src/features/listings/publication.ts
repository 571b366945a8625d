import { diffVersions } from '@ganwan/shared/listings/compare';
import { expiresAt } from '@ganwan/shared/listings/rules';
import type { Queries } from '#platform/database';
import { attachedFiles } from './attached-files.ts';
import { isChanged, wholeFields, type Own } from './answers.ts';
import { listingQueries, type ListingRow } from './queries.ts';

/** Makes working copies public. Those that say nothing new come back without a new version. */
export function publication(tx: Queries, { by, at }: { by: string; at: Date }) {
  const queries = listingQueries(tx);
  return {
    /** Checked listings only: what may be published is decided before. */
    async publish(owned: readonly Own[]): Promise<ListingRow[]> {
      const news = owned.filter(isChanged);
      await queries.insertVersions(news.map(({ listing, published }) => ({
        listingId: listing.id,
        version: (listing.version ?? 0) + 1,
        fields: wholeFields(listing.draft),
        changes: published ? diffVersions(wholeFields(published), wholeFields(listing.draft)).length : 0,
        publishedAt: at,
        publishedBy: by,
      })));
      await queries.showFiles(news.map(({ listing }) => ({ listingId: listing.id, fileIds: [...new Set(attachedFiles(listing.draft).map((a) => a.fileId))] })));
      return queries.publish(owned.map((own) => ({ id: own.listing.id, raised: news.includes(own), expiresAt: expiresAt(own.listing.draft.validUntil) })), { by, at });
    },
  };
}
