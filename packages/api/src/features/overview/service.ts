import { and, count, countDistinct, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { families, familyOf } from '@ganwan/shared/catalogue/families';
import { RegionCode, regions } from '@ganwan/shared/places/regions';
import type { Overview } from '@ganwan/shared/overview/contract';
import { conversations } from '#features/conversations/table';
import { enterprises } from '#features/enterprises/table';
import { listings, listingVersions } from '#features/listings/table';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';

const freshMs = 30_000;
const weekMs = 7 * 86_400_000;
const corridorsAtMost = 24;
const sideOf = (code: string) => regions.find((region) => region.code === code)?.side;

export function overviewService({ db, clock }: { db: Database; clock: Clock }) {
  let kept: Promise<Overview> | undefined;
  let keptAt = -Infinity;

  return {
    /** Counted at most once in half a minute, however many ask: the home page is the most read of all. */
    show(): Promise<Overview> {
      const now = clock.now().getTime();
      if (!kept || now - keptAt >= freshMs) {
        keptAt = now;
        kept = figures(db, new Date(now));
        kept.catch(() => void (kept = undefined));
      }
      return kept;
    },
  };
}

async function figures(db: Database, at: Date): Promise<Overview> {
  const onDisplay = and(eq(listings.state, 'published'), or(isNull(listings.expiresAt), gt(listings.expiresAt, at)));
  const [firms, kinds, talks, corridors] = await Promise.all([
    db.$count(enterprises, isNull(enterprises.closedAt)),
    db.select({ kind: listings.kind, subFamily: listings.subFamily, listings: count() }).from(listings).where(onDisplay).groupBy(listings.kind, listings.subFamily),
    db.select({ number: countDistinct(conversations.id) }).from(conversations).where(and(gt(conversations.lastSeq, 0), gt(conversations.activeAt, new Date(at.getTime() - weekMs)))),
    offered(db, onDisplay),
  ]);
  const sum = (rows: typeof kinds, kind: string) => rows.filter((row) => row.kind === kind).reduce((total, row) => total + row.listings, 0);
  return {
    at,
    enterprises: firms,
    supplies: sum(kinds, 'supply'),
    demands: sum(kinds, 'demand'),
    talks: talks[0]?.number ?? 0,
    families: families.map(({ code: family }) => {
      const own = kinds.filter((row) => familyOf(row.subFamily) === family);
      const each = Map.groupBy(own, (row) => row.subFamily);
      const subFamilies = [...each].map(([subFamily, rows]) => ({ subFamily, listings: rows.reduce((total, row) => total + row.listings, 0) }));
      return { family, supplies: sum(own, 'supply'), demands: sum(own, 'demand'), subFamilies: subFamilies.sort((a, b) => b.listings - a.listings) };
    }),
    corridors,
  };
}

/** Only across the two sides: what stays inside one is no corridor. */
async function offered(db: Database, onDisplay: ReturnType<typeof and>): Promise<Overview['corridors']> {
  const from = sql<string>`${listingVersions.fields}->>'originRegion'`;
  const rows = await db
    .select({ from, to: sql<string>`target.code`, supplies: count() })
    .from(listings)
    .innerJoin(listingVersions, and(eq(listingVersions.listingId, listings.id), eq(listingVersions.version, listings.version)))
    .innerJoin(sql`lateral jsonb_array_elements_text(${listingVersions.fields}->'targetRegions') as target(code)`, sql`true`)
    .where(and(onDisplay, eq(listings.kind, 'supply')))
    .groupBy(from, sql`target.code`)
    .orderBy(desc(count()), from, sql`target.code`);
  return rows
    .flatMap(({ supplies, ...row }) => {
      const [origin, target] = [RegionCode.safeParse(row.from), RegionCode.safeParse(row.to)];
      return origin.success && target.success && sideOf(origin.data) !== sideOf(target.data) ? [{ from: origin.data, to: target.data, supplies }] : [];
    })
    .slice(0, corridorsAtMost);
}
