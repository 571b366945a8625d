import type { EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import { m } from '#lib/paraglide/messages.js';

const names: Record<EnterpriseRole, () => string> = { viewer: m.role_viewer, member: m.role_member, admin: m.role_admin, owner: m.role_owner };
const duties: Record<EnterpriseRole, () => string> = { viewer: m.role_viewer_may, member: m.role_member_may, admin: m.role_admin_may, owner: m.role_owner_may };

export const roleName = (role: EnterpriseRole): string => names[role]();

/** What somebody of this role may do, in a few words. */
export const roleDuty = (role: EnterpriseRole): string => duties[role]();

export const roleChoices = (roles: readonly EnterpriseRole[]): { value: string; label: string }[] => roles.map((role) => ({ value: role, label: `${roleName(role)} · ${roleDuty(role)}` }));
