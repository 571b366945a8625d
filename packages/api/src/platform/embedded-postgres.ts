import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareHome, type Home } from './embedded-postgres-home.ts';
import { takeOver } from './embedded-postgres-owner.ts';
import { freePort } from './port.ts';
import { StartRefusal } from './start-refusal.ts';

export interface EmbeddedOptions {
  /** An existing folder that this program may write. */
  dataDir: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Gets every line the server says. */
  log: (line: string) => void;
  /** Server settings by name, such as `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
}

export interface Embedded {
  /** The database `postgres`, as its owner, on 127.0.0.1 only. */
  url: string;
  /** Ends open connections and stops the server; calling it again does nothing. */
  stop: () => Promise<void>;
  /** The server's process, undefined while it is being started again. */
  pid: () => number | undefined;
}

const readyLine = 'database system is ready to accept connections';

/**
 * Starts PostgreSQL 18 on its own data, making the data the first time. A server that dies on its
 * own is started again on the same port; one whose program is killed stops by itself.
 * @throws StartRefusal when the data belongs to another major version or to a running program.
 */
export async function startEmbedded({ dataDir, port = 0, log, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const home = prepareHome(dataDir);
  refuseOtherMajor(home);
  const { giveBack } = await takeOver(home);
  let child: ChildProcess | undefined;
  let stopping = false;
  let chosen = port;

  const run = async () => {
    child = launch(home, chosen, settings);
    child.once('exit', () => { child = undefined; });
    await readiness(child, log);
    child.once('exit', () => { if (!stopping) void revive(); });
  };
  const revive = async () => {
    log('the server ended unexpectedly and is started again');
    while (!stopping) {
      try { return await run(); } catch (error) { log(String(error)); }
      await pause(500);
    }
  };

  try {
    if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, log);
    chosen ||= await freePort();
    await run();
  } catch (error) {
    giveBack();
    throw error;
  }
  return {
    url: `postgres://postgres:${home.password}@127.0.0.1:${chosen}/postgres`,
    pid: () => child?.pid,
    stop: async () => {
      stopping = true;
      if (child) {
        const gone = once(child, 'exit');
        child.kill('SIGINT');
        await gone;
      }
      giveBack();
    },
  };
}

function refuseOtherMajor(home: Home): void {
  const file = join(home.data, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  const ours = /\d+/.exec(execFileSync(join(home.programs, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }))?.[0];
  if (found !== ours) {
    throw new StartRefusal(`The data in ${home.data} was made by PostgreSQL ${found} and this program brings PostgreSQL ${ours}; use the program that made it, or choose another DATA_DIR.`);
  }
}

async function initialise(home: Home, log: (line: string) => void): Promise<void> {
  // What an interrupted first start left behind has no PG_VERSION yet, and initdb wants an empty folder.
  rmSync(home.data, { recursive: true, force: true });
  mkdirSync(home.data, { mode: 0o700 });
  if (home.user) chownSync(home.data, home.user.uid, home.user.gid);
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const child = spawn(join(home.programs, 'bin', 'initdb'), [
    `--pgdata=${home.data}`, '--username=postgres', `--pwfile=${join(home.folder, 'password')}`,
    '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    '--lc-collate=C', `--lc-ctype=${ctype}`, '--lc-messages=C', '--no-instructions',
  ], { ...home.user, cwd: home.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => { said.push(line); log(line); });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  rmSync(home.data, { recursive: true, force: true });
  throw new StartRefusal(`The embedded database could not be made in ${home.data}: ${said.at(-1) ?? 'initdb failed'}`);
}

function launch(home: Home, port: number, settings: Record<string, string>): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', jit: 'off', ...settings };
  const server = spawn(join(home.programs, 'bin', 'postgres'), [
    '-D', home.data, '-p', String(port), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    // In a session of its own, because Ctrl-C in the terminal must reach our graceful stop, not the server.
  ], { ...home.user, cwd: home.folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  watchOver(server);
  return server;
}

/** A shell that waits for this process to end, in whatever way, and then stops the server. */
function watchOver(server: ChildProcess): void {
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1" 2>/dev/null', 'sh', String(server.pid)], {
    cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  // Killed without reading: by then the number may belong to another process.
  server.once('exit', () => watcher.kill('SIGKILL'));
}

async function readiness(server: ChildProcess, log: (line: string) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const said: string[] = [];
  const listen = (line: string) => {
    said.push(line);
    if (line.includes(readyLine)) resolve();
  };
  if (!server.stderr) throw new Error('the server must be launched with a pipe for what it says');
  const lines = createInterface(server.stderr).on('line', log).on('line', listen);
  server.once('error', reject);
  server.once('exit', () => {
    const reason = said.findLast((line) => line.includes('FATAL')) ?? said.at(-1) ?? 'it said nothing';
    reject(new StartRefusal(`The embedded database does not start: ${reason}`));
  });
  const deadline = setTimeout(() => {
    log('the server is not ready after 60 s');
    server.kill('SIGQUIT');
  }, 60_000);
  try {
    await promise;
  } finally {
    clearTimeout(deadline);
    lines.off('line', listen);
  }
}
