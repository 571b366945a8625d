import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { StartRefusal } from '#platform/start-refusal';
import { buildApp, type Pages } from './app.ts';
import { readEnv, WrongEnv, type Env } from './env.ts';

const webHandler = join(import.meta.dirname, '../../web/build/handler.js');

try {
  await start(readEnv());
} catch (error) {
  // A person can act on these; a stack would hide the sentence.
  if (!(error instanceof StartRefusal || error instanceof WrongEnv)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(env: Env): Promise<void> {
  mkdirSync(env.DATA_DIR, { recursive: true });
  const embedded = env.DATABASE_URL === undefined ? await startEmbedded({ dataDir: env.DATA_DIR, log: () => undefined }) : undefined;
  const database = openDatabase(env.DATABASE_URL ?? embedded!.url);
  await migrate(database.db, { migrationsFolder: join(import.meta.dirname, '../drizzle') });
  const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
  const app = await buildApp({
    database,
    clock: systemClock,
    settings: { origin, secret: env.SECRET ?? keptSecret(env.DATA_DIR), outbox: join(env.DATA_DIR, 'outbox'), files: env.FILES ?? join(env.DATA_DIR, 'files'), mailFrom: env.MAIL_FROM, smtpUrl: env.SMTP_URL, redisUrl: env.REDIS_URL, logLevel: env.LOG_LEVEL },
    pages: await builtPages(),
  });
  await app.http.listen({ port: env.PORT, host: env.HOST });
  const stop = async () => {
    await app.close();
    await database.close();
    await embedded?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  console.log(`ready ${env.ORIGIN ?? `http://localhost:${(app.http.server.address() as AddressInfo).port}`}`);
}

async function builtPages(): Promise<Pages | undefined> {
  if (!existsSync(webHandler)) return undefined;
  const built = (await import(pathToFileURL(webHandler).href)) as { handler: Pages };
  return built.handler;
}

/** Made once, so that sessions outlive a restart. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
