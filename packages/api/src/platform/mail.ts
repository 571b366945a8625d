import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '@ganwan/shared/values';

export interface Letter {
  to: string;
  /** The reader's language. */
  locale: Locale;
  template: string;
  values: Record<string, string>;
}

export interface Mail {
  /** Throws when the letter could not be handed over. */
  send(letter: Letter): Promise<void>;
  /** Hands over in the background; nobody waits, and how long it takes tells nobody whether the address is known. */
  post(letter: Letter): void;
}

/** Turns a template and its values into words; the people feature owns them. */
export type Words = (letter: Letter) => { subject: string; text: string };

/** By SMTP when an address is given, else into a folder where a person can read it. */
export function openMail(options: { smtpUrl?: string | undefined; from: string; outbox: string; words: Words; lost: (error: unknown, template: string) => void }): Mail {
  const transport = options.smtpUrl === undefined ? undefined : createTransport({ url: options.smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const send = async (letter: Letter): Promise<void> => {
    const message = { from: options.from, to: letter.to, ...options.words(letter) };
    if (transport) return void (await transport.sendMail(message));
    await mkdir(options.outbox, { recursive: true });
    await writeFile(join(options.outbox, `${uuidv7()}.txt`), `To: ${message.to}\nSubject: ${message.subject}\n\n${message.text}\n`, { mode: 0o600 });
  };
  return { send, post: (letter) => void send(letter).catch((error: unknown) => options.lost(error, letter.template)) };
}
