import type { FailureCode } from '../failures.ts';
import type { Attachment, Message, Reading } from './contract.ts';

/** Something said on this device that has not come back as a message yet. */
export interface Outgoing {
  id: string;
  body: string;
  files: readonly Attachment[];
  at: Date;
  /** `sending` is being tried; `failed` goes on when the person asks for it or, see `goesOnByItself`, when there is a connection again. Always under the same id. */
  state: 'sending' | 'failed';
  failure: FailureCode | null;
}

/**
 * One conversation as one device knows it. Every change is a new value, and what comes from the server
 * only ever adds up: the same facts in any order, twice or late, give the same timeline.
 */
export interface Timeline {
  readonly personId: string;
  /** Nothing at or before this seq has been asked for; 0 when the beginning is here. */
  readonly floor: number;
  readonly known: ReadonlyMap<number, Message>;
  /** The furthest seq that is known to exist, whether or not its message is here. */
  readonly head: number;
  readonly reading: Reading;
  readonly outgoing: readonly Outgoing[];
}

/** From the last page of messages, and where the person stood then. */
export function timelineOf(personId: string, reading: Reading, page: readonly Message[]): Timeline {
  const floor = page[0] ? page[0].seq - 1 : reading.lastSeq;
  return withMessages({ personId, floor, known: new Map(), head: reading.lastSeq, reading, outgoing: [] }, page);
}

/** Messages from an event, a catch-up or an older page. */
export function withMessages(timeline: Timeline, messages: readonly Message[]): Timeline {
  const fresh = messages.filter(({ seq }) => !timeline.known.has(seq));
  if (fresh.length === 0) return timeline;
  const known = new Map(timeline.known);
  for (const message of fresh) known.set(message.seq, message);
  let { floor, head } = timeline;
  while (known.has(floor)) floor -= 1;
  for (const { seq } of fresh) head = Math.max(head, seq);
  const arrived = new Set(fresh.map(({ id }) => id));
  return { ...timeline, known, floor, head, outgoing: timeline.outgoing.filter(({ id }) => !arrived.has(id)) };
}

/** From `conversation:head`, from the answer to a sent message, or from an answer's `lastSeq`. */
export const withHead = (timeline: Timeline, lastSeq: number): Timeline => (lastSeq > timeline.head ? { ...timeline, head: lastSeq } : timeline);

/** From `read:moved` of the same person, or from an answer. The pointer never goes back. */
export function withReading(timeline: Timeline, reading: Reading): Timeline {
  const last = timeline.reading;
  const newer = reading.readSeq > last.readSeq || (reading.readSeq === last.readSeq && reading.lastSeq > last.lastSeq);
  return withHead(newer ? { ...timeline, reading } : timeline, reading.lastSeq);
}

/** What can be shown: in order and without a gap; what came early waits for what is missing. */
export function shown(timeline: Timeline): Message[] {
  const run: Message[] = [];
  for (let seq = timeline.floor + 1, message; (message = timeline.known.get(seq)); seq++) run.push(message);
  return run;
}

/** The seq after which to ask for more, or null when nothing is missing. Ask on every connection and after every event. */
export function missingAfter(timeline: Timeline): number | null {
  let reached = timeline.floor;
  while (timeline.known.has(reached + 1)) reached += 1;
  return reached < timeline.head ? reached : null;
}

/** The seq before which an older page begins, or null when the beginning is here. */
export const olderBefore = ({ floor }: Timeline): number | null => (floor > 0 ? floor + 1 : null);

/** What others wrote after the read pointer: what the server counted, and what has come since. */
export function unread({ reading, known, personId }: Timeline): number {
  let since = 0;
  for (const { seq, senderId } of known.values()) if (seq > reading.lastSeq && seq > reading.readSeq && senderId !== personId) since += 1;
  return reading.unread + since;
}

/** Takes up what the person says; send it with this id, now and in every further attempt. */
export const saying = (timeline: Timeline, said: Pick<Outgoing, 'id' | 'body' | 'files' | 'at'>): Timeline =>
  ({ ...timeline, outgoing: [...timeline.outgoing.filter(({ id }) => id !== said.id), { ...said, state: 'sending', failure: null }] });

/** The server has it. It leaves `outgoing` by coming back as a message, like everyone else's. */
export const acknowledged = (timeline: Timeline, seq: number): Timeline => withHead(timeline, seq);

const alter = (timeline: Timeline, id: string, change: Pick<Outgoing, 'state' | 'failure'>): Timeline =>
  ({ ...timeline, outgoing: timeline.outgoing.map((one) => (one.id === id ? { ...one, ...change } : one)) });

/** It was refused, or nobody answered in time (`unavailable`): it stays, with "send again". */
export const refused = (timeline: Timeline, id: string, failure: FailureCode): Timeline => alter(timeline, id, { state: 'failed', failure });

export const sayingAgain = (timeline: Timeline, id: string): Timeline => alter(timeline, id, { state: 'sending', failure: null });

/** How long after it was said a message that reached nobody still goes out by itself, in milliseconds: nobody wants last week's offer made by opening a laptop. */
const goesOnFor = 3_600_000;

/** Whether the next connection sends it without being asked. */
export const goesOnByItself = ({ state, failure, at }: Pick<Outgoing, 'at' | 'failure'> & { state: string }, now: Date): boolean =>
  state === 'failed' && failure === 'unavailable' && now.getTime() - at.getTime() < goesOnFor;

/** There is a connection again: takes up what goes on by itself. */
export const goingOn = (timeline: Timeline, now: Date): Timeline =>
  timeline.outgoing.filter((one) => goesOnByItself(one, now)).reduce((went, { id }) => sayingAgain(went, id), timeline);

/** Takes back what failed; what may have been written already stays until it is known. */
export const withdrawn = (timeline: Timeline, id: string): Timeline =>
  ({ ...timeline, outgoing: timeline.outgoing.filter((one) => one.id !== id || one.state === 'sending') });

/** What to send, in order, on every connection. */
export const toSend = ({ outgoing }: Timeline): Outgoing[] => outgoing.filter(({ state }) => state === 'sending');
