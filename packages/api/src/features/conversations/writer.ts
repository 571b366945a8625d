import type { Sql } from 'postgres';
import type { Message, Sent } from '@ganwan/shared/conversations/contract';
import { Failure } from '#platform/failure';
import { writeBatch, type NewMessage, type Row } from './write-batch.ts';

export interface Spoken {
  conversationId: string;
  messages: Message[];
}

interface Waiting {
  message: NewMessage;
  /** In `performance.now()`. */
  dueBy: number;
  resolve(sent: Sent): void;
  reject(failure: Failure): void;
}

interface Needs {
  sql: Sql;
  /** Called after the commit and before anyone is answered, once per batch. */
  onAdded(spoken: Spoken[]): void;
  failed(error: unknown): void;
  largestBatch?: number;
  longestQueue?: number;
  deadlineMs?: number;
}

/** Announces and answers a batch. */
type Settle = () => void;

const turn = () => new Promise(setImmediate);

export type Writer = ReturnType<typeof openWriter>;

/**
 * Group commit: what arrives while one batch is being committed makes the next one, so that a busy
 * moment costs one commit for all and a quiet one waits for nobody. Each message is answered by itself.
 */
export function openWriter({ sql, onAdded, failed, largestBatch = 400, longestQueue = 20_000, deadlineMs = 10_000 }: Needs) {
  let queue: Waiting[] = [];
  let committing = false;

  async function run(): Promise<void> {
    committing = true;
    let settle: Settle = () => undefined;
    while (queue.length > 0) {
      // A turn of the event loop collects what other sockets have already sent.
      await turn();
      giveUpLate();
      const { now, later } = takeBatch(queue, largestBatch);
      queue = later;
      if (now.length === 0) continue;
      const committed = commit(now);
      // The database works on this batch while the one before it is announced and answered.
      await turn();
      settle();
      settle = await committed;
      if (queue.length > 0) continue;
      settle();
      settle = () => undefined;
    }
    settle();
    committing = false;
  }

  /** Behind a database that does not answer, a message would be written when nobody waits for it any more. */
  function giveUpLate(): void {
    const now = performance.now();
    const inTime = queue.findIndex(({ dueBy }) => dueBy > now);
    const late = inTime === -1 ? queue : queue.slice(0, inTime);
    queue = queue.slice(late.length);
    refuseAll(late, new Failure('deadline_exceeded'));
  }

  /** Never fails: what went wrong is what `Settle` will tell those who wait. */
  async function commit(batch: Waiting[], attempt = 1): Promise<Settle> {
    try {
      const rows = await within(deadlineMs, writeBatch(sql, batch.map((waiting) => waiting.message)));
      return () => answer(batch, rows);
    } catch (error) {
      if (error instanceof Failure) return () => refuseAll(batch, error);
      const kind = kindOf(error);
      const away = () => refuseAll(batch, new Failure('unavailable', { cause: error }));
      if (kind === 'elsewhere') return away;
      if (kind === 'race') return attempt < 3 ? commit(batch, attempt + 1) : away;
      if (batch.length === 1) return () => refuseAll(batch, new Failure('invalid_input', { cause: error }));
      // One bad row must not fail its neighbours: halve until it stands alone.
      const half = batch.length >> 1;
      const settled = [await commit(batch.slice(0, half)), await commit(batch.slice(half))];
      return () => settled.forEach((settle) => settle());
    }
  }

  function answer(batch: Waiting[], rows: Row[]): void {
    const outcomes = new Map(rows.map((row) => [row.id, row]));
    try {
      onAdded(spokenIn(batch, outcomes));
    } catch (error) {
      // What is committed is committed: those who were not told find out by its number.
      failed(error);
    }
    for (const { message, resolve, reject } of batch) {
      const row = outcomes.get(message.id);
      if (!row) reject(new Failure('not_found'));
      else if (row.outcome === 'taken') reject(new Failure('conflict'));
      else resolve({ seq: row.seq, sentAt: new Date(row.sentAt) });
    }
  }

  return {
    /** Resolves after the commit. Fails with `not_found`, `conflict` (the id is somebody else's), `unavailable` or `deadline_exceeded`; after the last two the message may exist, and sending it again is safe. */
    write: (message: NewMessage): Promise<Sent> =>
      new Promise((resolve, reject) => {
        if (queue.length >= longestQueue) return reject(new Failure('unavailable'));
        // As the database writes ids, whatever the sender's spelling: the answer is found by them.
        queue.push({ message: { ...message, id: message.id.toLowerCase(), conversationId: message.conversationId.toLowerCase() }, dueBy: performance.now() + deadlineMs, resolve, reject });
        if (!committing) void run();
      }),
  };
}

/** The same id twice in one statement would break it, so the second waits for the next. */
function takeBatch(queue: Waiting[], size: number): { now: Waiting[]; later: Waiting[] } {
  const ids = new Set<string>();
  const now: Waiting[] = [];
  const later: Waiting[] = [];
  for (const waiting of queue) {
    const fits = now.length < size && !ids.has(waiting.message.id);
    if (fits) ids.add(waiting.message.id);
    (fits ? now : later).push(waiting);
  }
  return { now, later };
}

function spokenIn(batch: Waiting[], outcomes: Map<string, Row>): Spoken[] {
  const spoken = new Map<string, Message[]>();
  for (const { message } of batch) {
    const row = outcomes.get(message.id);
    if (row?.outcome !== 'added') continue;
    const { conversationId, id, senderId, body, files } = message;
    const said = spoken.get(conversationId);
    const one = { id, seq: row.seq, body, senderId, files, sentAt: new Date(row.sentAt) };
    if (said) said.push(one);
    else spoken.set(conversationId, [one]);
  }
  return [...spoken].map(([conversationId, said]) => ({ conversationId, messages: said.sort((a, b) => a.seq - b.seq) }));
}

/** `row`: something in the batch is wrong. `race`: another process was faster. `elsewhere`: the database is away. */
function kindOf(error: unknown): 'row' | 'race' | 'elsewhere' {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === '40001' || code === '40P01' || code === '23505') return 'race';
  return code.startsWith('22') || code.startsWith('23') ? 'row' : 'elsewhere';
}

function refuseAll(batch: Waiting[], failure: Failure): void {
  for (const waiting of batch) waiting.reject(failure);
}

/** A frozen server would hold the queue for ever; past the deadline the statement is cancelled and given up. */
async function within<T>(ms: number, statement: PromiseLike<T> & { cancel(): void }): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      statement.cancel();
      reject(new Failure('deadline_exceeded'));
    }, ms);
  });
  try {
    return await Promise.race([statement, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
