import type { EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import type { PlatformRole } from '@ganwan/shared/people/contract';
import type { RegionCode } from '@ganwan/shared/places/regions';

interface Named {
  id: string;
  name: string;
}

/** Who reads, as far as every page knows; null for a visitor. */
export interface Me extends Named {
  /** On the platform, whatever the enterprise. */
  role: PlatformRole;
  enterprises: Named[];
  /** The enterprise the person acts for now, and where it is. */
  acting: (Named & { role: EnterpriseRole; region: RegionCode; mayPublish: boolean }) | null;
  /** Conversations with something unread. */
  unread: number;
}

/** Organisers and administrators who act for no enterprise neither publish nor talk. */
export const isOfPlatform = (me: Me | null): boolean => me !== null && me.role !== 'person' && me.acting === null;
/** Where a person's own work begins. */
export const workbenchOf = (me: Me | null): string => (isOfPlatform(me) ? '/platform' : '/workbench');
/** Whether to lead to publishing and negotiating. Who only looks on for an enterprise is not led to where they may do nothing; whoever has none yet is led to founding one. */
export const mayDeal = (me: Me | null): boolean => !isOfPlatform(me) && me?.acting?.mayPublish !== false;
/** Whether to lead to a conversation about a listing of the enterprise at this address: never about one's own. */
export const mayAsk = (me: Me | null, enterprisePath: string): boolean => mayDeal(me) && enterprisePath !== `/enterprises/${me?.acting?.id}`;
