import { resolve } from 'node:path';
import { z } from 'zod';
import { bucketOf, isDecodable } from '#platform/address';

/** An address of a server; its names and passwords can be read, and its path is one that means something there. */
const url = (protocols: string[], example: string, path = /^/) =>
  z.string().refine((text) => {
    const address = URL.parse(text);
    return address !== null && protocols.includes(address.protocol) && address.hostname !== '' && path.test(address.pathname) && isDecodable(address.username + address.password + address.pathname);
  }, `must look like ${example}`);

const number = (from: number, to: number, words: string) => z.coerce.number(words).min(from, words).max(to, words);

/** An unset variable and an empty one mean the same, as in compose files. */
const unset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional());

const Env = z.object({
  PORT: z.preprocess(unset, number(0, 65535, 'must be a port, 0 to 65535').int('must be a port, 0 to 65535').default(3000)),
  HOST: z.preprocess(unset, z.string().default('0.0.0.0')),
  /** The address people type; cookies, passkeys and mail links need it. */
  ORIGIN: optional(url(['http:', 'https:'], 'https://ganwan.example', /^\/$/).transform((text) => new URL(text).origin)),
  DATA_DIR: z.preprocess(unset, z.string().default('.data')).transform((dir) => resolve(dir)),
  DATABASE_URL: optional(url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/ganwan, special signs in the password percent-encoded')),
  MEILI_URL: optional(url(['http:', 'https:'], 'http://localhost:7700')),
  MEILI_KEY: optional(z.string()),
  /** Where a `meilisearch` program is looked for when MEILI_URL is unset. */
  PATH: z.string().default(''),
  REDIS_URL: optional(url(['redis:', 'rediss:'], 'redis://:password@host:6379/0, special signs in the password percent-encoded', /^\/?\d*$/)),
  SMTP_URL: optional(url(['smtp:', 'smtps:'], 'smtps://user:password@host:465, special signs in the password percent-encoded')),
  MAIL_FROM: z.preprocess(unset, z.string().default('Ganwan <no-reply@localhost>')),
  /** The address whose account becomes the first administrator, once a letter has confirmed it. */
  ADMINISTRATOR: optional(z.email('must be an e-mail address')),
  /** A folder or an s3:// address; `DATA_DIR/files` when unset. */
  FILES: optional(z.string().refine((text) => !text.startsWith('s3:') || bucketOf(text) !== undefined, 'must be a folder, or look like s3://key:secret@host/bucket?region=us-east-1')),
  SEED: z.preprocess(unset, z.enum(['demo', 'none'], 'must be demo or none').default('demo')),
  /** Signs cookies; made once and kept under DATA_DIR when unset. */
  SECRET: optional(z.string().min(32, 'must have 32 characters or more')),
  /** Proxies in front of this process, whose word on the reader's address is believed. */
  PROXIES: z.preprocess(unset, number(0, 9, 'must be a number of proxies, 0 to 9').int('must be a number of proxies, 0 to 9').default(0)),
  /** Seconds to go on answering, not ready any more, after being told to stop. */
  DRAIN_SECONDS: z.preprocess(unset, number(0, 10, 'must be a number of seconds, 0 to 10').default(0)),
  LOG_LEVEL: z.preprocess(unset, z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be one of fatal, error, warn, info, debug, trace, silent').default('warn')),
});

export type Env = z.output<typeof Env>;

/** Says which variable is wrong and what it must look like; the value itself may be a secret and is left out. */
export class WrongEnv extends Error {}

/** The built web takes its limits from the environment, when it is loaded. Bytes of a form at most. */
export function limitForms(bytes: number): void {
  process.env['WEB_BODY_SIZE_LIMIT'] = String(bytes);
}

/** The only reader of the environment. Throws `WrongEnv` with one sentence for each wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const read = Env.safeParse(source);
  if (read.success) return read.data;
  const sentences = new Set(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  throw new WrongEnv([...sentences].join(' '));
}
