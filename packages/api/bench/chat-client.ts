import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import type { Flooded, Rated, ToClient } from './chat-messages.ts';
import type { Pair, Visitor } from './crowd.ts';

/** The client of the chat bench, in a process of its own: the same for every server it is pointed at. */
interface Line { pair: Pair; speaker: Socket; expected: Map<string, (at: number) => void>; stray: number }

const body = '您好，HTE 18 µm 的交期按订金到账起算 20 天，第一批可以先发 5 吨。';
let open: Socket[] = [];

process.on('message', (asked: ToClient) => void serve(asked).then((answer) => process.send!(answer)));

async function serve(asked: ToClient): Promise<Flooded | Rated | Record<string, never>> {
  if (asked.ask === 'hang up') {
    for (const socket of open) socket.disconnect();
    open = [];
    return {};
  }
  if (asked.ask === 'idle') {
    for (let n = 0; n < asked.sockets; n += 50) await Promise.all(Array.from({ length: 50 }, (_, k) => {
      const { publisher, conversationId } = asked.pairs[(n + k) % asked.pairs.length]!;
      return call(asked.address, publisher, conversationId);
    }));
    return {};
  }
  const lines = await Promise.all(asked.pairs.map((pair) => listen(asked.address, pair)));
  const result = asked.ask === 'flood' ? await flood(lines, asked) : await hold(lines, asked);
  if (lines.some(({ stray }) => stray > 0)) throw new Error('a message came twice');
  for (const socket of open) socket.disconnect();
  open = [];
  return result;
}

const call = (address: string, { cookie, personId, enterpriseId }: Visitor, room: string) => new Promise<Socket>((resolve, reject) => {
  const socket = io(address, { transports: ['websocket'], extraHeaders: { cookie }, auth: { room, personId, enterpriseId }, forceNew: true, reconnection: false });
  open.push(socket);
  socket.once('connect', () => resolve(socket));
  socket.once('connect_error', reject);
});

async function listen(address: string, pair: Pair): Promise<Line> {
  const [speaker, hearer] = [await call(address, pair.enquirer, pair.conversationId), await call(address, pair.publisher, pair.conversationId)];
  const line: Line = { pair, speaker, expected: new Map(), stray: 0 };
  // Everyone hears everything, the speaker too: the product has one update path.
  speaker.on('message:added', () => undefined);
  hearer.on('message:added', ({ messages }: { messages: { id: string }[] }) => {
    const now = performance.now();
    for (const { id } of messages) {
      const heard = line.expected.get(id);
      if (!heard) line.stray += 1;
      line.expected.delete(id);
      heard?.(now);
    }
  });
  return line;
}

/** Says one message; gives the moment when it was both answered and heard by the other side. A refusal ends the bench, and so does an answered message that nobody hears. */
async function say({ speaker, pair, expected }: Line): Promise<number> {
  const id = uuidv7();
  const heard = new Promise<number>((resolve) => expected.set(id, resolve));
  const answered = new Promise<number>((resolve, reject) => {
    speaker.emit('message:send', { id, conversationId: pair.conversationId, body, fileIds: [] }, (answer: { seq?: number; code?: string }) =>
      answer.seq === undefined ? reject(new Error(`refused: ${answer.code}`)) : resolve(performance.now()));
  });
  return Math.max(await heard, await answered);
}

/** Every pair keeps so many messages in flight. Counts what was answered and heard by the other side. */
async function flood(lines: Line[], { inFlight, warmMs, ms }: { inFlight: number; warmMs: number; ms: number }): Promise<Flooded> {
  let going = true;
  let counted = 0;
  let counting = false;
  const said: Promise<void>[] = [];
  for (const line of lines) {
    for (let n = 0; n < inFlight; n++) {
      said.push((async () => {
        while (going) {
          await say(line);
          if (counting) counted += 1;
        }
      })());
    }
  }
  await pause(warmMs);
  counting = true;
  const from = performance.now();
  await pause(ms);
  counting = false;
  const took = performance.now() - from;
  going = false;
  await Promise.all(said);
  return { perSecond: Math.round((counted / took) * 1000) };
}

/** So many messages a second over all pairs, by the clock: one that waits does not hold back the next. Times are from when a message was due to when it was answered and heard. */
async function hold(lines: Line[], { perSecond, warmMs, ms }: { perSecond: number; warmMs: number; ms: number }): Promise<Rated> {
  const times: number[] = [];
  const said: Promise<void>[] = [];
  const start = performance.now();
  const count = Math.round(((warmMs + ms) / 1000) * perSecond);
  for (let n = 0; n < count; ) {
    const due = Math.min(count, Math.floor(((performance.now() - start) / 1000) * perSecond));
    for (; n < due; n++) {
      const line = lines[n % lines.length]!;
      const at = start + (n / perSecond) * 1000;
      said.push(say(line).then((done) => void (at - start >= warmMs && times.push(done - at))));
    }
    await pause(1);
  }
  await Promise.all(said);
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]! * 100) / 100;
  return { perSecond: Math.round((times.length / ms) * 1000), p50Ms: at(0.5), p99Ms: at(0.99) };
}
