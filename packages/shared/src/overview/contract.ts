import { z } from 'zod';
import { Family, SubFamily } from '../catalogue/families.ts';
import { RegionCode } from '../places/regions.ts';
import { contract } from '../route.ts';
import { Instant } from '../values.ts';

const Count = z.number().int();

/** What the marketplace holds at a moment. Every figure can be found again by a search. */
export const Overview = z.object({
  at: Instant,
  enterprises: Count,
  supplies: Count,
  demands: Count,
  /** Conversations that were spoken in during the last seven days. */
  talks: Count,
  families: z.array(z.object({ family: Family, supplies: Count, demands: Count, subFamilies: z.array(z.object({ subFamily: SubFamily, listings: Count })) })),
  /** Who offers whom how many listings, the most first: from a place of origin to a target region on the other side. */
  corridors: z.array(z.object({ from: RegionCode, to: RegionCode, supplies: Count })).max(24),
});
export type Overview = z.output<typeof Overview>;

export const overview = contract({
  show: { method: 'GET', path: '/api/overview', summary: 'Live figures of the marketplace, at most half a minute old.', access: 'anyone', rate: 240, response: Overview },
});
