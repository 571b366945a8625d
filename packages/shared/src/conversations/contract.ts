import { z } from 'zod';
import { events } from '../event.ts';
import { FailureBody } from '../failures.ts';
import { StoredFile } from '../files/contract.ts';
import { Listing } from '../listings/contract.ts';
import { PageQuery, pageOf } from '../page.ts';
import { contract } from '../route.ts';
import { ClientId, Id, Instant, LocalText } from '../values.ts';
import { messageLongest, messageText } from './rules.ts';

/** The place of a message in its conversation: 1, 2, 3 ... without a gap. 0 stands before the first. */
export const Seq = z.number().int().min(0).max(2_147_483_647);
const SeqQuery = z.coerce.number().int().min(0).max(2_147_483_647);

/** What a person may write. No defaults and no refinements here; `MessageDraft` has them. */
const MessageFields = z.strictObject({
  /** Made by the client before the first attempt and kept for every further one: sending twice makes one message. */
  id: ClientId,
  /** Judged after `messageText` has put it into its normal form. */
  body: z.string().overwrite(messageText).max(messageLongest),
  fileIds: z.array(Id).max(10),
});

const saysSomething = { check: (draft: { body: string; fileIds: string[] }) => draft.body !== '' || draft.fileIds.length > 0, told: { path: ['body'], params: { code: 'required' } } };

export const MessageDraft = MessageFields.refine(saysSomething.check, saysSomething.told);

/** A file as the conversation shows it; its bytes are the files feature's. */
export const Attachment = StoredFile.omit({ createdAt: true });

/** What was accepted is not judged again on its way out: the body is a plain string here. */
export const Message = z.object({
  id: Id,
  seq: Seq,
  body: z.string(),
  senderId: Id,
  files: z.array(Attachment),
  sentAt: Instant,
});

/** How the listing stands when the conversation is read; `closed` with the enterprise that published it. Only `published` has a page for everyone. */
export const TalkedOfState = z.enum(['published', 'paused', 'expired', 'archived', 'closed']);
export type TalkedOfState = z.output<typeof TalkedOfState>;

const Side = z.object({ enterpriseId: Id, names: LocalText });

/** Someone a side has let in. Those who left stay listed (`active` false), so that their messages keep a name. */
export const ConversationMember = z.object({
  personId: Id,
  name: z.string(),
  enterpriseId: Id,
  active: z.boolean(),
  readSeq: Seq,
  online: z.boolean(),
});

/** The same for everyone in it. */
export const Conversation = z.object({
  id: Id,
  listing: z.object({ id: Id, title: LocalText, state: TalkedOfState }),
  /** The enterprise that published the listing, and the one that asked about it. */
  publisher: Side,
  enquirer: Side,
  members: z.array(ConversationMember),
  lastSeq: Seq,
  lastMessage: Message.nullable(),
  openedAt: Instant,
  /** When one of the two enterprises closed: from then on it is only read. */
  closedAt: Instant.nullable(),
});

/** Where one member stands: `unread` counts what others wrote after `readSeq`, as of `lastSeq`. */
export const Reading = z.object({ readSeq: Seq, lastSeq: Seq, unread: z.number().int() });

/** A conversation as the person who asks sees it. */
export const InboxEntry = z.object({
  ...Conversation.shape,
  reading: Reading,
  can: z.object({ write: z.boolean(), admit: z.boolean() }),
});

export const CatchUp = z.strictObject({ conversations: z.array(z.strictObject({ conversationId: Id, after: Seq })).max(200) });

/** `messages` follow `after` in order, 100 at most a conversation; ask again while the last one is before `lastSeq`. `online` is who of those let in is there, `listing` how what they talk of stands. */
export const CaughtUp = z.object({
  conversations: z.array(z.object({ conversationId: Id, reading: Reading, messages: z.array(Message), online: z.array(Id), listing: TalkedOfState })),
  /** Asked for, but not (or no longer) the reader's to see. */
  gone: z.array(Id),
});

/** Given after the commit. */
export const Sent = z.object({ seq: Seq, sentAt: Instant });

const ByConversation = z.object({ id: Id });
const ByMember = z.object({ id: Id, personId: Id });

export const conversations = contract({
  open: { method: 'POST', path: '/api/conversations', summary: 'Open the conversation of your enterprise about a listing; the one that exists is answered.', access: 'member', rate: 30, body: z.strictObject({ listingId: Id }), response: InboxEntry },
  list: { method: 'GET', path: '/api/conversations', summary: 'Your inbox, the last spoken in first.', access: 'viewer', query: PageQuery.extend({ unread: z.enum(['true']).optional() }), response: pageOf(InboxEntry) },
  unread: { method: 'GET', path: '/api/conversations/unread', summary: 'How many of your conversations have something unread.', access: 'viewer', response: z.object({ conversations: z.number().int() }) },
  catchUp: { method: 'POST', path: '/api/conversations/catch-up', summary: 'What was said since, in many conversations at once.', access: 'viewer', rate: 600, body: CatchUp, response: CaughtUp },
  show: { method: 'GET', path: '/api/conversations/:id', summary: 'One conversation.', access: 'viewer', params: ByConversation, response: InboxEntry },
  listing: { method: 'GET', path: '/api/conversations/:id/listing', summary: 'The listing the conversation is about, as it was last published, whether or not it is still on display.', access: 'viewer', params: ByConversation, response: Listing },
  messages: { method: 'GET', path: '/api/conversations/:id/messages', summary: 'A page of messages in order: those just before a seq, just after one, or the last.', access: 'viewer', params: ByConversation, query: z.strictObject({ before: SeqQuery.optional(), after: SeqQuery.optional(), limit: PageQuery.shape.limit }), response: z.object({ messages: z.array(Message), lastSeq: Seq }) },
  send: { method: 'POST', path: '/api/conversations/:id/messages', summary: 'Say something. Sending the same id again answers with the same seq.', access: 'member', rate: 600, params: ByConversation, body: MessageDraft, response: Sent },
  read: { method: 'PUT', path: '/api/conversations/:id/read', summary: 'Move your read pointer forward; it never goes back.', access: 'viewer', rate: 600, params: ByConversation, body: z.strictObject({ seq: Seq }), response: Reading },
  admit: { method: 'PUT', path: '/api/conversations/:id/members/:personId', summary: 'Let a member of your own enterprise in.', access: 'member', params: ByMember, response: InboxEntry },
  remove: { method: 'DELETE', path: '/api/conversations/:id/members/:personId', summary: 'Take a member of your own enterprise out, or leave.', access: 'member', params: ByMember, response: z.object({ ok: z.literal(true) }) },
});

/** What arrives on a socket without being asked for. Each event may come twice, late or not at all: `seq` heals. */
export const conversationEvents = events({
  /** New messages of one conversation in order, the reader's own included: the one way a message gets onto a screen. */
  'message:added': z.object({ conversationId: Id, messages: z.array(Message) }),
  /** How far a conversation has got; whoever is behind asks to catch up. */
  'conversation:head': z.object({ conversationId: Id, lastSeq: Seq }),
  /** Opened, or its members changed. */
  'conversation:changed': Conversation,
  /** The listing it is about was paused, shown again, archived, or its last day is over. */
  'conversation:listing': z.object({ conversationId: Id, state: TalkedOfState }),
  /** One of the two enterprises is no more: nobody writes here any longer. */
  'conversation:closed': z.object({ conversationId: Id }),
  /** The reader was taken out. */
  'conversation:gone': z.object({ conversationId: Id }),
  'read:moved': z.object({ conversationId: Id, personId: Id, reading: Reading }),
  /** Holds for `typingMs` (see rules) from its arrival, or until a message of the person comes. */
  typing: z.object({ conversationId: Id, personId: Id }),
  presence: z.object({ personId: Id, online: z.boolean() }),
});

const Refusal = FailureBody.omit({ requestId: true });

/** What a client may say on a socket, `emit(name, payload, answer => ...)`. Every answer is the value or a refusal. */
export const conversationCommands = {
  'message:send': { payload: MessageFields.extend({ conversationId: Id }).refine(saysSomething.check, saysSomething.told), answer: z.union([Sent, Refusal]) },
  'read:move': { payload: z.strictObject({ conversationId: Id, seq: Seq }), answer: z.union([Reading, Refusal]) },
  /** No answer; at most one every two seconds is passed on. */
  typing: { payload: z.strictObject({ conversationId: Id }), answer: z.undefined() },
} as const;

export type MessageDraft = z.output<typeof MessageDraft>;
export type Attachment = z.output<typeof Attachment>;
export type Message = z.output<typeof Message>;
export type ConversationMember = z.output<typeof ConversationMember>;
export type Conversation = z.output<typeof Conversation>;
export type Reading = z.output<typeof Reading>;
export type InboxEntry = z.output<typeof InboxEntry>;
export type CaughtUp = z.output<typeof CaughtUp>;
export type Sent = z.output<typeof Sent>;
export type Refusal = z.output<typeof Refusal>;
export type SendMessage = z.output<(typeof conversationCommands)['message:send']['payload']>;
