import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import multipart from '@fastify/multipart';
import { sql } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Server } from 'socket.io';
import { importEvents } from '@ganwan/shared/imports/contract';
import { noticeEvents } from '@ganwan/shared/notices/contract';
import { bucketOf } from '#platform/address';
import { announcer } from '#platform/announce';
import type { Clock } from '#platform/clock';
import { listedContents } from '#platform/contents';
import type { OpenDatabase } from '#platform/database';
import type { Rate } from '#platform/allowance';
import { Failure } from '#platform/failure';
import { folderStore, type FileStore } from '#platform/files';
import { protectAnswers, protectPage } from '#platform/headers';
import { prepare } from '#platform/http';
import { inProcessApi, type CallApi } from '#platform/in-process';
import { measure } from '#platform/metrics';
import { openMail } from '#platform/mail';
import { describeApi } from '#platform/openapi';
import { recurring } from '#platform/recurring';
import { s3Store } from '#platform/s3-files';
import { houseRates, limitRates, type RequestRates } from '#platform/rate-limits';
import { finishConnections, serverOptions, within } from '#platform/server';
import { sweepSockets } from '#platform/socket-sweep';
import { auditRoutes } from '#features/audit/routes';
import { auditService } from '#features/audit/service';
import { openRelay } from '#platform/redis';
import { endSocketsOf, openSockets, type Entrance, type Listener } from '#platform/sockets';
import { conversationRoutes } from '#features/conversations/routes';
import { startConversations } from '#features/conversations/start';
import type { DemoNeeds } from '../demo/seed.ts';
import { enterpriseRoutes } from '#features/enterprises/routes';
import { startEnterprises } from '#features/enterprises/start';
import { fileRoutes } from '#features/files/routes';
import { fileService } from '#features/files/service';
import { files as filesTable } from '#features/files/table';
import { importRoutes } from '#features/imports/routes';
import { importService } from '#features/imports/service';
import { imports as importsTable } from '#features/imports/table';
import { healthRoutes } from '#features/health/routes';
import { listingRoutes } from '#features/listings/routes';
import type { ListingsChanged } from '#features/listings/service';
import { startListings } from '#features/listings/start';
import { overviewRoutes } from '#features/overview/routes';
import { overviewService } from '#features/overview/service';
import { noticeRoutes } from '#features/notices/routes';
import { noticeService } from '#features/notices/service';
import { mailWords } from '#features/people/mail-words';
import { accountRoutes } from '#features/people/account-routes';
import { personRoutes } from '#features/people/routes';
import { startPeople } from '#features/people/start';
import { enqueue } from '#features/search/outbox';
import { searchRoutes } from '#features/search/routes';
import { startSearch, type MeiliAddress } from '#features/search/start';

export interface Settings {
  origin: string;
  secret: string;
  outbox: string;
  /** The folder of uploaded files, or `s3://key:secret@host/bucket`. */
  files: string;
  mailFrom: string;
  smtpUrl?: string | undefined;
  /** Becomes administrator once a letter has confirmed the address. */
  administrator?: string | undefined;
  redisUrl?: string | undefined;
  /** Messages one person may send; the house rule when unsaid. */
  messageRate?: Rate | undefined;
  /** How often files that nothing took are removed; the house rule when unsaid. */
  tidyEveryMs?: number | undefined;
  /** How often expired listings are taken down; the house rule when unsaid. */
  expireEveryMs?: number | undefined;
  /** Requests a minute; the house rule when unsaid. */
  rates?: RequestRates | undefined;
  /** Proxies in front of this process; none when unsaid. */
  proxies?: number | undefined;
  /** How long to go on answering, not ready any more, before the end: proxies need a moment to notice. */
  drainMs?: number | undefined;
  logLevel: string;
  /** Where Meilisearch is; without one PostgreSQL searches. */
  meili?: MeiliAddress | undefined;
}

/** Pages of the web, as SvelteKit's handler for plain Node requests. */
export type Pages = (request: IncomingMessage & { api?: CallApi }, response: ServerResponse, next: () => void) => unknown;

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
  const http = Fastify(serverOptions({ logLevel: settings.logLevel, proxies: settings.proxies ?? 0 }));
  const readiness = { stopping: false, databaseAnswers: () => within(2000, db.execute(sql`select 1`).then(() => true, () => false), false) };

  const mail = await openMail({
    database, secret: settings.secret, smtpUrl: settings.smtpUrl, from: settings.mailFrom, outbox: settings.outbox, words: mailWords,
    failed: (trouble, what) => http.log.error(trouble, what),
  });
  const people = await startPeople({ db, mail, settings, endSockets: (named) => endSockets(named), failed: (error, what) => http.log.error({ err: error }, what) });

  await protectAnswers(http);
  await limitRates(http, settings.rates ?? houseRates, settings.redisUrl);
  prepare(http, people.identify);
  await http.register(multipart);
  await describeApi(http);
  const entrances: Entrance[] = [];
  const listeners: Listener[] = [];
  const relay = settings.redisUrl === undefined ? undefined : openRelay(settings.redisUrl, (error) => http.log.warn({ err: error }, 'redis'));
  const io = openSockets(http.server, { identify: people.identify, entrances, listeners, relay });
  const endSockets = endSocketsOf(io);
  measure(http, { io: () => io, database, letters: mail.count });
  const stopSweeping = sweepSockets(io, { standings: people.standings, failed: (error) => http.log.error({ err: error }, 'sockets were not checked') });

  healthRoutes(http, readiness);
  accountRoutes(http, people.accounts);
  personRoutes(http, people.persons);
  auditRoutes(http, auditService({ db }));

  const notices = noticeService({ db, clock, announce: announcer(noticeEvents, io) });
  noticeRoutes(http, notices);
  const listingsChanged: ListingsChanged[] = [enqueue];
  const listings = startListings({
    db, io, clock, notices,
    changed: listingsChanged,
    expireEveryMs: settings.expireEveryMs ?? 30_000,
    failed: (error) => http.log.error({ err: error }, 'expired listings were not taken down'),
  });
  listingRoutes(http, listings.service);

  const search = await startSearch({
    database, clock, listings: listings.service.published, meili: settings.meili,
    failed: (error, doing) => http.log.warn({ err: error }, doing),
  });
  searchRoutes(http, search.service);

  const conversations = startConversations({
    database, io, clock,
    messageRate: settings.messageRate ?? { burst: 60, perSecond: 20 },
    findListing: listings.service.findListing,
    lastPublished: listings.service.lastPublished,
    failed: (error) => http.log.error({ err: error }, 'messages were not announced'),
  });
  listingsChanged.push(conversations.service.listingsChanged);
  conversationRoutes(http, conversations.service);
  entrances.push(conversations.enter);
  listeners.push(conversations.listen);

  const { store, removeNameless } = listedContents({ db, store: openStore(settings.files), namedBy: [filesTable.sha256, filesTable.largeSha256, filesTable.thumbnailSha256, importsTable.sha256] });
  const files = fileService({ db, store, clock, readers: [listings.service.fileReader, conversations.showsFile] });
  fileRoutes(http, files);
  const tidying = recurring({
    everyMs: settings.tidyEveryMs ?? 3_600_000,
    work: async () => (await files.removeUnattached(), await removeNameless()),
    failed: (error) => http.log.error({ err: error }, 'files that nothing took were not removed'),
  });

  const imports = importService({
    db, clock, store, catalogue: listings.service, announce: announcer(importEvents, io),
    failed: (error) => http.log.error({ err: error }, 'an import was interrupted'),
  });
  importRoutes(http, imports);

  const enterprises = startEnterprises({
    db, mail, origin: settings.origin, endSockets,
    provePassword: people.accounts.provePassword,
    closed: [conversations.service.closeAll, imports.cancelAll],
    putAway: listings.service.archiveSome,
    failed: (error) => http.log.error({ err: error }, 'listings of a closed enterprise were not put away'),
  });
  enterpriseRoutes(http, enterprises.service, enterprises.invitations);

  overviewRoutes(http, overviewService({ db, clock }));

  servePages(http, pages);

  return {
    http,
    io,
    services: { enterprises: enterprises.service, files, listings: listings.service, conversations: conversations.service, hashPassword: people.hashPassword },
    close: async () => {
      readiness.stopping = true;
      if (settings.drainMs) await pause(settings.drainMs);
      const stopFinishing = finishConnections(http.server);
      const lettersInHand = mail.close();
      await imports.close();
      await listings.close();
      await enterprises.close();
      await tidying.stop();
      await search.close();
      await conversations.close();
      stopSweeping();
      people.close();
      await io.close();
      relay?.close();
      await lettersInHand;
      await http.close();
      stopFinishing();
    },
  };
}

const openStore = (files: string): FileStore => {
  const bucket = bucketOf(files);
  return bucket ? s3Store(bucket) : folderStore(files);
};

/** Everything outside /api belongs to the web. */
function servePages(http: FastifyInstance, pages: Pages | undefined): void {
  http.setNotFoundHandler((request, reply) => {
    if (!pages || request.url.startsWith('/api/')) throw new Failure('not_found');
    protectPage(reply);
    reply.hijack();
    const asked = Object.assign(request.raw, { api: inProcessApi(http, request.ip) });
    // Nobody waits for a page's handler: what it throws would end the process.
    Promise.resolve()
      .then(() => pages(asked, reply.raw, () => reply.raw.writeHead(404).end()))
      .catch((error: unknown) => {
        request.log.error({ err: error }, 'a page failed');
        if (reply.raw.headersSent) reply.raw.destroy();
        else reply.raw.writeHead(500).end();
      });
  });
}
