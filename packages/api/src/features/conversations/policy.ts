import { atLeast, type EnterpriseRole } from '@ganwan/shared/enterprises/rules';

/** A viewer reads along; whoever may write may also let colleagues in. */
export const may = {
  write: (role: EnterpriseRole): boolean => atLeast(role, 'member'),
  admit: (role: EnterpriseRole): boolean => atLeast(role, 'member'),
  /** Those who lead a side may let people in (themselves too) without being in, or a side could lock itself out. */
  admitFromOutside: (role: EnterpriseRole): boolean => atLeast(role, 'admin'),
};
