import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { conversationEvents, conversations, type Conversation, type InboxEntry, type Message } from '@ganwan/shared/conversations/contract';
import { typingMs } from '@ganwan/shared/conversations/rules';
import type { Outgoing } from '@ganwan/shared/conversations/timeline';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Api } from '#lib/api.ts';
import { realtime } from '#lib/realtime.svelte.ts';
import { Composer } from './composer.svelte.ts';
import { unsent } from './unsent.ts';

/** Said on this device and not known to have arrived. */
type Waiting = Pick<Outgoing, 'id' | 'body' | 'files'>;

export interface Self {
  personId: string;
  enterpriseId: string;
}

const alone = (entry: InboxEntry): InboxEntry => ({ ...entry, members: entry.members.map((member) => ({ ...member, online: false })) });
const lastSpoken = ({ lastMessage, openedAt }: InboxEntry): number => (lastMessage?.sentAt ?? openedAt).getTime();

/** Every conversation this tab knows of. What the server announces enters here, one's own doings included. */
export class Inbox {
  readonly self: Self;
  readonly #api: Api;
  readonly #entries = new SvelteMap<string, InboxEntry>();
  readonly #typing = new SvelteMap<string, string[]>();
  readonly #waiting = new SvelteMap<string, readonly Waiting[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #asked = new Set<string>();
  readonly #composers = new Map<string, Composer>();
  #nextCursor = $state<string | null>(null);

  constructor(api: Api, self: Self) {
    this.#api = api;
    this.self = self;
  }

  /** Who is there is only known while the connection is: without it nobody is claimed to be. */
  readonly #known: ReadonlyMap<string, InboxEntry> = $derived(realtime.connection === 'lost' || realtime.connection === 'signed_out' ? new Map([...this.#entries].map(([id, entry]) => [id, alone(entry)])) : this.#entries);
  /** The last spoken in first. */
  readonly entries: readonly InboxEntry[] = $derived([...this.#known.values()].sort((a, b) => lastSpoken(b) - lastSpoken(a)));

  get nextCursor(): string | null {
    return this.#nextCursor;
  }

  entry(id: string): InboxEntry | undefined {
    return this.#known.get(id);
  }

  /** What the reader is writing there; its files go on being sent while they look at another conversation. */
  composer(id: string): Composer {
    const composer = this.#composers.get(id) ?? new Composer(this.self.personId, id);
    this.#composers.set(id, composer);
    return composer;
  }

  /** Names of those who are writing in a conversation now, the reader left out. */
  typing(id: string): string[] {
    const writing = this.#typing.get(id) ?? [];
    return this.#known.get(id)?.members.filter(({ personId }) => writing.includes(personId)).map(({ name }) => name) ?? [];
  }

  /** The last that was said there and has not arrived. */
  waiting(id: string): Waiting | undefined {
    return this.#waiting.get(id)?.at(-1);
  }

  /** What is on its way in a conversation, after every change; what was said in another tab stays its own. */
  keepWaiting(id: string, before: readonly Outgoing[], now: readonly Outgoing[]): void {
    for (const one of now) if (!before.includes(one)) unsent.keep(this.self.personId, id, one);
    for (const one of before) if (!now.some((other) => other.id === one.id)) unsent.drop(this.self.personId, id, one.id);
    this.#wait(id, now);
  }

  #wait(id: string, waiting: readonly Waiting[]): void {
    if (waiting.length > 0) this.#waiting.set(id, waiting);
    else this.#waiting.delete(id);
  }

  /** Takes what a page was loaded with. An older answer never undoes what was announced meanwhile. */
  take(entries: readonly InboxEntry[]): void {
    for (const entry of entries) {
      const known = this.#entries.get(entry.id);
      if (known && known.lastSeq > entry.lastSeq) continue;
      // The pointer never goes back: an answer may have been written before one's own last reading.
      const reading = known && known.reading.readSeq > entry.reading.readSeq && known.lastSeq === entry.lastSeq ? known.reading : entry.reading;
      this.#entries.set(entry.id, { ...entry, reading });
    }
  }

  follow(nextCursor: string | null): void {
    this.#nextCursor = nextCursor;
  }

  async more(): Promise<void> {
    if (this.#nextCursor === null) return;
    const { items, nextCursor } = await this.#api.call(conversations.list, { query: { cursor: this.#nextCursor, limit: 30 } });
    this.take(items);
    this.#nextCursor = nextCursor;
  }

  /** Hears everything, and asks for what was missed on every connection. The answer stops it. */
  listen(): () => void {
    const stops = [
      realtime.on(conversationEvents, 'message:added', ({ conversationId, messages }) => this.#added(conversationId, messages)),
      realtime.on(conversationEvents, 'conversation:head', ({ conversationId, lastSeq }) => (this.#entries.get(conversationId)?.lastSeq ?? -1) < lastSeq && void this.refresh(conversationId)),
      realtime.on(conversationEvents, 'conversation:changed', (conversation) => this.#changed(conversation)),
      realtime.on(conversationEvents, 'conversation:listing', ({ conversationId, state }) => this.#alter(conversationId, (entry) => ({ ...entry, listing: { ...entry.listing, state } }))),
      realtime.on(conversationEvents, 'conversation:closed', ({ conversationId }) => this.#entries.has(conversationId) && void this.refresh(conversationId)),
      realtime.on(conversationEvents, 'conversation:gone', ({ conversationId }) => void this.#entries.delete(conversationId)),
      realtime.on(conversationEvents, 'read:moved', ({ conversationId, personId, reading }) => {
        const own = personId === this.self.personId;
        this.#alter(conversationId, (entry) => ({
          ...entry,
          ...(own && reading.readSeq >= entry.reading.readSeq && { reading }),
          members: entry.members.map((member) => (member.personId === personId ? { ...member, readSeq: Math.max(member.readSeq, reading.readSeq) } : member)),
        }));
      }),
      realtime.on(conversationEvents, 'typing', ({ conversationId, personId }) => this.#typed(conversationId, personId)),
      realtime.on(conversationEvents, 'presence', ({ personId, online }) => {
        for (const { id, members } of this.#entries.values()) {
          if (members.some((member) => member.personId === personId && member.online !== online)) {
            this.#alter(id, (entry) => ({ ...entry, members: entry.members.map((member) => (member.personId === personId ? { ...member, online } : member)) }));
          }
        }
      }),
      realtime.onOpen(() => void this.#catchUp()),
    ];
    for (const id of unsent.conversations(this.self.personId)) this.#wait(id, unsent.load(this.self.personId, id));
    void realtime.start();
    return () => {
      for (const stop of stops) stop();
      for (const timer of this.#timers.values()) clearTimeout(timer);
    };
  }

  /** Asks for one conversation as it stands. */
  async refresh(id: string): Promise<void> {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    try {
      this.#entries.set(id, await this.#api.call(conversations.show, { params: { id } }));
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.code === 'not_found') this.#entries.delete(id);
    } finally {
      this.#asked.delete(id);
    }
  }

  /** Moves the reader's own pointer; the server's word about it comes back to every device of theirs. */
  async read(id: string, seq: number): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry || entry.reading.readSeq >= seq) return;
    this.#alter(id, (known) => ({ ...known, reading: { ...known.reading, readSeq: seq, unread: seq >= known.lastSeq ? 0 : known.reading.unread } }));
    const reading = await this.#api.call(conversations.read, { params: { id }, body: { seq } }).catch(() => undefined);
    if (reading) this.#alter(id, (known) => ({ ...known, reading: reading.readSeq >= known.reading.readSeq && reading.lastSeq >= known.lastSeq ? reading : known.reading }));
  }

  async #catchUp(): Promise<void> {
    try {
      const known = [...this.#entries.values()].slice(0, 200).map(({ id, lastSeq }) => ({ conversationId: id, after: lastSeq }));
      const [{ items }, { conversations: missed, gone }] = await Promise.all([
        this.#api.call(conversations.list, { query: { limit: 30 } }),
        this.#api.call(conversations.catchUp, { body: { conversations: known } }),
      ]);
      this.take(items);
      for (const id of gone) this.#entries.delete(id);
      const told = new Set([...items.map(({ id }) => id), ...missed.map(({ conversationId }) => conversationId)]);
      for (const [id, entry] of [...this.#entries]) if (!told.has(id)) this.#entries.set(id, alone(entry));
      for (const { conversationId, messages, online, listing } of missed) {
        this.#added(conversationId, messages);
        // Who came and went meanwhile was not heard, nor how the listing changed.
        this.#alter(conversationId, (entry) => ({ ...entry, listing: { ...entry.listing, state: listing }, members: entry.members.map((member) => ({ ...member, online: online.includes(member.personId) })) }));
      }
    } catch (failure) {
      // Removed from the enterprise while this was open: nothing of it stays on the screen.
      if (failure instanceof ApiFailure && failure.status === 403) this.#entries.clear();
      // Anything else the next connection asks again; the socket goes on announcing meanwhile.
    }
  }

  #added(id: string, messages: readonly Message[]): void {
    const entry = this.#entries.get(id);
    const last = messages.at(-1);
    if (!last) return;
    const arrived = new Set(messages.map((message) => message.id));
    this.#wait(id, (this.#waiting.get(id) ?? []).filter((one) => !arrived.has(one.id)));
    if (!entry) return void this.refresh(id);
    const fresh = messages.filter(({ seq }) => seq > entry.lastSeq);
    if (fresh.length === 0) return;
    for (const { senderId } of fresh) this.#hush(id, senderId);
    const unread = entry.reading.unread + fresh.filter(({ senderId, seq }) => senderId !== this.self.personId && seq > entry.reading.readSeq).length;
    this.#entries.set(id, { ...entry, lastSeq: last.seq, lastMessage: last, reading: { ...entry.reading, lastSeq: last.seq, unread } });
  }

  #changed(conversation: Conversation): void {
    const entry = this.#entries.get(conversation.id);
    // What the reader may do there is not announced; it depends on who they are.
    if (!entry || entry.members.length !== conversation.members.length) void this.refresh(conversation.id);
    if (entry) this.#entries.set(entry.id, { ...entry, ...conversation, lastSeq: Math.max(entry.lastSeq, conversation.lastSeq), lastMessage: entry.lastSeq > conversation.lastSeq ? entry.lastMessage : conversation.lastMessage });
  }

  #typed(id: string, personId: string): void {
    if (personId === this.self.personId) return;
    const key = `${id} ${personId}`;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => this.#hush(id, personId), typingMs));
    const writing = this.#typing.get(id) ?? [];
    if (!writing.includes(personId)) this.#typing.set(id, [...writing, personId]);
  }

  #hush(id: string, personId: string): void {
    const writing = this.#typing.get(id);
    if (writing?.includes(personId)) this.#typing.set(id, writing.filter((one) => one !== personId));
  }

  #alter(id: string, change: (entry: InboxEntry) => InboxEntry): void {
    const entry = this.#entries.get(id);
    if (entry) this.#entries.set(id, change(entry));
  }
}

export const [inboxOf, provideInbox] = createContext<Inbox>();
