import type { Enterprise } from '@ganwan/shared/enterprises/contract';
import { m } from '#lib/paraglide/messages.js';

/** What the system alone has checked of a registration number: only the mainland's ends with a check character. */
export const numberCheckedWords = (kind: Enterprise['identityKind']): string => (kind === 'uscc' ? m.fact_identity_number_checked() : m.fact_identity_number_form());
