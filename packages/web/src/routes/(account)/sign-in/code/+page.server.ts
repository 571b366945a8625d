import { accounts } from '@ganwan/shared/people/accounts-contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, text } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  next: ownPath(url.searchParams.get('next')),
  recovery: url.searchParams.has('recovery'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const recovery = event.url.searchParams.has('recovery');
    const code = text(form, 'code');
    try {
      if (recovery) await api(event).call(accounts.verifyRecoveryCode, { body: { code } });
      else await api(event).call(accounts.verifyTotp, { body: { code, trustDevice: form.has('trust') } });
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, ownPath(event.url.searchParams.get('next')));
  },
};
