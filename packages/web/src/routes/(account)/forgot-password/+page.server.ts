import { accounts } from '@ganwan/shared/people/accounts-contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, text } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('sent') });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).call(accounts.requestPasswordReset, { body: { email: text(form, 'email') } });
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, '/forgot-password?sent');
  },
};
