import type { Enterprise, EnterpriseCard, Member, Membership } from '@ganwan/shared/enterprises/contract';
import { enterprisePolicy, rolesInTheGiftOf, type EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import type { enterprises } from './table.ts';

type Row = typeof enterprises.$inferSelect;

/** As everyone may see it. */
export function shown(row: Row): Enterprise {
  const facts: Enterprise['facts'] = [{ kind: 'joined', at: row.createdAt }, { kind: 'identity_number_checked', at: row.createdAt }];
  if (row.identityConfirmedAt) facts.push({ kind: 'identity_confirmed', at: row.identityConfirmedAt });
  if (row.updatedAt > row.createdAt) facts.push({ kind: 'changed', at: row.updatedAt });
  if (row.closedAt) facts.push({ kind: 'closed', at: row.closedAt });
  const { id, names, identityKind, identityNumber, region, chains, about, revision } = row;
  return { id, names, identityKind, identityNumber, region, chains, about, revision, facts };
}

export const card = ({ id, names, region, chains }: Row): EnterpriseCard => ({ id, names, region, chains });

/** What a role allows, in the words the screens ask with. */
export const membershipOf = ({ enterprise, role }: { enterprise: Row; role: EnterpriseRole }): Membership => ({
  enterprise: card(enterprise),
  role,
  can: { edit: enterprisePolicy.edit(role), close: enterprisePolicy.close(role), publish: enterprisePolicy.publish(role), invite: rolesInTheGiftOf(role), manageMembers: enterprisePolicy.manageMembers(role) },
});

interface MemberRow {
  role: EnterpriseRole;
  since: Date;
  person: Member['person'];
}

export const memberFor = (reader: { personId: string; role: EnterpriseRole }) => ({ role, since, person }: MemberRow): Member => ({
  role,
  since,
  person,
  can: {
    roles: rolesInTheGiftOf(reader.role).filter((to) => to !== role && enterprisePolicy.changeRole(reader.role, role, to)),
    remove: person.id !== reader.personId && enterprisePolicy.remove(reader.role, role),
  },
});
