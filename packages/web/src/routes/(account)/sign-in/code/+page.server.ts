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
    // People paste codes with spaces between the groups.
    const code = text(form, 'code').replace(/\s/g, '');
    try {
      if (recovery) await api(event).account('two-factor/verify-backup-code', { code });
      else await api(event).account('two-factor/verify-totp', { code, trustDevice: form.has('trust') });
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, ownPath(event.url.searchParams.get('next')));
  },
};
