import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { OpenDatabase, Queries } from './database.ts';
import { letterChannel, letterQueue, type Letter, type Taken } from './letters.ts';
import { recurring } from './recurring.ts';

export type { Letter };

export interface Mail {
  /** Puts a letter in the post inside `db`'s transaction: it goes once that has committed, and not at all when it does not. */
  post(db: Queries, letter: Letter): Promise<void>;
  count(): Promise<{ waiting: number; dead: number }>;
  /** Letters in hand are finished; the others wait for the next start. */
  close(): Promise<void>;
}

/** Turns a template and its values into words; the people feature owns them. */
export type Words = (letter: Omit<Letter, 'hours'>) => { subject: string; text: string };

interface Needs {
  database: OpenDatabase;
  /** Seals letters while they wait. */
  secret: string;
  smtpUrl?: string | undefined;
  from: string;
  outbox: string;
  words: Words;
  failed(trouble: Trouble, what: string): void;
  /** Milliseconds for one try; 15 s when unsaid. */
  tryMs?: number;
}

/** Without the address and the mail server's own sentence, which repeats it. */
export interface Trouble {
  template?: string;
  failure: string;
}

const atOnce = 5;
const everyMs = 5_000;

/**
 * Letters go by SMTP when an address is given, else into a folder where a person can read them. Each is a row until it
 * has gone: a try that fails is repeated, by any process, and a letter may come twice when a process dies over it.
 */
export async function openMail({ database, secret, words, failed, tryMs = 15_000, ...options }: Needs): Promise<Mail> {
  const { db } = database;
  const queue = letterQueue(secret);
  const handOver = options.smtpUrl === undefined ? intoFolder(options.outbox) : bySmtp(options.smtpUrl, options.from, tryMs);
  /** Said once until it works again: a mail server that is away for an hour is one line. */
  let said = false;

  async function tryOne(taken: Taken): Promise<void> {
    try {
      const letter = await queue.open(taken);
      await handOver({ id: taken.id, to: letter.to, ...words(letter) });
    } catch (error) {
      const failure = failureOf(error);
      const died = await queue.failed(db, taken, failure, isForGood(error));
      if (died) failed({ template: taken.template, failure }, 'a letter was given up');
      else if (!said) failed({ template: taken.template, failure }, 'a letter did not go and is tried again');
      said ||= !died;
      return;
    }
    await queue.sent(db, taken.id);
    said = false;
  }

  async function round(): Promise<void> {
    for (let taken = await queue.take(db, atOnce); taken.length > 0; taken = stopping ? [] : await queue.take(db, atOnce)) await Promise.all(taken.map(tryOne));
  }

  let stopping = false;
  const rounds = recurring({ everyMs, work: round, failed: (error) => failed({ failure: failureOf(error) }, 'letters wait') });
  const hearing = await database.sql.listen(letterChannel, rounds.wake, rounds.wake);

  return {
    post: (tx, letter) => queue.add(tx, letter),
    count: () => queue.count(db),
    async close() {
      stopping = true;
      await hearing.unlisten();
      await rounds.stop();
    },
  };
}

interface Written {
  id: string;
  to: string;
  subject: string;
  text: string;
}

function bySmtp(url: string, from: string, tryMs: number) {
  const transport = createTransport({ url });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  // One name for every try, so that a mailbox can tell a letter that came twice.
  return async ({ id, ...message }: Written) => void (await transport.sendMail({ from, ...message, messageId: `<${id}@${domain}>`, signal: AbortSignal.timeout(tryMs) }));
}

function intoFolder(outbox: string) {
  return async ({ id, to, subject, text }: Written): Promise<void> => {
    await mkdir(outbox, { recursive: true });
    // Beside the folder: whoever looks in finds whole letters only.
    const part = `${outbox}-${id}.part`;
    await writeFile(part, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 });
    await rename(part, join(outbox, `${id}.txt`));
  };
}

/** Such as `EENVELOPE 451`: nodemailer's code and the mail server's. */
function failureOf(error: unknown): string {
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, responseCode, name } = told as { code?: unknown; responseCode?: unknown; name?: unknown };
  return [code ?? name ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ');
}

/** The mail server knows this address and will never take a letter to it (RFC 5321, 4.2.1). Anything else may be mended. */
function isForGood(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === 'RCPT TO' && Number(responseCode) >= 500;
}
