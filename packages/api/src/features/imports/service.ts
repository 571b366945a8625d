import type { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { importLimits, type Import, type ImportFormat, type ImportQuery, type importEvents, type RowsFileQuery, type RowsQuery } from '@ganwan/shared/imports/contract';
import { pageSize, type PageQuery } from '@ganwan/shared/page';
import { holdOpen } from '#features/enterprises/service';
import type { Member } from '#platform/actor';
import { rooms, type Announce } from '#platform/announce';
import type { Clock } from '#platform/clock';
import { cursorOf, page, readCursor } from '#platform/cursor';
import type { Database, Queries } from '#platform/database';
import type { Download } from '#platform/download';
import { Failure, found } from '#platform/failure';
import type { FileStore } from '#platform/files';
import type { AfterCommit } from '#platform/transaction';
import { importAnswer } from './answers.ts';
import type { Catalogue } from './pass.ts';
import { importQueries } from './queries.ts';
import { formatOf } from './read/format.ts';
import { refusedFile } from './refused-file.ts';
import { startImportWorker } from './worker.ts';

interface Needs {
  db: Database;
  clock: Clock;
  store: FileStore;
  catalogue: Catalogue;
  announce: Announce<typeof importEvents>;
  failed(error: unknown): void;
}

/** More wait their turn on this side of the counter. */
const liveAtMost = 5;
const rowKey = z.tuple([z.number().int()]);

export function importService({ db, clock, store, catalogue, announce, failed }: Needs) {
  const queries = importQueries(db);

  async function told(id: string): Promise<void> {
    const row = await queries.find(id);
    if (row) announce(rooms.enterprise(row.enterpriseId), 'import:changed', importAnswer(row));
  }
  const worker = startImportWorker({ db, clock, store, catalogue, told, failed });
  const show = async (actor: Member, id: string): Promise<Import> => importAnswer(found(await queries.findOf(actor.enterprise.id, id)));

  return {
    /** Keeps the file and starts its dry run. Throws `not_a_table`, `too_large`, and `too_many_requests` while others of the enterprise wait. */
    async create(actor: Member, { kind, subFamily }: ImportQuery, content: Readable, name: string): Promise<Import> {
      if ((await queries.countLive(actor.enterprise.id)) >= liveAtMost) throw new Failure('too_many_requests');
      const received = await store.receive(content, importLimits.csv);
      try {
        const format = await formatOf(received.path);
        if (received.bytes > importLimits[format]) throw new Failure('too_large');
        const { sha256, bytes } = await store.keep(received);
        const id = uuidv7();
        const fileName = name.replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-150) || `import.${format}`;
        await db.transaction(async (tx) => {
          found(await holdOpen(tx, actor.enterprise.id));
          await importQueries(tx).insert({ id, enterpriseId: actor.enterprise.id, startedBy: actor.person.id, kind, subFamily, fileName, sha256, bytes, format, createdAt: clock.now() });
        });
        worker.wake();
        return await show(actor, id);
      } finally {
        await received.discard();
      }
    },

    list: async (actor: Member, query: PageQuery) => page(await queries.list(actor.enterprise.id, query), query, importAnswer),
    show,

    async refused(actor: Member, id: string, { of, ...query }: RowsQuery) {
      await show(actor, id);
      const rows = await queries.refusalsAfter(id, of, readCursor(query.cursor, rowKey)?.[0] ?? 0, pageSize(query) + 1);
      const items = rows.slice(0, pageSize(query)).map(({ row, itemNumber, fields }) => ({ row, itemNumber, fields }));
      return { items, nextCursor: rows.length > items.length ? cursorOf(items.at(-1)!.row) : null };
    },

    async refusedFile(actor: Member, id: string, { of, format, locale }: RowsFileQuery): Promise<Download> {
      const row = found(await queries.findOf(actor.enterprise.id, id));
      return { content: refusedFile({ db, store }, row, of, format, locale), mediaType: mediaTypes[format], name: `${row.fileName.replace(/\.\w{1,5}$/, '')}-${of}.${format}`, disposition: 'attachment' };
    },

    /** Throws `conflict` unless its dry run has ended and nobody has decided yet. */
    async run(actor: Member, id: string, publish: boolean): Promise<Import> {
      await show(actor, id);
      await db.transaction(async (tx) => {
        const confirmed = await importQueries(tx).confirm(actor.enterprise.id, id, actor.person.id, publish, clock.now());
        if (!confirmed) throw new Failure('conflict');
        await importQueries(tx).forgetRefusals(id);
      });
      worker.wake();
      await told(id);
      return show(actor, id);
    },

    async cancel(actor: Member, id: string): Promise<Import> {
      await queries.cancel(actor.enterprise.id, id, actor.person.id, clock.now());
      await told(id);
      return show(actor, id);
    },

    /** With the enterprise, in the transaction that closes it; a batch at work finds its import cancelled and takes itself back. */
    cancelAll: (tx: Queries, _: AfterCommit, { enterpriseId, personId }: { enterpriseId: string; personId: string }): Promise<void> => importQueries(tx).cancelAll(enterpriseId, personId, clock.now()),

    close: () => worker.close(),
  };
}

export const mediaTypes: Record<ImportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
