import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { CaughtUp, conversationEvents, type Message } from '@ganwan/shared/conversations/contract';
import { missingAfter, shown, timelineOf, withHead, withMessages, type Timeline } from '@ganwan/shared/conversations/timeline';
import { openDatabase } from '#platform/database';
import { makeCrowd, type Pair } from '../bench/crowd.ts';
import type { Drill } from './main.ts';
import { openSite } from './site.ts';

/**
 * Every client is cut for a second every fifteen while both sides talk. In the end each side must
 * show every acknowledged message once and in order. A replay lasts from the connection to the
 * moment when nothing is missing any more.
 */
export const drill: Drill = async (say, args) => {
  const seconds = Number(args[args.indexOf('--seconds') + 1]) || 90;
  const site = await openSite(say);
  const database = openDatabase(site.databaseUrl);
  const pairs = await makeCrowd(database.db, site.secret, 25);
  await database.close();
  const clients = pairs.flatMap((pair) => [new Client(site.address, pair, 'enquirer'), new Client(site.address, pair, 'publisher')]);
  const until = performance.now() + seconds * 1000;
  await Promise.all(clients.map((client, n) => client.live(until, (n / clients.length) * 15_000)));
  await Promise.all(clients.map((client) => client.settle()));

  const sent = clients.reduce((sum, client) => sum + client.acknowledged.size, 0);
  let [lost, duplicated, reordered] = [0, 0, 0];
  clients.forEach((client, n) => {
    const other = clients[n % 2 === 0 ? n + 1 : n - 1]!;
    const seen = client.seen;
    const ids = new Set(seen.map(({ id }) => id));
    lost += [...client.acknowledged, ...other.acknowledged].filter(([id, seq]) => !seen.some((one) => one.id === id && one.seq === seq)).length;
    duplicated += seen.length - ids.size;
    reordered += seen.filter(({ seq }, place) => seq !== place + 1).length;
  });
  const replays = clients.flatMap((client) => client.replays).sort((a, b) => a - b);
  const at = (share: number) => Math.round((replays[Math.min(replays.length - 1, Math.floor(replays.length * share))] ?? 0) * 10) / 10;
  say(`${clients.length} clients, ${replays.length} replays`);
  for (const client of clients) client.close();
  await site.close();
  return { figures: { sent, lost, duplicated, reordered, replayP50Ms: at(0.5), replayP99Ms: at(0.99) }, kept: lost + duplicated + reordered === 0 && sent > 0 && replays.length > 0 };
};

/** One device with the product's own timeline, a socket that is cut and comes back, and the catch-up over HTTP. */
class Client {
  readonly acknowledged = new Map<string, number>();
  readonly replays: number[] = [];
  /** In the order in which they came onto the screen. */
  readonly seen: Message[] = [];
  readonly #address: string;
  readonly #pair: Pair;
  readonly #cookie: string;
  readonly #socket: Socket;
  #timeline: Timeline;
  #asking = false;
  #replayingSince: number | null = null;

  constructor(address: string, pair: Pair, side: 'enquirer' | 'publisher') {
    this.#address = address;
    this.#pair = pair;
    this.#cookie = pair[side].cookie;
    this.#timeline = timelineOf(pair[side].personId, { readSeq: 0, lastSeq: 0, unread: 0 }, []);
    this.#socket = io(address, { transports: ['websocket'], extraHeaders: { cookie: this.#cookie }, forceNew: true, reconnectionDelay: 1000, reconnectionDelayMax: 1000, randomizationFactor: 0 });
    this.#socket.on('connect', () => {
      this.#replayingSince = performance.now();
      void this.#catchUp();
    });
    this.#socket.on('message:added', (raw) => this.#take(withMessages(this.#timeline, conversationEvents['message:added'].decode(raw).messages)));
    this.#socket.on('conversation:head', ({ lastSeq }: { lastSeq: number }) => this.#take(withHead(this.#timeline, lastSeq)));
  }

  /** Talks, and is cut for a second every fifteen, `offset` ms into them. */
  async live(until: number, offset: number): Promise<void> {
    const cut = async () => {
      await pause(offset);
      while (performance.now() < until) {
        this.#socket.io.engine?.close();
        await pause(15_000);
      }
    };
    const talk = async () => {
      while (performance.now() < until) {
        const id = uuidv7();
        let seq: number | undefined;
        while ((seq = await this.#say(id)) === undefined) await pause(50);
        this.acknowledged.set(id, seq);
        this.#take(withHead(this.#timeline, seq));
        await pause(90);
      }
    };
    await Promise.all([cut(), talk()]);
  }

  /** Waits until this client has what the conversation holds by now. */
  async settle(): Promise<void> {
    await pause(1500);
    await this.#catchUp();
    while (missingAfter(this.#timeline) !== null) await pause(20);
  }

  close(): void {
    this.#socket.disconnect();
  }

  async #say(id: string): Promise<number | undefined> {
    if (!this.#socket.connected) return undefined;
    const said = { id, conversationId: this.#pair.conversationId, body: id, fileIds: [] };
    const answer = (await this.#socket.timeout(3000).emitWithAck('message:send', said).catch(() => ({}))) as { seq?: number };
    return answer.seq;
  }

  #take(timeline: Timeline): void {
    this.#timeline = timeline;
    this.seen.push(...shown(timeline).slice(this.seen.length));
    if (missingAfter(timeline) !== null) void this.#catchUp();
  }

  /** Asks until nothing is missing; one question at a time. */
  async #catchUp(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      do {
        const after = missingAfter(this.#timeline) ?? this.#timeline.head;
        const answer = await fetch(`${this.#address}/api/conversations/catch-up`, { method: 'POST', headers: { cookie: this.#cookie, 'content-type': 'application/json' }, body: JSON.stringify({ conversations: [{ conversationId: this.#pair.conversationId, after }] }), signal: AbortSignal.timeout(5000) });
        const { conversations: [caught] } = CaughtUp.decode((await answer.json()) as never);
        if (caught) this.#timeline = withHead(withMessages(this.#timeline, caught.messages), caught.reading.lastSeq);
      } while (missingAfter(this.#timeline) !== null);
      if (this.#replayingSince !== null) this.replays.push(performance.now() - this.#replayingSince);
      this.#replayingSince = null;
    } catch {
      // No answer in time: the question stands until there is one, and the replay lasts as long.
      setTimeout(() => void this.#catchUp(), 100);
    } finally {
      this.#asking = false;
    }
    this.#take(this.#timeline);
  }
}
