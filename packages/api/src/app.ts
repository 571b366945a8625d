import type { IncomingMessage, ServerResponse } from 'node:http';
import multipart from '@fastify/multipart';
import { sql } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Server } from 'socket.io';
import { importEvents } from '@ganwan/shared/imports/contract';
import { noticeEvents } from '@ganwan/shared/notices/contract';
import { announcer, rooms } from '#platform/announce';
import type { Clock } from '#platform/clock';
import type { OpenDatabase } from '#platform/database';
import type { Rate } from '#platform/allowance';
import { Failure } from '#platform/failure';
import { folderStore } from '#platform/files';
import { prepare } from '#platform/http';
import { inProcessApi, type CallApi } from '#platform/in-process';
import { logOptions } from '#platform/log';
import { openMail } from '#platform/mail';
import { describeApi } from '#platform/openapi';
import { sweepSockets } from '#platform/socket-sweep';
import { auditRoutes } from '#features/audit/routes';
import { auditService, writeDown } from '#features/audit/service';
import { invitationService } from '#features/enterprises/invitation-service';
import { openRelay } from '#platform/redis';
import { endSocketsOf, openSockets, type Entrance, type Listener } from '#platform/sockets';
import { conversationRoutes } from '#features/conversations/routes';
import { startConversations } from '#features/conversations/start';
import type { DemoNeeds } from '../demo/seed.ts';
import { enterpriseRoutes } from '#features/enterprises/routes';
import { enterpriseService } from '#features/enterprises/service';
import { fileRoutes } from '#features/files/routes';
import { fileService } from '#features/files/service';
import { importRoutes } from '#features/imports/routes';
import { importService } from '#features/imports/service';
import { healthRoutes } from '#features/health/routes';
import { listingRoutes } from '#features/listings/routes';
import { startListings } from '#features/listings/start';
import { noticeRoutes } from '#features/notices/routes';
import { noticeService } from '#features/notices/service';
import { authWith } from '#features/people/auth';
import { identifyWith, standingsOf } from '#features/people/identify';
import { mailWords } from '#features/people/mail-words';
import { accountRoutes } from '#features/people/account-routes';
import { accountService } from '#features/people/account-service';
import { personRoutes } from '#features/people/routes';
import { personService } from '#features/people/service';

export interface Settings {
  origin: string;
  secret: string;
  outbox: string;
  /** The folder of uploaded files. */
  files: string;
  mailFrom: string;
  smtpUrl?: string | undefined;
  redisUrl?: string | undefined;
  /** Messages one person may send; the house rule when unsaid. */
  messageRate?: Rate | undefined;
  /** How often expired listings are taken down; the house rule when unsaid. */
  expireEveryMs?: number | undefined;
  logLevel: string;
}

/** Pages of the web, as SvelteKit's handler for plain Node requests. */
export type Pages = (request: IncomingMessage & { api?: CallApi }, response: ServerResponse, next: () => void) => void;

export interface Needs {
  database: OpenDatabase;
  clock: Clock;
  settings: Settings;
  pages?: Pages | undefined;
}

export interface App {
  http: FastifyInstance;
  io: Server;
  /** For the demo, which enters its data as people would, without the network. */
  services: Omit<DemoNeeds, 'db' | 'clock'>;
  close(): Promise<void>;
}

/** The table of contents: every feature, what it needs, and which fact of one feature another listens to. */
export async function buildApp({ database, clock, settings, pages }: Needs): Promise<App> {
  const { db } = database;
  const http = Fastify({ logger: logOptions(settings.logLevel) ?? false, requestTimeout: 15 * 60_000, http: { headersTimeout: 30_000 }, bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 200 } });
  const readiness = { stopping: false, databaseAnswers: () => db.execute(sql`select 1`).then(() => true, () => false) };

  const mail = openMail({ smtpUrl: settings.smtpUrl, from: settings.mailFrom, outbox: settings.outbox, words: mailWords, lost: (error, template) => http.log.error({ err: error, template }, 'a letter was not sent') });
  const auth = authWith({
    db, mail, secret: settings.secret, origin: settings.origin,
    passwordReset: async (personId, address) => {
      endSockets(rooms.person(personId));
      await writeDown(db, { kind: 'password_reset', personId, ...(address !== undefined && { address }) });
    },
  });
  const identify = identifyWith({ db, secret: settings.secret, cookie: (await auth.$context).authCookies.sessionToken.name });

  prepare(http, identify);
  await http.register(multipart);
  await describeApi(http);
  const entrances: Entrance[] = [];
  const listeners: Listener[] = [];
  const relay = settings.redisUrl === undefined ? undefined : openRelay(settings.redisUrl, (error) => http.log.warn({ err: error }, 'redis'));
  const io = openSockets(http.server, { identify, entrances, listeners, relay });
  const endSockets = endSocketsOf(io);
  const stopSweeping = sweepSockets(io, { standings: standingsOf(db), failed: (error) => http.log.error({ err: error }, 'sockets were not checked') });

  healthRoutes(http, readiness);
  const accounts = accountService({ db, auth, mail, origin: settings.origin, endSockets });
  const forgetting = setInterval(() => void accounts.forgetOld().catch((error: unknown) => http.log.error({ err: error }, 'what ran out was not forgotten')), 3_600_000).unref();
  accountRoutes(http, accounts);
  personRoutes(http, personService({ db, endSockets }));
  const enterprises = enterpriseService({ db, endSockets });
  enterpriseRoutes(http, enterprises, invitationService({ db, mail, origin: settings.origin, endSockets }));
  auditRoutes(http, auditService({ db }));

  const notices = noticeService({ db, clock, announce: announcer(noticeEvents, io) });
  noticeRoutes(http, notices);
  const listings = startListings({
    db, io, clock, notices,
    changed: [],
    expireEveryMs: settings.expireEveryMs ?? 30_000,
    failed: (error) => http.log.error({ err: error }, 'expired listings were not taken down'),
  });
  listingRoutes(http, listings.service);

  const conversations = startConversations({
    database, io, clock,
    messageRate: settings.messageRate ?? { burst: 60, perSecond: 20 },
    findListing: listings.service.findListing,
  });
  conversationRoutes(http, conversations.service);
  entrances.push(conversations.enter);
  listeners.push(conversations.listen);

  const store = folderStore(settings.files);
  const files = fileService({ db, store, clock, readers: [listings.service.fileReader, conversations.showsFile] });
  fileRoutes(http, files);

  const imports = importService({
    db, clock, store, catalogue: listings.service, announce: announcer(importEvents, io),
    failed: (error) => http.log.error({ err: error }, 'an import was interrupted'),
  });
  importRoutes(http, imports);

  servePages(http, pages);

  return {
    http,
    io,
    services: { enterprises, files, listings: listings.service, conversations: conversations.service, hashPassword: (await auth.$context).password.hash },
    close: async () => {
      readiness.stopping = true;
      await imports.close();
      await listings.close();
      await conversations.close();
      stopSweeping();
      clearInterval(forgetting);
      await io.close();
      relay?.close();
      await http.close();
    },
  };
}

/** Everything outside /api belongs to the web. */
function servePages(http: FastifyInstance, pages: Pages | undefined): void {
  http.setNotFoundHandler((request, reply) => {
    if (!pages || request.url.startsWith('/api/')) throw new Failure('not_found');
    reply.hijack();
    pages(Object.assign(request.raw, { api: inProcessApi(http, request.ip) }), reply.raw, () => reply.raw.writeHead(404).end());
  });
}
