import { v7 as uuidv7 } from 'uuid';
import { Attachment, type CaughtUp, type Conversation, type conversationEvents, type InboxEntry, type Message, type MessageDraft, type Reading, type Sent } from '@ganwan/shared/conversations/contract';
import type { Listing } from '@ganwan/shared/listings/contract';
import { pageSize, type PageQuery } from '@ganwan/shared/page';
import type { LocalText } from '@ganwan/shared/values';
import { isMember, type Actor, type Member } from '#platform/actor';
import type { Announce } from '#platform/announce';
import type { Database, Queries } from '#platform/database';
import { Failure, found, refuse } from '#platform/failure';
import { inTransaction, type AfterCommit } from '#platform/transaction';
import { holdOpen } from '#features/enterprises/service';
import { attachFiles } from '#features/files/service';
import { cursorOf, readCursor } from './cursor.ts';
import type { Doors } from './doors.ts';
import { may } from './policy.ts';
import { conversationQueries, type Reader } from './queries.ts';
import type { Writer } from './writer.ts';

/** What a conversation needs to know of the listing it is about. */
export interface AskedListing { id: string; enterpriseId: string; title: LocalText; authorId: string | null }

interface Needs {
  db: Database;
  writer: Writer;
  doors: Doors;
  announce: Announce<typeof conversationEvents>;
  /** A published listing, or nothing. */
  findListing(id: string): Promise<AskedListing | undefined>;
  /** As it was last published. Throws `not_found` when it never was. */
  lastPublished(id: string): Promise<Listing>;
}

type Entry = NonNullable<Awaited<ReturnType<ReturnType<typeof conversationQueries>['find']>>>;

/** Messages of one conversation that one answer carries at most. */
const catchUpSize = 100;

export function conversationService({ db, writer, doors, announce, findListing, lastPublished }: Needs) {
  const queries = conversationQueries(db);

  async function entriesOf(reader: Member, entries: Entry[], on: Queries = db): Promise<InboxEntry[]> {
    const members = Map.groupBy(entries.length === 0 ? [] : await conversationQueries(on).membersOf(entries.map(({ id }) => id)), (member) => member.conversationId);
    const can = { write: may.write(reader.enterprise.role), admit: may.admit(reader.enterprise.role) };
    return entries.map((entry) => ({ ...entry, members: members.get(entry.id) ?? [], can: entry.closedAt === null ? can : { write: false, admit: false } }));
  }

  const show = async (reader: Member, id: string, on: Queries = db): Promise<InboxEntry> =>
    (await entriesOf(reader, [found(await conversationQueries(on).find(reader, id))], on))[0]!;

  const readingOf = async (reader: Reader, id: string): Promise<Reading> => found((await queries.reading(reader, [id])).at(0));

  async function ownFiles(actor: Member, ids: string[]): Promise<Attachment[]> {
    const files = await attachFiles(db, actor.enterprise.id, ids);
    if (files.length < ids.length) throw refuse('fileIds', 'not_found');
    return files.map((file) => Attachment.parse(file));
  }

  const changed = (conversation: Conversation) => announce(doors.of(conversation.id), 'conversation:changed', conversation);

  return {
    show,

    /** Those who negotiate can read what they talk of, also when the public no longer can. */
    listing: async (reader: Member, id: string): Promise<Listing> => lastPublished(found(await queries.find(reader, id)).listing.id),

    /** A file sent in a conversation, or shown by the listing it is about, may be read by everyone in it. */
    showsFile: async (fileId: string, actor: Actor | undefined): Promise<'actor' | 'others' | 'nobody'> => {
      if (actor && isMember(actor) && ((await queries.hasSeenFile(actor, fileId)) || (await queries.hasListingFile(actor, fileId)))) return 'actor';
      return (await queries.isFileSent(fileId)) ? 'others' : 'nobody';
    },

    /** The enquirer's own conversation about a listing, opened on first asking. Both sides start with whom it concerns; each lets in others. */
    async open(actor: Member, listingId: string): Promise<InboxEntry> {
      const listing = await findListing(listingId);
      // No longer on display: who has talked of it before goes on, everyone else finds nothing.
      if (!listing) return show(actor, found(await queries.findByListing(listingId, actor.enterprise.id)).id);
      if (listing.enterpriseId === actor.enterprise.id) throw refuse('listingId', 'own_listing');
      const opened = await inTransaction(db, async (tx, afterCommit) => {
        found(await holdOpen(tx, listing.enterpriseId, actor.enterprise.id));
        const inside = conversationQueries(tx);
        const made = await inside.insert({ id: uuidv7(), listingId, title: listing.title, publisherId: listing.enterpriseId, enquirerId: actor.enterprise.id });
        if (!made) return undefined;
        const host = [...(await inside.colleagues(listing.enterpriseId, 'leading')), ...(listing.authorId ? await inside.colleagues(listing.enterpriseId, [listing.authorId]) : [])];
        await inside.admit(made.id, actor.enterprise.id, actor.person.id, actor.person.id);
        for (const personId of new Set(host.map((colleague) => colleague.personId))) await inside.admit(made.id, listing.enterpriseId, personId, actor.person.id);
        const entry = await show(actor, made.id, tx);
        afterCommit(() => {
          for (const member of entry.members) doors.open(made.id, member.personId, member.enterpriseId);
          changed(entry);
        });
        return entry;
      });
      if (opened) return opened;
      const existing = found(await queries.findByListing(listingId, actor.enterprise.id));
      if (!(await queries.find(actor, existing.id))) throw new Failure('not_allowed');
      return show(actor, existing.id);
    },

    async list(reader: Member, query: PageQuery & { unread?: 'true' | undefined }): Promise<{ items: InboxEntry[]; nextCursor: string | null }> {
      const limit = pageSize(query);
      const page = await queries.list(reader, { after: readCursor(query.cursor), limit: limit + 1, unreadOnly: query.unread === 'true' });
      const items = page.slice(0, limit);
      return { items: await entriesOf(reader, items), nextCursor: page.length > limit ? cursorOf(items.at(-1)!) : null };
    },

    unread: async (reader: Member): Promise<{ conversations: number }> => ({ conversations: await queries.countUnread(reader) }),

    async messages(reader: Member, id: string, query: { before?: number | undefined; after?: number | undefined; limit?: number | undefined }): Promise<{ messages: Message[]; lastSeq: number }> {
      const { lastSeq } = await readingOf(reader, id);
      return { messages: await queries.messages(id, { ...query, limit: pageSize(query) }), lastSeq };
    },

    async catchUp(reader: Member, asked: { conversationId: string; after: number }[]): Promise<CaughtUp> {
      // An id may be typed in capitals; it is answered as the database writes it.
      const after = new Map(asked.map((one) => [one.conversationId.toLowerCase(), one.after]));
      const readings = after.size === 0 ? [] : await queries.reading(reader, [...after.keys()]);
      const behind = readings.map(({ conversationId }) => ({ conversationId, after: after.get(conversationId)! }));
      const ids = behind.map(({ conversationId }) => conversationId);
      const [missed, online, standings] = ids.length === 0 ? [[], [], []] : await Promise.all([queries.messagesAfter(behind, catchUpSize), queries.onlineIn(ids), queries.standings(ids)]);
      const messages = Map.groupBy(missed, (message) => message.conversationId);
      const there = Map.groupBy(online, (one) => one.conversationId);
      const stands = new Map(standings.map(({ conversationId, state }) => [conversationId, state]));
      const mine = new Set(readings.map(({ conversationId }) => conversationId));
      return {
        conversations: readings.map(({ conversationId, ...reading }) => ({ conversationId, reading, messages: messages.get(conversationId) ?? [], listing: stands.get(conversationId)!, online: (there.get(conversationId) ?? []).map(({ personId }) => personId) })),
        gone: [...after.keys()].filter((id) => !mine.has(id)),
      };
    },

    /** Whether the sender may is decided by the statement that writes. */
    async send(actor: Member, conversationId: string, { id, body, fileIds }: MessageDraft): Promise<Sent> {
      const files = fileIds.length === 0 ? [] : await ownFiles(actor, [...new Set(fileIds)]);
      return writer.write({ id, conversationId, senderId: actor.person.id, enterpriseId: actor.enterprise.id, body, files })
        .catch(async (refusal: unknown) => { throw (await queries.find(actor, conversationId))?.closedAt ? new Failure('conversation_closed') : refusal; });
    },

    /** With an enterprise of theirs, in the transaction that closes it: the other side reads on, and nobody writes. */
    async closeAll(tx: Queries, afterCommit: AfterCommit, { enterpriseId }: { enterpriseId: string }): Promise<void> {
      const ids = await conversationQueries(tx).closeAll(enterpriseId);
      afterCommit(() => ids.forEach((conversationId) => announce(doors.of(conversationId), 'conversation:closed', { conversationId })));
    },

    /** In the transaction that changed the listings: those who talk of them hear how they stand once it is so for everyone. */
    async listingsChanged(tx: Queries, listingIds: readonly string[], afterCommit: AfterCommit): Promise<void> {
      const about = await conversationQueries(tx).aboutListings(listingIds);
      afterCommit(() => about.forEach((now) => announce(doors.of(now.conversationId), 'conversation:listing', now)));
    },

    async read(reader: Member, id: string, seq: number): Promise<Reading> {
      const moved = await queries.moveRead(reader, id, seq);
      const reading = await readingOf(reader, id);
      if (moved) announce(doors.of(id), 'read:moved', { conversationId: id.toLowerCase(), personId: reader.person.id, reading });
      return reading;
    },

    admit: (actor: Member, id: string, personId: string): Promise<InboxEntry> =>
      inTransaction(db, async (tx, afterCommit) => {
        found(await holdOpen(tx, actor.enterprise.id));
        const inside = conversationQueries(tx);
        const conversation = found(await inside.lock(id));
        const own = [conversation.publisherId, conversation.enquirerId].includes(actor.enterprise.id);
        const isIn = own && (await inside.find(actor, id)) !== undefined;
        if (!isIn && !(own && may.admitFromOutside(actor.enterprise.role))) throw new Failure('not_found');
        if (conversation.closedAt) throw new Failure('conversation_closed');
        found((await inside.colleagues(actor.enterprise.id, [personId])).at(0));
        await inside.admit(id, actor.enterprise.id, personId, actor.person.id);
        const entry = await show({ ...actor, person: { ...actor.person, id: personId } }, id, tx);
        afterCommit(() => {
          doors.open(id, personId, actor.enterprise.id);
          changed(entry);
        });
        return isIn ? show(actor, id, tx) : entry;
      }),

    remove: (actor: Member, id: string, personId: string): Promise<{ ok: true }> =>
      inTransaction(db, async (tx, afterCommit) => {
        const inside = conversationQueries(tx);
        found(await inside.lock(id));
        const before = await show(actor, id, tx);
        const mates = before.members.filter((member) => member.active && member.enterpriseId === actor.enterprise.id);
        found(mates.find((member) => member.personId === personId));
        // A side without anyone could never answer again.
        if (mates.length === 1) throw new Failure('conflict');
        await inside.remove(id, actor.enterprise.id, personId, actor.person.id);
        const members = before.members.map((member) => (member.personId === personId ? { ...member, active: false } : member));
        afterCommit(() => {
          doors.close(id, personId, actor.enterprise.id);
          changed({ ...before, members });
        });
        return { ok: true };
      }),
  };
}
