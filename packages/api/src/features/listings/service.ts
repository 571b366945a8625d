import type { z } from 'zod';
import { diffVersions, openings } from '@ganwan/shared/listings/compare';
import type { EndingListingsQuery, EnterpriseListingsQuery, Listing, ListingCan, ListingDifference, ListingDraft, ListingEdit, Openings, OwnListing, OwnListingsQuery, listingEvents } from '@ganwan/shared/listings/contract';
import { blankListing } from '@ganwan/shared/listings/fields';
import { dayInChina, expiresAt, publishFailures } from '@ganwan/shared/listings/rules';
import type { PageQuery } from '@ganwan/shared/page';
import { pageSize } from '@ganwan/shared/page';
import { holdOpen } from '#features/enterprises/service';
import type { FileReader } from '#features/files/service';
import type { Actor, Member } from '#platform/actor';
import { rooms, type Announce } from '#platform/announce';
import type { Clock } from '#platform/clock';
import { cursorOf, page, readCursor } from '#platform/cursor';
import type { Database, Queries, Transaction } from '#platform/database';
import { Failure, found } from '#platform/failure';
import { inTransaction, type AfterCommit } from '#platform/transaction';
import { endingKey, isChanged, ownAnswer, ownSummary, publicAnswer, publicSummary, wholeFields, type Own } from './answers.ts';
import { refuseStrangeFiles } from './attached-files.ts';
import { planRows, takeRows, type Batch, type Outcome } from './bulk.ts';
import { merged, newListing, refuseContradictions } from './draft.ts';
import { canNow } from './policy.ts';
import { publication } from './publication.ts';
import { listingQueries, type ListingRow } from './queries.ts';

export type { Batch, Outcome, Row } from './bulk.ts';

/** Told inside the transaction that something about these listings changed for the public, so that its own rows commit with them and its word follows them. */
export type ListingsChanged = (tx: Queries, listingIds: readonly string[], afterCommit: AfterCommit) => Promise<void>;

/** Listings archived in one transaction. */
const archivedAtOnce = 5000;
/** Listings of the other side that openings are counted in. */
const lookedThrough = 300;

interface Needs {
  db: Database;
  clock: Clock;
  announce: Announce<typeof listingEvents>;
  /** Search writes its outbox here, and conversations tell those in them. */
  changed: readonly ListingsChanged[];
}

export function listingService({ db, clock, announce, changed }: Needs) {
  const queries = listingQueries(db);

  /** Finds the actor's own listing, holds it, refuses a stale revision, and tells everyone who must know of the change. */
  const change = (actor: Member, id: string, revision: number, work: (tx: Transaction, own: Own, can: ListingCan) => Promise<{ listing: ListingRow; public: boolean } | undefined>): Promise<OwnListing> =>
    inTransaction(db, async (tx, afterCommit) => {
      found(await holdOpen(tx, actor.enterprise.id));
      const own = found(await listingQueries(tx).lockOwn(actor, id));
      if (own.listing.revision !== revision) throw new Failure('conflict');
      const done = await work(tx, own, canNow(actor.enterprise.role, own.listing.state, isChanged(own)));
      if (done?.public) await tellOthers(tx, [id], afterCommit);
      if (done) hear(afterCommit, done.listing);
      return ownAnswer(found(await listingQueries(tx).findOwn(actor, id)), actor.enterprise.role, clock.now());
    });

  const tellOthers = async (tx: Queries, ids: readonly string[], afterCommit: AfterCommit) => {
    for (const listener of changed) await listener(tx, ids, afterCommit);
  };
  const hear = (afterCommit: AfterCommit, { id, enterpriseId, state, revision }: ListingRow) =>
    afterCommit(() => announce(rooms.enterprise(enterpriseId), 'listing:changed', { id, state, revision }));

  const visible = async (actor: Actor | undefined, id: string) => {
    if (!(await queries.isVisible(actor, id, clock.now()))) throw new Failure('not_found');
  };

  return {
    create: (actor: Member, draft: ListingDraft): Promise<OwnListing> =>
      inTransaction(db, async (tx, afterCommit) => {
        found(await holdOpen(tx, actor.enterprise.id));
        const fields = merged(blankListing(draft), draft);
        refuseContradictions(fields);
        await refuseStrangeFiles(tx, actor.enterprise.id, fields);
        const row = newListing(actor, fields, clock.now());
        const [listing] = await listingQueries(tx).insert([row]);
        hear(afterCommit, listing!);
        return ownAnswer({ listing: listing!, published: null }, actor.enterprise.role, clock.now());
      }),

    edit: (actor: Member, id: string, { revision, ...edit }: ListingEdit): Promise<OwnListing> =>
      change(actor, id, revision, async (tx, { listing }, can) => {
        if (!can.edit) throw new Failure('conflict');
        const before = wholeFields(listing.draft);
        const fields = merged(before, edit);
        if (diffVersions(before, fields).length === 0) return undefined;
        refuseContradictions(fields);
        await refuseStrangeFiles(tx, actor.enterprise.id, fields);
        const saved = { draft: fields, itemNumber: fields.itemNumber, revision: revision + 1, updatedAt: clock.now(), updatedBy: actor.person.id };
        return { listing: await listingQueries(tx).update(id, saved), public: false };
      }),

    publish: (actor: Member, id: string, revision: number): Promise<OwnListing> =>
      change(actor, id, revision, async (tx, own, can) => {
        if (!can.edit) throw new Failure('conflict');
        const fields = wholeFields(own.listing.draft);
        const failures = publishFailures(fields, dayInChina(clock.now()));
        if (failures.length > 0) throw new Failure('invalid_input', { fields: failures });
        if (!can.publish) return undefined;
        const [listing] = await publication(tx, { by: actor.person.id, at: clock.now() }).publish([own]);
        return { listing: listing!, public: true };
      }),

    pause: (actor: Member, id: string, revision: number): Promise<OwnListing> =>
      change(actor, id, revision, async (tx, { listing }, can) => {
        if (listing.state === 'paused') return undefined;
        if (!can.pause) throw new Failure('conflict');
        return { listing: await listingQueries(tx).update(id, { state: 'paused', pausedAt: clock.now(), pausedBy: actor.person.id, revision: revision + 1 }), public: true };
      }),

    archive: (actor: Member, id: string, revision: number): Promise<OwnListing> =>
      change(actor, id, revision, async (tx, { listing }) => {
        if (listing.state === 'archived') return undefined;
        return { listing: await listingQueries(tx).update(id, { state: 'archived', archivedAt: clock.now(), archivedBy: actor.person.id, revision: revision + 1 }), public: true };
      }),

    /** Archives some of what a closed enterprise has, and answers the last of them; undefined when none is left. The public has seen none since it closed. */
    async archiveSome(tx: Queries, afterCommit: AfterCommit, { enterpriseId, personId }: { enterpriseId: string; personId: string | null }, after: string | undefined): Promise<string | undefined> {
      const ids = await listingQueries(tx).archiveSome(enterpriseId, { by: personId, at: clock.now(), after, limit: archivedAtOnce });
      await tellOthers(tx, ids, afterCommit);
      return ids.length < archivedAtOnce ? undefined : ids.at(-1);
    },

    /** What `takeIn` would answer; writes nothing. In the caller's transaction, because it holds what is there. */
    checkRows: async (tx: Queries, batch: Batch): Promise<Outcome[]> => (await planRows(tx, batch, false, clock.now())).map((step) => step.outcome),

    /** Creates or changes one listing per row, known by its item number, in the caller's transaction; sending rows again changes nothing. */
    async takeIn(tx: Queries, afterCommit: AfterCommit, batch: Batch, publish: boolean): Promise<Outcome[]> {
      const { outcomes, published } = await takeRows(tx, batch, publish, clock.now());
      if (published.length > 0) await tellOthers(tx, published, afterCommit);
      return outcomes;
    },

    showOwn: async (actor: Member, id: string): Promise<OwnListing> => ownAnswer(found(await queries.findOwn(actor, id)), actor.enterprise.role, clock.now()),

    async listOwn(actor: Member, query: z.output<typeof OwnListingsQuery>) {
      const rows = await queries.listOwn(actor, query);
      return page(rows.map((own) => ({ id: own.listing.id, own })), query, ({ own }) => ownSummary(own));
    },

    async listEnding(actor: Member, query: z.output<typeof EndingListingsQuery>) {
      const rows = await queries.listEnding(actor, { by: expiresAt(query.by), after: readCursor(query.cursor, endingKey), limit: pageSize(query) + 1 });
      const shown = rows.slice(0, pageSize(query));
      const last = shown.at(-1)?.listing;
      return { items: shown.map(ownSummary), nextCursor: last?.expiresAt && rows.length > shown.length ? cursorOf(last.expiresAt.getTime(), last.id) : null };
    },

    /** Only supply and demand have another side; of that, the newest few hundred speak for the rest. */
    async openings(actor: Member, id: string): Promise<Openings> {
      const { listing } = found(await queries.findOwn(actor, id));
      const sided = listing.kind === 'supply' || listing.kind === 'demand';
      const others = sided ? await queries.counterparts(listing, lookedThrough, clock.now()) : [];
      return { looked: others.length, openings: openings(wholeFields(listing.draft), others.map(({ version }) => wholeFields(version.fields))) };
    },

    show: async (id: string): Promise<Listing> => publicAnswer(found(await queries.findPublished(id, clock.now()))),

    async showMany(ids: readonly string[]): Promise<Listing[]> {
      const rows = new Map((await queries.publishedAmong(ids, clock.now())).map((row) => [row.listing.id, row]));
      return ids.flatMap((id) => rows.get(id) ?? []).map(publicAnswer);
    },

    async listOfEnterprise(enterpriseId: string, query: z.output<typeof EnterpriseListingsQuery>) {
      const rows = await queries.listOfEnterprise(enterpriseId, query, clock.now());
      return page(rows.map((published) => ({ id: published.listing.id, published })), query, ({ published }) => publicSummary(published));
    },

    async versions(actor: Actor | undefined, id: string, query: PageQuery) {
      await visible(actor, id);
      const rows = await queries.listVersions(id, query);
      const shown = rows.slice(0, pageSize(query));
      const last = shown.at(-1);
      return {
        items: shown.map(({ version, publishedAt, fields, changes }) => ({ version, publishedAt, title: fields.title, changes })),
        nextCursor: last && rows.length > shown.length ? cursorOf(last.version) : null,
      };
    },

    async difference(actor: Actor | undefined, id: string, from: number, to: number): Promise<ListingDifference> {
      await visible(actor, id);
      const rows = new Map((await queries.findVersions(id, [from, to])).map((row) => [row.version, wholeFields(row.fields)]));
      return { from, to, changes: diffVersions(found(rows.get(from)), found(rows.get(to))) };
    },

    /** For a conversation: whose it is and who made it; nothing unless it is published. */
    async findListing(id: string) {
      const published = await queries.findPublished(id, clock.now());
      return published && { id, enterpriseId: published.listing.enterpriseId, title: published.version.fields.title, authorId: published.listing.createdBy };
    },

    /** For those who negotiate about it, whether or not it is still on display. */
    lastPublished: async (id: string): Promise<Listing> => publicAnswer(found(await queries.findLastPublished(id))),

    /** What search may know: published listings as everyone sees them, and no others. */
    published: {
      among: async (ids: readonly string[]): Promise<Listing[]> => (await queries.publishedAmong(ids, clock.now())).map(publicAnswer),
      /** At most `limit` that follow a listing, in the order of ids. */
      after: async (id: string | undefined, limit: number): Promise<Listing[]> => (await queries.publishedAfter(id, limit, clock.now())).map(publicAnswer),
    },

    /** Files that a listing on display shows are for everyone. */
    fileReader: (async (fileId) => ((await queries.isFileShown(fileId, clock.now())) ? 'everyone' : 'nobody')) satisfies FileReader,
  };
}
