import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, refuseField } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ complete: url.searchParams.has('token') });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const newPassword = form.get('password');
    if (typeof newPassword !== 'string' || newPassword.length < 10) return refuseField(form, 'password', 'password_short');
    try {
      await api(event).account('reset-password', { newPassword, token: event.url.searchParams.get('token') ?? '' });
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, '/sign-in?reset');
  },
};
