/** From the least to the most. A viewer reads, a member publishes and talks, an admin manages people, an owner everything. */
export const enterpriseRoles = ['viewer', 'member', 'admin', 'owner'] as const;
export type EnterpriseRole = (typeof enterpriseRoles)[number];

export const atLeast = (role: EnterpriseRole, needed: EnterpriseRole): boolean => enterpriseRoles.indexOf(role) >= enterpriseRoles.indexOf(needed);

/** Roles that somebody of this role may give or take: an owner all, an admin all but owner, others none. */
export const rolesInTheGiftOf = (role: EnterpriseRole): EnterpriseRole[] =>
  role === 'owner' ? [...enterpriseRoles] : role === 'admin' ? ['viewer', 'member', 'admin'] : [];

export const enterprisePolicy = {
  edit: (role: EnterpriseRole): boolean => atLeast(role, 'admin'),
  close: (role: EnterpriseRole): boolean => atLeast(role, 'owner'),
  publish: (role: EnterpriseRole): boolean => atLeast(role, 'member'),
  seeMembers: (role: EnterpriseRole): boolean => atLeast(role, 'viewer'),
  manageMembers: (role: EnterpriseRole): boolean => atLeast(role, 'admin'),
  invite: (role: EnterpriseRole, invited: EnterpriseRole): boolean => rolesInTheGiftOf(role).includes(invited),
  /** Both what the member is now and what they become must be in the gift of the one who changes it. */
  changeRole: (role: EnterpriseRole, from: EnterpriseRole, to: EnterpriseRole): boolean => rolesInTheGiftOf(role).includes(from) && rolesInTheGiftOf(role).includes(to),
  remove: (role: EnterpriseRole, member: EnterpriseRole): boolean => rolesInTheGiftOf(role).includes(member),
};

/** An enterprise without an owner could never be managed again. */
export const leavesNoOwner = (owners: number, from: EnterpriseRole, to: EnterpriseRole | undefined): boolean => from === 'owner' && to !== 'owner' && owners <= 1;
