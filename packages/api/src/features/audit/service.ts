import { and, desc, eq, lt, or } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { AuditEntry, AuditKind, AuditQuery } from '@ganwan/shared/audit/contract';
import { pageSize } from '@ganwan/shared/page';
import { idCursor, page } from '#platform/cursor';
import type { Database, Queries } from '#platform/database';
import { people } from '#features/people/table';
import { auditEntries } from './table.ts';

export interface Fact {
  kind: AuditKind;
  /** Who did it, from which address. */
  by?: { person: { id: string }; address: string } | undefined;
  personId?: string;
  enterpriseId?: string;
  address?: string;
  detail?: Record<string, string>;
}

/** Written in the transaction of the change it speaks of, so that neither exists without the other. */
export async function writeDown(tx: Queries, { by, address, ...fact }: Fact): Promise<void> {
  await tx.insert(auditEntries).values({ id: uuidv7(), ...fact, byId: by?.person.id ?? null, address: by?.address ?? address ?? null });
}

export function auditService({ db }: { db: Database }) {
  return {
    async list(query: AuditQuery) {
      const before = idCursor(query);
      const { kind, personId, enterpriseId } = query;
      const rows = await db.select({ entry: auditEntries, id: auditEntries.id, name: people.name }).from(auditEntries).leftJoin(people, eq(people.id, auditEntries.byId))
        .where(and(
          kind && eq(auditEntries.kind, kind),
          personId === undefined ? undefined : or(eq(auditEntries.byId, personId), eq(auditEntries.personId, personId)),
          enterpriseId === undefined ? undefined : eq(auditEntries.enterpriseId, enterpriseId),
          before === undefined ? undefined : lt(auditEntries.id, before),
        ))
        .orderBy(desc(auditEntries.id)).limit(pageSize(query) + 1);
      return page(rows, query, ({ entry, name }): AuditEntry => ({ ...entry, by: entry.byId === null ? null : { id: entry.byId, name } }));
    },
  };
}
