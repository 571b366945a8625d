import type { EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import type { RegionCode } from '@ganwan/shared/places/regions';

interface Named {
  id: string;
  name: string;
}

/** Who reads, as far as every page knows; null for a visitor. */
export interface Me extends Named {
  enterprises: Named[];
  /** The enterprise the person acts for now, and where it is. */
  acting: (Named & { role: EnterpriseRole; region: RegionCode; mayPublish: boolean }) | null;
  /** Conversations with something unread. */
  unread: number;
}
