import { z } from 'zod';
import { contract } from '../route.ts';
import { Id, LocalText } from '../values.ts';

export const enterpriseRoles = ['viewer', 'member', 'admin', 'owner'] as const;
export const identityKinds = ['uscc', 'hk_br', 'macao_registration'] as const;

/** What an enterprise says of itself. No defaults and no refinements here, so that the edit derives from it. */
const EnterpriseFields = z.strictObject({
  names: LocalText,
  identityKind: z.enum(identityKinds),
  identityNumber: z.string().trim().min(1).max(40),
  region: z.string(),
  chains: z.array(z.string()).max(12),
  about: z.partialRecord(z.enum(['zh-Hans', 'zh-Hant', 'en']), z.string().trim().max(4000)),
});

export const EnterpriseDraft = EnterpriseFields;
export const EnterpriseEdit = EnterpriseFields.omit({ identityKind: true, identityNumber: true }).partial();
export const Enterprise = z.object({ id: Id, ...EnterpriseFields.shape });

export type EnterpriseDraft = z.output<typeof EnterpriseDraft>;
export type EnterpriseEdit = z.output<typeof EnterpriseEdit>;
export type Enterprise = z.output<typeof Enterprise>;

export const enterprises = contract({
  create: { method: 'POST', path: '/api/enterprises', summary: 'Create an enterprise; the creator becomes its owner and acts for it at once.', access: 'person', body: EnterpriseDraft, response: Enterprise },
  show: { method: 'GET', path: '/api/enterprises/:id', summary: 'One enterprise, as everyone may see it.', access: 'anyone', params: z.object({ id: Id }), response: Enterprise },
});
