import { atLeast, type EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import type { ListingCan, ListingState } from '@ganwan/shared/listings/contract';

type Rule = (role: EnterpriseRole, state: ListingState, changed: boolean) => boolean;

const edit: Rule = (role, state) => atLeast(role, 'member') && state !== 'archived';

/** What a member of the listing's own enterprise may do with it as it stands; the same answers go to the screen. */
export const may: Record<'edit' | 'publish' | 'pause' | 'archive', Rule> = {
  edit,
  publish: (role, state, changed) => edit(role, state, changed) && (changed || state !== 'published'),
  pause: (role, state) => atLeast(role, 'member') && state === 'published',
  archive: edit,
};

export const canNow = (role: EnterpriseRole, state: ListingState, changed: boolean): ListingCan =>
  ({ edit: may.edit(role, state, changed), publish: may.publish(role, state, changed), pause: may.pause(role, state, changed), archive: may.archive(role, state, changed) });
