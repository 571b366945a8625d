import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Notice, NoticesQuery, noticeEvents } from '@ganwan/shared/notices/contract';
import { pageSize } from '@ganwan/shared/page';
import type { Member } from '#platform/actor';
import { rooms, type Announce } from '#platform/announce';
import type { Clock } from '#platform/clock';
import { idCursor, page } from '#platform/cursor';
import type { Database, Queries } from '#platform/database';
import { found } from '#platform/failure';
import type { AfterCommit } from '#platform/transaction';
import { notices } from './table.ts';

interface Needs {
  db: Database;
  clock: Clock;
  announce: Announce<typeof noticeEvents>;
}

export type Told = Pick<Notice, 'kind' | 'listing'> & { enterpriseId: string };

export function noticeService({ db, clock, announce }: Needs) {
  const ofEnterprise = (actor: Member) => eq(notices.enterpriseId, actor.enterprise.id);

  return {
    /** Written in the transaction of the fact it tells of; the enterprise's open pages hear of it after the commit. */
    async tell(tx: Queries, afterCommit: AfterCommit, told: readonly Told[]): Promise<void> {
      if (told.length === 0) return;
      const rows = await tx.insert(notices).values(told.map((notice) => ({ id: uuidv7(), createdAt: clock.now(), ...notice }))).returning();
      afterCommit(() => rows.forEach((row) => announce(rooms.enterprise(row.enterpriseId), 'notice:new', row)));
    },

    async list(actor: Member, query: z.output<typeof NoticesQuery>) {
      const before = idCursor(query);
      const rows = await db.select().from(notices)
        .where(and(ofEnterprise(actor), query.unread ? isNull(notices.readAt) : undefined, before === undefined ? undefined : lt(notices.id, before)))
        .orderBy(desc(notices.id)).limit(pageSize(query) + 1);
      return page(rows, query, (row): Notice => row);
    },

    /** Reading twice keeps the first moment. */
    async read(actor: Member, id: string): Promise<Notice> {
      const mine = and(eq(notices.id, id), ofEnterprise(actor));
      await db.update(notices).set({ readAt: clock.now(), readBy: actor.person.id }).where(and(mine, isNull(notices.readAt)));
      return found((await db.select().from(notices).where(mine)).at(0));
    },
  };
}
