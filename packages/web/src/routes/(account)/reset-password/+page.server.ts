import { accounts } from '@ganwan/shared/people/accounts-contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, secret } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ complete: url.searchParams.has('token') });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).call(accounts.resetPassword, { body: { newPassword: secret(form, 'newPassword'), token: event.url.searchParams.get('token') ?? '' } });
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, '/sign-in?reset');
  },
};
