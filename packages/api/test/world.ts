import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { io as connect, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import type { EnterpriseRole, PlatformRole } from '#platform/actor';
import { openDatabase } from '#platform/database';
import { stoppedClock, systemClock, type Clock } from '#platform/clock';
import { eq } from 'drizzle-orm';
import { FailureBody } from '@ganwan/shared/failures';
import type { Returned, Route, Sent } from '@ganwan/shared/route';
import { enterprises, members } from '#features/enterprises/table';
import { people, sessions } from '#features/people/table';
import { buildApp, type App, type Settings } from '../src/app.ts';
import { freshDatabase } from './database.ts';

export { stoppedClock };

/** What a call was refused with, for `rejects.toMatchObject({ code: 'not_found' })`. */
export class Refused extends Error {
  readonly code: FailureBody['code'];
  readonly fields: FailureBody['fields'];
  readonly status: number;
  constructor(status: number, body: FailureBody) {
    super(`${body.code} ${JSON.stringify(body.fields ?? '')}`);
    this.code = body.code;
    this.fields = body.fields;
    this.status = status;
  }
}

type Call = <R extends Route>(route: R, given: Sent<R>) => Promise<Returned<R>>;

/** A person in the test: their ids, their calls through real HTTP, and their sockets. */
export interface Someone {
  id: string;
  email: string;
  cookie: string;
  enterpriseId: string;
  call: Call;
  /** Any request, with the person's cookie. */
  send(path: string, init?: RequestInit): Promise<Response>;
  socket(): Promise<Socket>;
}

/** Calls and sockets with whatever cookies were set so far. */
export interface Browser extends Pick<Someone, 'call' | 'send' | 'socket'> {
  cookies: Map<string, string>;
}

export interface World {
  app: App;
  address: string;
  database: ReturnType<typeof openDatabase>;
  nobody: Pick<Someone, 'call' | 'send' | 'socket'>;
  /** A browser without a person yet: it keeps the cookies it is given. */
  browser(): Browser;
  /** Letters to an address, oldest first, once there are at least so many (1 when unsaid). */
  letters(to: string, atLeast?: number): Promise<string[]>;
  /** Signs somebody up; in a new enterprise as owner unless told otherwise. */
  someone(given?: { name?: string; enterprise?: string | 'none'; role?: EnterpriseRole; platformRole?: PlatformRole }): Promise<Someone>;
  close(): Promise<void>;
}

let count = 0;

/** The whole product on a fresh database and a free port. Close it in `afterAll`. */
export async function world(given: { clock?: Clock; databaseUrl?: string; settings?: Partial<Settings>; port?: number } = {}): Promise<World> {
  const own = given.databaseUrl === undefined ? await freshDatabase() : undefined;
  const database = openDatabase(given.databaseUrl ?? own!.url);
  const dataDir = await mkdtemp(join(tmpdir(), 'ganwan-world-'));
  const app = await buildApp({
    database,
    clock: given.clock ?? systemClock,
    settings: { origin: 'http://localhost', secret: 'a secret only for tests, long enough', outbox: join(dataDir, 'outbox'), files: join(dataDir, 'files'), mailFrom: 'test@localhost', logLevel: 'error', rates: { perPerson: 100_000, perAddress: 1_000_000 }, ...given.settings },
  });
  await app.http.listen({ port: given.port ?? 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
  const sockets: Socket[] = [];

  const sender = (cookie?: string) => (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== undefined) headers.set('cookie', cookie);
    return fetch(address + path, { ...init, headers, signal: AbortSignal.timeout(20_000) });
  };

  const socket = (cookie: string) => new Promise<Socket>((resolve, reject) => {
    const opened = connect(address, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false });
    sockets.push(opened);
    opened.once('connect', () => resolve(opened));
    opened.once('connect_error', reject);
  });

  async function someone({ name = '陈晓明', enterprise, role = 'owner', platformRole = 'person' }: Parameters<World['someone']>[0] = {}): Promise<Someone> {
    const email = `person${++count}@example.com`;
    const answer = await sender()('/api/auth/sign-up/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, email, password: 'correct horse battery' }) });
    if (!answer.ok) throw new Error(`sign-up failed: ${answer.status} ${await answer.text()}`);
    const { user } = (await answer.json()) as { user: { id: string } };
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    if (platformRole !== 'person') await database.db.update(people).set({ role: platformRole }).where(eq(people.id, user.id));
    const enterpriseId = enterprise === 'none' ? '' : enterprise ?? (await anEnterprise());
    if (enterpriseId) {
      await database.db.insert(members).values({ id: uuidv7(), organizationId: enterpriseId, userId: user.id, role });
      await database.db.update(sessions).set({ activeOrganizationId: enterpriseId }).where(eq(sessions.userId, user.id));
    }
    const send = sender(cookie);
    return { id: user.id, email, cookie, enterpriseId, send, call: callWith(send), socket: () => socket(cookie) };
  }

  async function anEnterprise(): Promise<string> {
    const id = uuidv7();
    await database.db.insert(enterprises).values({ id, slug: id, name: '信江铜箔（示例）', names: { 'zh-Hans': '信江铜箔（示例）' }, identityKind: 'uscc', identityNumber: `T${++count}`, region: '360600', chains: ['nonferrous'] });
    return id;
  }

  /** Letters are posted in the background, so they are waited for. */
  async function letters(to: string, atLeast = 1): Promise<string[]> {
    for (const giveUp = AbortSignal.timeout(5000); ; await setTimeout(20)) {
      const files = await readdir(join(dataDir, 'outbox')).catch(() => []);
      const texts = await Promise.all(files.sort().map((file) => readFile(join(dataDir, 'outbox', file), 'utf8')));
      const found = texts.filter((text) => text.startsWith(`To: ${to}\n`));
      if (found.length >= atLeast) return found;
      if (giveUp.aborted) throw new Error(`${found.length} letters to ${to}`);
    }
  }

  function browser(): Browser {
    const cookies = new Map<string, string>();
    const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const send: Someone['send'] = async (path, init) => {
      const answer = await sender(cookie())(path, init);
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        if (/max-age=0/i.test(line)) cookies.delete(name!);
        else cookies.set(name!, value!);
      }
      return answer;
    };
    return { cookies, send, call: callWith(send), socket: () => socket(cookie()) };
  }

  return {
    app, address, database, someone, letters, browser,
    nobody: { call: callWith(sender()), send: sender(), socket: () => socket('') },
    close: async () => {
      for (const opened of sockets) opened.disconnect();
      await app.close();
      await database.close();
      await own?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function callWith(send: Someone['send']): Call {
  return async (route, given) => {
    const { params, query, body } = given as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const answer = await send(path + search, { method: route.method, ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const json: unknown = await answer.json();
    if (!answer.ok) throw new Refused(answer.status, FailureBody.parse(json));
    return route.response.decode(json as never) as Returned<typeof route>;
  };
}
