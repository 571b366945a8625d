import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { TalkedOfState } from '@ganwan/shared/conversations/contract';
import type { LocalText } from '@ganwan/shared/values';
import type { Member } from '#platform/actor';
import type { Queries } from '#platform/database';
import { enterprises, members } from '#features/enterprises/table';
import { listingFiles, listings } from '#features/listings/table';
import { people } from '#features/people/table';
import { conversations, messages, participants, presences } from './table.ts';

export type Reader = Pick<Member, 'person' | 'enterprise'>;

/** Where a page of the inbox goes on: after this moment, and after this id within it. */
export interface After { activeAt: Date; id: string }

const publishers = alias(enterprises, 'publishers');
const enquirers = alias(enterprises, 'enquirers');

// Archived in stretches after its enterprise has closed: until then its own state says otherwise.
const state = sql<TalkedOfState>`case when ${publishers.closedAt} is not null then 'closed' when ${listings.expiresAt} <= now() and ${listings.state} = 'published' then 'expired' else coalesce(${listings.state}, 'archived') end`;
const unread = sql<number>`(select count(*)::int from ${messages} m where m.conversation_id = ${participants.conversationId} and m.seq > ${participants.readSeq} and m.sender_id <> ${participants.personId})`;
const messageFields = { id: messages.id, seq: messages.seq, body: messages.body, senderId: messages.senderId, files: messages.files, sentAt: messages.sentAt };

// The second half is the condition of the index.
const holdsFile = (fileId: string) => sql`${messages.files} @> ${JSON.stringify([{ id: fileId }])}::jsonb and ${messages.files} <> '[]'::jsonb`;

// By the database's clock, which also wrote the moments compared with it.
const ago = (seconds: number) => sql`now() - make_interval(secs => ${seconds}::int)`;

/** Every read starts from the reader's own place in a conversation: without one there is nothing to find. */
export function conversationQueries(db: Queries) {
  const readBy = ({ person, enterprise }: Reader) =>
    and(eq(participants.personId, person.id), eq(participants.enterpriseId, enterprise.id), isNull(participants.removedAt));

  const entries = (reader: Reader, where: SQL | undefined) =>
    db.select({
      id: conversations.id,
      listing: { id: conversations.listingId, title: conversations.title, state },
      publisher: { enterpriseId: publishers.id, names: publishers.names },
      enquirer: { enterpriseId: enquirers.id, names: enquirers.names },
      lastSeq: conversations.lastSeq,
      lastMessage: messageFields,
      openedAt: conversations.openedAt,
      activeAt: conversations.activeAt,
      closedAt: conversations.closedAt,
      reading: { readSeq: participants.readSeq, lastSeq: conversations.lastSeq, unread },
    }).from(participants)
      .innerJoin(conversations, eq(conversations.id, participants.conversationId))
      .innerJoin(publishers, eq(publishers.id, conversations.publisherId))
      .leftJoin(listings, eq(listings.id, conversations.listingId))
      .innerJoin(enquirers, eq(enquirers.id, conversations.enquirerId))
      .leftJoin(messages, and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.lastSeq)))
      .where(and(readBy(reader), where))
      .orderBy(desc(conversations.activeAt), desc(conversations.id));

  const stateOf = (which: SQL) =>
    db.select({ conversationId: conversations.id, state }).from(conversations)
      .innerJoin(publishers, eq(publishers.id, conversations.publisherId))
      .leftJoin(listings, eq(listings.id, conversations.listingId))
      .where(which);

  return {
    list: (reader: Reader, { after, limit, unreadOnly }: { after?: After | undefined; limit: number; unreadOnly: boolean }) =>
      entries(reader, and(
        after && or(lt(conversations.activeAt, after.activeAt), and(eq(conversations.activeAt, after.activeAt), lt(conversations.id, after.id))),
        unreadOnly ? gt(unread, 0) : undefined,
      )).limit(limit),

    find: async (reader: Reader, id: string) => (await entries(reader, eq(conversations.id, id))).at(0),

    countUnread: async (reader: Reader) =>
      (await db.select({ count: sql<number>`count(*)::int` }).from(participants).where(and(readBy(reader), gt(unread, 0)))).at(0)?.count ?? 0,

    /** Everyone ever let in, in the order they were. `active` needs both a place here and one in the enterprise. */
    membersOf: (conversationIds: string[]) =>
      db.select({
        conversationId: participants.conversationId,
        personId: participants.personId,
        name: people.name,
        enterpriseId: participants.enterpriseId,
        active: sql<boolean>`${participants.removedAt} is null and ${members.id} is not null`,
        readSeq: participants.readSeq,
        online: sql<boolean>`exists (select from ${presences} p where p.person_id = ${participants.personId} and p.expires_at > now())`,
      }).from(participants)
        .innerJoin(people, eq(people.id, participants.personId))
        .leftJoin(members, and(eq(members.organizationId, participants.enterpriseId), eq(members.userId, participants.personId)))
        .where(inArray(participants.conversationId, conversationIds))
        .orderBy(asc(participants.admittedAt), asc(participants.personId)),

    /** Who of those let in is there. */
    onlineIn: (conversationIds: string[]) =>
      db.select({ conversationId: participants.conversationId, personId: participants.personId }).from(participants)
        .innerJoin(presences, and(eq(presences.personId, participants.personId), gt(presences.expiresAt, sql`now()`)))
        .where(and(inArray(participants.conversationId, conversationIds), isNull(participants.removedAt)))
        .groupBy(participants.conversationId, participants.personId),

    /** How the listings of these conversations stand. */
    standings: (conversationIds: string[]) => stateOf(inArray(conversations.id, conversationIds)),

    /** The reader's place, with how far the conversation has got. */
    reading: (reader: Reader, conversationIds: string[]) =>
      db.select({ conversationId: participants.conversationId, readSeq: participants.readSeq, lastSeq: conversations.lastSeq, unread })
        .from(participants).innerJoin(conversations, eq(conversations.id, participants.conversationId))
        .where(and(readBy(reader), inArray(participants.conversationId, conversationIds))),

    /** Ascending; the `limit` just after `after`, or just before `before`, or the last ones. The caller has asked for `reading` first. */
    messages: async (conversationId: string, { after, before, limit }: { after?: number | undefined; before?: number | undefined; limit: number }) => {
      const forward = after !== undefined;
      const page = await db.select(messageFields).from(messages)
        .where(and(eq(messages.conversationId, conversationId), forward ? gt(messages.seq, after) : undefined, before !== undefined ? lt(messages.seq, before) : undefined))
        .orderBy(forward ? asc(messages.seq) : desc(messages.seq)).limit(limit);
      return forward ? page : page.reverse();
    },

    /** At most `limit` messages of each conversation after its seq, in one statement. */
    messagesAfter: async (asked: { conversationId: string; after: number }[], limit: number) => {
      if (asked.length === 0) return [];
      const wanted = sql`(values ${sql.join(asked.map(({ conversationId, after }) => sql`(${conversationId}::uuid, ${after}::int)`), sql`, `)}) as wanted(conversation_id, after)`;
      const missed = db.select({ conversationId: messages.conversationId, ...messageFields }).from(messages)
        .where(and(eq(messages.conversationId, sql`wanted.conversation_id`), gt(messages.seq, sql`wanted.after`)))
        .orderBy(asc(messages.seq)).limit(limit).as('missed');
      return db.select({ conversationId: missed.conversationId, id: missed.id, seq: missed.seq, body: missed.body, senderId: missed.senderId, files: missed.files, sentAt: missed.sentAt })
        .from(wanted).crossJoinLateral(missed).orderBy(asc(missed.conversationId), asc(missed.seq));
    },

    hasSeenFile: async (reader: Reader, fileId: string) =>
      (await db.select({ id: messages.id }).from(messages)
        .innerJoin(participants, eq(participants.conversationId, messages.conversationId))
        .where(and(readBy(reader), holdsFile(fileId))).limit(1)).length > 0,

    isFileSent: async (fileId: string) => (await db.select({ id: messages.id }).from(messages).where(holdsFile(fileId)).limit(1)).length > 0,

    /** A file that the last published version of a listing shows which the reader talks of. */
    hasListingFile: async (reader: Reader, fileId: string) =>
      (await db.select({ id: conversations.id }).from(listingFiles)
        .innerJoin(conversations, eq(conversations.listingId, listingFiles.listingId))
        .innerJoin(participants, eq(participants.conversationId, conversations.id))
        .where(and(readBy(reader), eq(listingFiles.fileId, fileId))).limit(1)).length > 0,

    /** Never back, and never past the last message. Undefined when nothing moved. */
    moveRead: async (reader: Reader, conversationId: string, seq: number) =>
      (await db.update(participants).set({ readSeq: sql`least(${seq}::int, ${conversations.lastSeq})` }).from(conversations)
        .where(and(readBy(reader), eq(participants.conversationId, conversationId), eq(conversations.id, participants.conversationId), lt(participants.readSeq, sql`least(${seq}::int, ${conversations.lastSeq})`)))
        .returning({ readSeq: participants.readSeq })).at(0),

    findByListing: async (listingId: string, enquirerId: string) =>
      (await db.select().from(conversations).where(and(eq(conversations.listingId, listingId), eq(conversations.enquirerId, enquirerId)))).at(0),

    /** Undefined when the enquirer has one about this listing already. */
    insert: async (row: { id: string; listingId: string; title: LocalText; publisherId: string; enquirerId: string }) =>
      (await db.insert(conversations).values(row).onConflictDoNothing({ target: [conversations.listingId, conversations.enquirerId] }).returning()).at(0),

    /** Conversations about these listings, with how each stands to the caller's transaction. */
    aboutListings: (listingIds: readonly string[]) => stateOf(inArray(conversations.listingId, [...listingIds])),

    /** Every conversation of an enterprise that is no more; held in the order of ids, as whoever writes in several holds them. */
    closeAll: async (enterpriseId: string) => {
      const theirs = db.select({ id: conversations.id }).from(conversations)
        .where(and(or(eq(conversations.publisherId, enterpriseId), eq(conversations.enquirerId, enterpriseId)), isNull(conversations.closedAt))).orderBy(asc(conversations.id)).for('update');
      return (await db.update(conversations).set({ closedAt: sql`now()` }).where(inArray(conversations.id, theirs)).returning({ id: conversations.id })).map(({ id }) => id);
    },

    /** Whoever changes who is in a conversation takes turns on its row. */
    lock: async (id: string) => (await db.select().from(conversations).where(eq(conversations.id, id)).for('update')).at(0),

    admit: (conversationId: string, enterpriseId: string, personId: string, admittedBy: string) =>
      db.insert(participants).values({ conversationId, personId, enterpriseId, admittedBy })
        .onConflictDoUpdate({ target: [participants.conversationId, participants.personId], set: { enterpriseId, admittedBy, admittedAt: sql`now()`, removedAt: null, removedBy: null, changedAt: sql`now()` }, setWhere: sql`${participants.removedAt} is not null` }),

    remove: async (conversationId: string, enterpriseId: string, personId: string, removedBy: string) =>
      (await db.update(participants).set({ removedAt: sql`now()`, removedBy, changedAt: sql`now()` })
        .where(and(eq(participants.conversationId, conversationId), eq(participants.personId, personId), eq(participants.enterpriseId, enterpriseId), isNull(participants.removedAt))).returning({ personId: participants.personId })).at(0),

    /** Members of the enterprise: those of the given persons, or its owners and admins. */
    colleagues: (enterpriseId: string, personIds: string[] | 'leading') =>
      db.select({ personId: members.userId }).from(members)
        .where(and(eq(members.organizationId, enterpriseId), personIds === 'leading' ? inArray(members.role, ['owner', 'admin']) : inArray(members.userId, personIds))),

    /** The conversations of which a socket of this reader hears. */
    idsOf: async (reader: Reader) =>
      (await db.select({ id: participants.conversationId }).from(participants).where(readBy(reader))).map(({ id }) => id),

    idsOfPeople: (personIds: string[]) =>
      db.select({ personId: participants.personId, conversationId: participants.conversationId }).from(participants)
        .where(and(inArray(participants.personId, personIds), isNull(participants.removedAt))),

    /** How far those of the given conversations have got that were spoken in during the last seconds. */
    heads: (ids: string[], seconds: number) =>
      db.select({ conversationId: conversations.id, lastSeq: conversations.lastSeq }).from(conversations).where(and(inArray(conversations.id, ids), gte(conversations.activeAt, ago(seconds)))),

    changesSince: (seconds: number) =>
      db.select({ conversationId: participants.conversationId, personId: participants.personId, enterpriseId: participants.enterpriseId, removedAt: participants.removedAt })
        .from(participants).where(gte(participants.changedAt, ago(seconds))),
  };
}
