import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';

export interface Letter {
  to: string;
  template: string;
  values: Record<string, string>;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
}

/** Turns a template and its values into words; the people feature owns them. */
export type Words = (letter: Letter) => { subject: string; text: string };

/** By SMTP when an address is given, else into a folder where a person can read it. */
export function openMail(options: { smtpUrl?: string | undefined; from: string; outbox: string; words: Words }): Mail {
  const transport = options.smtpUrl === undefined ? undefined : createTransport({ url: options.smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 });
  return {
    async send(letter) {
      const message = { from: options.from, to: letter.to, ...options.words(letter) };
      if (transport) return void (await transport.sendMail(message));
      await mkdir(options.outbox, { recursive: true });
      await writeFile(join(options.outbox, `${uuidv7()}.txt`), `To: ${message.to}\nSubject: ${message.subject}\n\n${message.text}\n`, { mode: 0o600 });
    },
  };
}
