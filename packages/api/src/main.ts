import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formLimits } from '@ganwan/shared/files/contract';
import { systemClock } from '#platform/clock';
import { keptSecret, prepareDataFolder } from '#platform/data-folder';
import { openDatabase, type OpenDatabase } from '#platform/database';
import { startEmbedded } from '#platform/embedded-postgres';
import { migrateDatabase } from '#platform/migrations';
import { claimPort, portRefusal } from '#platform/port';
import { StartRefusal } from '#platform/start-refusal';
import { meiliProgram, startMeili } from '#features/search/meili-child';
import type { MeiliAddress } from '#features/search/start';
import type { App, Pages } from './app.ts';
import { limitForms, readEnv, WrongEnv, type Env } from './env.ts';

const webHandler = join(import.meta.dirname, '../../web/build/handler.js');
const migrations = join(import.meta.dirname, '../drizzle');

/** What has been started so far; stopped in the reverse order. */
const running: (() => Promise<unknown>)[] = [];

let askedToStop = false;

try {
  stopOnSignals();
  await start(readEnv());
} catch (error) {
  // Stopped while starting: whatever broke then broke because its database went away.
  if (!askedToStop) {
    // A person can act on these; a stack would hide the sentence.
    const refusal = error instanceof StartRefusal || error instanceof WrongEnv;
    console.error(refusal ? error.message : error);
    await stopAll();
    process.exit(1);
  }
}

async function start(env: Env): Promise<void> {
  prepareDataFolder(env.DATA_DIR);
  const { port, release } = await claimPort(env.PORT, env.HOST);
  // What was compiled at the first start is not compiled again.
  enableCompileCache(join(env.DATA_DIR, 'compiled'));
  if (env.REDIS_URL !== undefined) await (await import('#platform/redis')).reachRedis(env.REDIS_URL);
  if (env.MEILI_URL !== undefined) await (await import('#features/search/meili-key')).refuseWrongKey({ url: env.MEILI_URL, key: env.MEILI_KEY });
  // Loaded while the database starts, and only when nothing was refused: most of the start is these modules.
  const loading = import('./app.ts');
  loading.catch(() => undefined);
  const url = env.DATABASE_URL ?? (await embeddedDatabase(env.DATA_DIR));
  await migrateDatabase(url, migrations);
  const database = openDatabase(url);
  running.push(() => database.close());

  const origin = env.ORIGIN ?? `http://localhost:${port}`;
  const outbox = join(env.DATA_DIR, 'outbox');
  const { buildApp } = await loading;
  const app = await buildApp({
    database,
    clock: systemClock,
    settings: { origin, secret: env.SECRET ?? keptSecret(env.DATA_DIR), outbox, files: env.FILES ?? join(env.DATA_DIR, 'files'), mailFrom: env.MAIL_FROM, smtpUrl: env.SMTP_URL, administrator: env.ADMINISTRATOR, redisUrl: env.REDIS_URL, meili: await meilisearch(env), proxies: env.PROXIES, drainMs: env.DRAIN_SECONDS * 1000, logLevel: env.LOG_LEVEL },
    pages: await builtPages(),
  });
  running.push(() => app.close());
  // One forgotten promise must not end everybody's connections; told like any other error, without the values.
  process.on('unhandledRejection', (error) => app.http.log.error({ err: error }, 'nobody waited for this'));
  if (env.SEED === 'demo') await loadDemo(database, app);
  await release();
  await app.http.listen({ port, host: env.HOST }).catch((cause: unknown) => { throw portRefusal(port, env.HOST, cause); });
  if (env.SMTP_URL === undefined) console.log(`Mail is written to ${outbox}`);
  console.log(`ready ${origin}`);
  // Now, because a process that is killed writes nothing down at its end.
  flushCompileCache();
}

/** Prints who can sign in, whenever the demo is there. */
async function loadDemo({ db }: OpenDatabase, app: App): Promise<void> {
  const [{ seedDemo }, { demoLogins, demoPassword }] = await Promise.all([import('../demo/seed.ts'), import('../demo/people.ts')]);
  const done = await seedDemo({ db, clock: systemClock, ...app.services });
  if (done === 'left_alone') return;
  console.log(`Demo logins, password ${demoPassword}:`);
  for (const { email, role, enterprise } of demoLogins) console.log(`  ${email}  ${enterprise ?? role}`);
}

async function embeddedDatabase(dataDir: string): Promise<string> {
  const log = (line: string) => {
    if (/ (FATAL|PANIC): |started again/.test(line)) console.error(`database: ${line}`);
  };
  const server = await startEmbedded({ dataDir, log });
  running.push(server.stop);
  return server.url;
}

/** The one the environment names, else a child when the program is on the path, else none. */
async function meilisearch(env: Env): Promise<MeiliAddress | undefined> {
  if (env.MEILI_URL !== undefined) return { url: env.MEILI_URL, key: env.MEILI_KEY };
  const program = meiliProgram(env.PATH);
  if (program === undefined) return undefined;
  const child = await startMeili(program, env.DATA_DIR, (line) => console.error(line));
  running.push(child.stop);
  return child.address;
}

async function builtPages(): Promise<Pages | undefined> {
  if (!existsSync(webHandler)) return undefined;
  limitForms(formLimits.files);
  const built = (await import(pathToFileURL(webHandler).href)) as { handler: Pages };
  return built.handler;
}

/** The first signal stops in order; a second one does not wait, and the embedded server then stops by itself. */
function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (askedToStop) process.exit(1);
      askedToStop = true;
      // Whatever hangs, the end comes; the embedded server then stops by itself.
      setTimeout(() => process.exit(1), 30_000).unref();
      void stopAll().then(() => process.exit(0), (error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }
}

async function stopAll(): Promise<void> {
  for (const stop of running.splice(0).reverse()) await stop();
}
