import { v7 as newId } from 'uuid';
import { type Attachment, conversationCommands, conversationEvents, conversations, type Message } from '@ganwan/shared/conversations/contract';
import { messageText, typingEveryMs } from '@ganwan/shared/conversations/rules';
import { acknowledged, goesOnByItself, goingOn, missingAfter, olderBefore, type Outgoing, refused, saying, sayingAgain, shown, type Timeline, timelineOf, toSend, withdrawn, withHead, withMessages } from '@ganwan/shared/conversations/timeline';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Api } from '#lib/api.ts';
import { clock } from '#lib/clock.svelte.ts';
import { realtime } from '#lib/realtime.svelte.ts';
import type { Inbox } from './inbox.svelte.ts';
import type { Say } from './say.ts';
import { unsent } from './unsent.ts';

/** A break shorter than this is not worth a word: what is being sent goes out when it is over. Milliseconds. */
const patience = 10_000;

/** One open conversation: what was said, in order and without gaps, and what is on its way. */
export class Talk {
  readonly id: string;
  /** How far the reader had read when they came in. */
  readonly readSeq: number;
  readonly #api: Api;
  readonly #inbox: Inbox;
  #timeline: Timeline;
  #delivering = false;
  #filling: Promise<boolean> | undefined;
  #typedAt = 0;

  constructor(api: Api, inbox: Inbox, id: string, messages: readonly Message[]) {
    const { reading } = inbox.entry(id) ?? { reading: { readSeq: 0, lastSeq: 0, unread: 0 } };
    this.#api = api;
    this.#inbox = inbox;
    this.id = id;
    this.readSeq = reading.readSeq;
    this.#timeline = $state.raw(timelineOf(inbox.self.personId, reading, messages));
  }

  readonly #shown: readonly Message[] = $derived.by(() => shown(this.#timeline));
  readonly says: readonly Say[] = $derived.by(() => [
    ...this.#shown.map((message): Say => ({ ...message, at: message.sentAt, state: 'sent', failure: null })),
    ...this.#timeline.outgoing.map((one): Say => ({ ...one, seq: null, senderId: this.#inbox.self.personId })),
  ]);

  get lastSeq(): number {
    return this.#shown.at(-1)?.seq ?? 0;
  }

  /** Whether the first message of the conversation is among them. */
  get beginning(): boolean {
    return olderBefore(this.#timeline) === null;
  }

  listen(): () => void {
    this.#become(unsent.load(this.#inbox.self.personId, this.id).reduce((timeline, one) => refused(saying(timeline, one), one.id, one.failure ?? 'unavailable'), this.#timeline));
    this.take([...this.#timeline.known.values()]);
    const stops = [
      unsent.takeInHand(this.id),
      realtime.on(conversationEvents, 'message:added', ({ conversationId, messages }) => conversationId === this.id && this.take(messages)),
      realtime.on(conversationEvents, 'conversation:head', ({ conversationId, lastSeq }) => conversationId === this.id && this.#fill(lastSeq)),
      realtime.onOpen(() => void this.#askAndGoOn()),
    ];
    // Where a network lets no socket through, asking now and then still works; so it does when what failed was not the network.
    const timer = setInterval(() => (realtime.connection !== 'open' || this.#timeline.outgoing.some((one) => goesOnByItself(one, clock.moment()))) && void this.#askAndGoOn(), 15_000);
    return () => {
      for (const stop of stops) stop();
      clearInterval(timer);
    };
  }

  /** Takes messages from wherever they come; what is known already changes nothing. */
  take(incoming: readonly Message[]): void {
    const arrived = new Set(incoming.map(({ id }) => id));
    const taken = withMessages(this.#timeline, incoming);
    this.#become({ ...taken, outgoing: taken.outgoing.filter(({ id }) => !arrived.has(id)) });
    this.#fill(0);
  }

  /** The page before the first message shown. */
  async earlier(): Promise<void> {
    const before = olderBefore(this.#timeline);
    if (before === null) return;
    const { messages } = await this.#api.call(conversations.messages, { params: { id: this.id }, query: { before, limit: 50 } });
    this.take(messages);
  }

  say(body: string, files: readonly Attachment[]): void {
    this.#become(saying(this.#timeline, { id: newId(), body: messageText(body), files, at: clock.moment() }));
    void this.#deliver();
  }

  again(id: string): void {
    this.#become(sayingAgain(this.#timeline, id));
    void this.#deliver();
  }

  /** Takes an unsent message off the list and gives it back. */
  withdraw(id: string): Outgoing | undefined {
    const found = this.#timeline.outgoing.find((one) => one.id === id && one.state === 'failed');
    this.#become(withdrawn(this.#timeline, id));
    return found;
  }

  typing(): void {
    const now = performance.now();
    if (now - this.#typedAt < typingEveryMs) return;
    this.#typedAt = now;
    realtime.tell('typing', { conversationId: this.id });
  }

  /** One at a time, so that the order on the screen is the order of the record. */
  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const { id } = next;
        const giveUp = performance.now() + patience;
        while (this.#next()?.id === id && !(await this.#attempt(next)) && navigator.onLine && performance.now() < giveUp) await pause(1_000);
        // What waits behind it was said later and must not overtake it.
        if (this.#next()?.id === id) this.#become(toSend(this.#timeline).reduce((timeline, one) => refused(timeline, one.id, 'unavailable'), this.#timeline));
      }
    } finally {
      this.#delivering = false;
    }
  }

  #next(): Outgoing | undefined {
    return toSend(this.#timeline)[0];
  }

  /** True when the server has answered, whatever it said. */
  async #attempt({ id, body, files }: Outgoing): Promise<boolean> {
    const draft = { id, body, fileIds: files.map((file) => file.id) };
    try {
      const { seq } = realtime.connection === 'open' ? await this.#bySocket(draft) : await this.#api.call(conversations.send, { params: { id: this.id }, body: draft }, { deadline: 8_000 });
      this.#become(acknowledged(this.#timeline, seq));
      await this.#whenHere(id);
      return true;
    } catch (failure) {
      if (!(failure instanceof ApiFailure) || failure.code === 'unavailable' || failure.code === 'deadline_exceeded') return false;
      this.#become(refused(this.#timeline, id, failure.code));
      return true;
    }
  }

  async #bySocket(draft: { id: string; body: string; fileIds: string[] }): Promise<{ seq: number }> {
    const said = await realtime.ask('message:send', { conversationId: this.id, ...draft });
    const answer = conversationCommands['message:send'].answer.decode(said as never);
    if ('code' in answer) throw new ApiFailure(answer.code, 0);
    return answer;
  }

  /** The event with the message mostly follows its answer at once; when it does not, the message is fetched. */
  async #whenHere(id: string): Promise<void> {
    const waiting = () => this.#timeline.outgoing.some((one) => one.id === id);
    for (let i = 0; i < 10 && waiting(); i++) await pause(50);
    if (!waiting()) return;
    await this.#ask();
    if (waiting()) throw new ApiFailure('unavailable', 503);
  }

  /** Who hears the server can also be heard. */
  async #askAndGoOn(): Promise<void> {
    if (!(await this.#ask())) return;
    this.#become(goingOn(this.#timeline, clock.moment()));
    void this.#deliver();
  }

  #fill(lastSeq: number): void {
    this.#become(withHead(this.#timeline, lastSeq));
    if (missingAfter(this.#timeline) !== null) void this.#ask();
  }

  /** Asks for what follows what is shown, until there is no more; false when nobody answers. */
  #ask(): Promise<boolean> {
    this.#filling ??= this.#askAll().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  async #askAll(): Promise<boolean> {
    try {
      do {
        const after = this.#shown.at(-1)?.seq ?? this.#timeline.floor;
        const { messages, lastSeq } = await this.#api.call(conversations.messages, { params: { id: this.id }, query: { after, limit: 100 } });
        this.#become(withHead(withMessages(this.#timeline, messages), lastSeq));
        if (messages.length === 0) return true;
      } while (missingAfter(this.#timeline) !== null);
      return true;
    } catch {
      // The next connection or event asks again.
      return false;
    }
  }

  #become(timeline: Timeline): void {
    if (timeline.outgoing !== this.#timeline.outgoing) this.#inbox.keepWaiting(this.id, this.#timeline.outgoing, timeline.outgoing);
    this.#timeline = timeline;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
