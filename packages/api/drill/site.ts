import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from '#platform/database';
import { startEmbedded, type Embedded } from '#platform/embedded-postgres';

/** The product as it is started in production, with a database server beside it; both can be killed and come back. */
export interface Site {
  address: string;
  secret: string;
  databaseUrl: string;
  killApi(): void;
  killDatabase(): void;
  /** Exits of the API that were not our kill. */
  unexpectedExits(): number;
  close(): Promise<void>;
}

export async function openSite(say: (line: string) => void, settings: Record<string, string> = {}): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ganwan-drill-'));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, log: () => undefined, settings });
  const secret = randomBytes(32).toString('hex');
  const port = await freePort();
  await migrated(embedded.url);

  let child: ChildProcess | undefined;
  let closing = false;
  let killed = false;
  let unexpected = 0;
  const run = (): void => {
    killed = false;
    child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: embedded.url, DATA_DIR: dataDir, SECRET: secret, SEED: 'none', LOG_LEVEL: 'fatal', MEILI_URL: '', REDIS_URL: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr!.on('data', (text: Buffer) => say(text.toString().trim()));
    child.once('exit', (code, signal) => {
      if (closing) return;
      // A start that finds no database ends by itself with a sentence; a supervisor tries again.
      if (!killed) {
        say(`the API ended by itself: ${code ?? signal}`);
        unexpected += 1;
      }
      setTimeout(() => closing || run(), 100);
    });
  };
  run();
  const address = `http://127.0.0.1:${port}`;
  await answering(address);
  return {
    address, secret, databaseUrl: embedded.url,
    killApi: () => {
      killed = true;
      child?.kill('SIGKILL');
    },
    killDatabase: () => killTree(embedded),
    unexpectedExits: () => unexpected,
    close: async () => {
      closing = true;
      child?.kill('SIGKILL');
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The server and every process of it at once: what is not on disk is gone, as when the machine's memory is. */
function killTree(embedded: Embedded): void {
  const pid = embedded.pid();
  if (pid === undefined) return;
  const children = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === pid).map(Number);
  for (const one of [pid, ...children]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // A backend may have ended on its own meanwhile.
      continue;
    }
  }
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return undefined;
  }
}

async function migrated(url: string): Promise<void> {
  const database = openDatabase(url);
  await migrate(database.db, { migrationsFolder: join(import.meta.dirname, '../drizzle') });
  await database.close();
}

async function answering(address: string): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    const ready = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(2000) }).then((answer) => answer.ok, () => false);
    if (ready) return;
    await pause(100);
  }
  throw new Error('the API does not start');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
