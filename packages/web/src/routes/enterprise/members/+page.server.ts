import { redirect } from '@sveltejs/kit';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import type { EnterpriseRole } from '@ganwan/shared/enterprises/rules';
import { people } from '@ganwan/shared/people/contract';
import type { Api } from '#lib/api.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { text } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { membership } = await event.parent();
  const params = { id: membership.enterprise.id };
  const cursor = (name: string) => event.url.searchParams.get(name) ?? undefined;
  return signedIn(event, async (api) => ({
    members: await api.call(enterprises.members, { params, query: { cursor: cursor('cursor'), limit: 50 } }),
    invitations: membership.can.manageMembers ? await api.call(enterprises.invitations, { params, query: { cursor: cursor('invitations'), limit: 20 } }) : null,
  }));
};

/** Does what the form `of` asks for the enterprise the person acts for. */
async function act(event: RequestEvent, of: string, ask: (api: Api, enterpriseId: string, form: FormData) => Promise<unknown>) {
  const form = await event.request.formData();
  try {
    const asked = api(event);
    const { active } = await asked.call(people.me, {});
    await ask(asked, active?.enterprise.id ?? '', form);
  } catch (failure) {
    return refuseOne(of, failure, form);
  }
  return { done: of };
}

// The API judges whether it is a role, and whose gift it is.
const role = (form: FormData) => text(form, 'role') as EnterpriseRole;

export const actions: Actions = {
  role: (event) => act(event, 'role', (api, id, form) => api.call(enterprises.changeRole, { params: { id, personId: text(form, 'personId') }, body: { role: role(form) } })),
  remove: (event) => act(event, 'remove', (api, id, form) => api.call(enterprises.removeMember, { params: { id, personId: text(form, 'personId') } })),
  invite: (event) => act(event, 'invite', (api, id, form) => api.call(enterprises.invite, { params: { id }, body: { email: text(form, 'email'), role: role(form) } })),
  revoke: (event) => act(event, 'revoke', (api, id, form) => api.call(enterprises.revokeInvitation, { params: { id, invitationId: text(form, 'invitationId') } })),
  leave: async (event) => {
    const answer = await act(event, 'leave', (api, id) => api.call(enterprises.leave, { params: { id } }));
    if ('done' in answer) redirect(303, '/');
    return answer;
  },
};
