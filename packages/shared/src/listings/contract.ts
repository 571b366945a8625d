import { z } from 'zod';
import { events } from '../event.ts';
import { FieldFailure } from '../failures.ts';
import { PageQuery, pageOf } from '../page.ts';
import { contract } from '../route.ts';
import { Day, Id, Instant, LocalText } from '../values.ts';
import { options, codesOf } from '../label.ts';
import { ListingKind } from '../trade/terms.ts';
import { fieldContradictions } from './contradictions.ts';
import { ListingFields } from './fields.ts';
import { knownOf } from './known.ts';

export const listingStates = options({
  draft: '草稿|草稿|Draft',
  published: '已发布|已發佈|Published',
  paused: '已暂停|已暫停|Paused',
  expired: '已过期|已過期|Expired',
  archived: '已归档|已封存|Archived',
});
export const ListingState = z.enum(codesOf(listingStates));
export type ListingState = z.output<typeof ListingState>;

/** Told together with fields that do not fit, so that nobody mends one only to hear of the next. */
const together = (said: Readonly<Record<string, unknown>>, ctx: z.core.$RefinementCtx): void => {
  const wrong = ctx.issues.map(({ path = [] }) => path.join('.'));
  for (const { path, code, params } of fieldContradictions(knownOf(said, wrong))) {
    ctx.addIssue({ code: 'custom', path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)), params: { ...params, code } });
  }
};
const always = { when: () => true };

/** A draft may be incomplete: only what it is and what it is called must be there. */
export const ListingDraft = ListingFields.partial().required({ kind: true, subFamily: true, title: true }).superRefine(together, always);
export type ListingDraft = z.output<typeof ListingDraft>;

/** `revision` is the one that was read: when somebody else saved since, the answer is `conflict`. */
export const ListingEdit = ListingFields.omit({ kind: true, subFamily: true }).partial().extend({ revision: z.int() }).superRefine(together, always);
export type ListingEdit = z.output<typeof ListingEdit>;

const Owner = z.object({ id: Id, names: LocalText, region: z.string() });

/** What the signed-in person may do with it now. */
export const ListingCan = z.object({ edit: z.boolean(), publish: z.boolean(), pause: z.boolean(), archive: z.boolean() });
export type ListingCan = z.output<typeof ListingCan>;

/** A listing as its own enterprise sees it: the working copy, and how it stands against what is published. */
export const OwnListing = z.object({
  id: Id,
  enterpriseId: Id,
  state: ListingState,
  /** Rises with every save. */
  revision: z.int(),
  /** The latest published version; null before the first. */
  version: z.int().nullable(),
  /** The working copy says something else than the published version. */
  changed: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  publishedAt: Instant.nullable(),
  pausedAt: Instant.nullable(),
  archivedAt: Instant.nullable(),
  expiredAt: Instant.nullable(),
  /** What publishing still needs, by field. */
  missing: z.array(FieldFailure),
  /** What is allowed but rarely meant, by field. */
  warnings: z.array(FieldFailure),
  can: ListingCan,
  ...ListingFields.shape,
});
export type OwnListing = z.output<typeof OwnListing>;

/** A published listing as everyone sees it. */
export const Listing = z.object({ id: Id, enterprise: Owner, version: z.int(), publishedAt: Instant, ...ListingFields.shape });
export type Listing = z.output<typeof Listing>;

const summary = ListingFields.pick({
  kind: true, subFamily: true, title: true, itemNumber: true, originRegion: true, unitOfMeasure: true, moq: true, priceMode: true, currency: true,
  priceTiers: true, priceFormula: true, leadTimeDays: true, supplyMonths: true, validUntil: true, imageIds: true,
}).shape;
export const ListingSummary = z.object({ id: Id, enterprise: Owner, version: z.int(), publishedAt: Instant, ...summary });
export type ListingSummary = z.output<typeof ListingSummary>;
export const OwnListingSummary = z.object({ id: Id, state: ListingState, revision: z.int(), version: z.int().nullable(), changed: z.boolean(), updatedAt: Instant, publishedAt: Instant.nullable(), ...summary });
export type OwnListingSummary = z.output<typeof OwnListingSummary>;

export const ListingVersion = z.object({ version: z.int(), publishedAt: Instant, title: LocalText, /** How many fields differ from the version before. */ changes: z.int() });
export type ListingVersion = z.output<typeof ListingVersion>;

/** One field that differs; `path` is a field or `attributes.<key>`, values are as in a listing, null when not said. */
export const Change = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() });
export const ListingDifference = z.object({ from: z.int(), to: z.int(), changes: z.array(Change) });
export type ListingDifference = z.output<typeof ListingDifference>;

/** How many listings of the other side speak of a field that this one leaves open; `looked` were looked through. */
export const Openings = z.object({ looked: z.int(), openings: z.array(z.object({ path: z.string(), count: z.int() })) });
export type Openings = z.output<typeof Openings>;

const one = z.object({ id: Id });
/** Up to fifty ids, separated by commas. */
const Ids = z.codec(z.string().min(1).max(1900), z.array(Id).max(50), { decode: (text) => text.split(','), encode: (ids) => ids.join(',') });
const Expected = z.strictObject({ revision: z.int() });
const number = z.coerce.number().int().min(1).max(1_000_000);
export const OwnListingsQuery = z.strictObject({ ...PageQuery.shape, state: ListingState.optional(), kind: ListingKind.optional() });
/** `by` is the last day that still counts, in China. */
export const EndingListingsQuery = z.strictObject({ ...PageQuery.shape, by: Day });
export const EnterpriseListingsQuery = z.strictObject({ ...PageQuery.shape, kind: ListingKind.optional() });

export const listings = contract({
  create: { method: 'POST', path: '/api/listings', summary: 'Begin a listing as a draft, complete or not.', access: 'member', rate: 120, body: ListingDraft, response: OwnListing },
  listOwn: { method: 'GET', path: '/api/listings/own', summary: 'The enterprise\'s own listings, newest first.', access: 'viewer', query: OwnListingsQuery, response: pageOf(OwnListingSummary) },
  listEnding: { method: 'GET', path: '/api/listings/own/ending', summary: 'What the enterprise has on display that ends by a day, the first to end first.', access: 'viewer', query: EndingListingsQuery, response: pageOf(OwnListingSummary) },
  showOwn: { method: 'GET', path: '/api/listings/:id/own', summary: 'One of the enterprise\'s own listings: the working copy.', access: 'viewer', params: one, response: OwnListing },
  edit: { method: 'PATCH', path: '/api/listings/:id', summary: 'Change the working copy; what is published stays until it is published again.', access: 'member', rate: 240, params: one, body: ListingEdit, response: OwnListing },
  publish: { method: 'POST', path: '/api/listings/:id/publish', summary: 'Publish the working copy as a new version; refused with every field that is missing. Unchanged, it only comes back from a pause.', access: 'member', rate: 120, params: one, body: Expected, response: OwnListing },
  pause: { method: 'POST', path: '/api/listings/:id/pause', summary: 'Take a published listing out of sight until it is published again.', access: 'member', rate: 120, params: one, body: Expected, response: OwnListing },
  archive: { method: 'POST', path: '/api/listings/:id/archive', summary: 'Put a listing away for good; its versions stay readable for the enterprise.', access: 'member', rate: 120, params: one, body: Expected, response: OwnListing },
  openings: { method: 'GET', path: '/api/listings/:id/openings', summary: 'What saying one more field would open: published listings of the other side that speak of it.', access: 'viewer', params: one, response: Openings },
  show: { method: 'GET', path: '/api/listings/:id', summary: 'One published listing.', access: 'anyone', params: one, response: Listing },
  showMany: { method: 'GET', path: '/api/listings', summary: 'Several published listings at once, in the order asked for; those that are not published are left out.', access: 'anyone', rate: 240, query: z.strictObject({ ids: Ids }), response: z.object({ items: z.array(Listing) }) },
  versions: { method: 'GET', path: '/api/listings/:id/versions', summary: 'Every version that was published, newest first.', access: 'anyone', params: one, query: PageQuery, response: pageOf(ListingVersion) },
  difference: { method: 'GET', path: '/api/listings/:id/versions/:from/:to', summary: 'What changed between two versions, field by field.', access: 'anyone', params: z.object({ id: Id, from: number, to: number }), response: ListingDifference },
  ofEnterprise: { method: 'GET', path: '/api/enterprises/:id/listings', summary: 'What an enterprise has published, newest first.', access: 'anyone', params: one, query: EnterpriseListingsQuery, response: pageOf(ListingSummary) },
});

/** To every member of the listing's enterprise. */
export const listingEvents = events({ 'listing:changed': z.object({ id: Id, state: ListingState, revision: z.int() }) });
