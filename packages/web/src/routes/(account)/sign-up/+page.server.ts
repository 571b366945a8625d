import { accounts } from '@ganwan/shared/people/accounts-contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, secret, text } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import { locale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ email: url.searchParams.get('email') ?? '' });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).call(accounts.signUp, { body: { name: text(form, 'name'), email: text(form, 'email'), password: secret(form, 'password'), locale: locale() } });
    } catch (failure) {
      return refuse(failure, form);
    }
    const next = ownPath(event.url.searchParams.get('next'));
    redirect(303, next.startsWith('/invitations/') ? next : `/welcome?next=${encodeURIComponent(next)}`);
  },
};
