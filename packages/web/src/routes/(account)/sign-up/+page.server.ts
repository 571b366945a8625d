import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, refuseField, text } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import { locale } from '#lib/words/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ email: url.searchParams.get('email') ?? '' });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const password = form.get('password');
    if (typeof password !== 'string' || password.length < 10) return refuseField(form, 'password', 'password_short');
    try {
      await api(event).account('sign-up/email', { name: text(form, 'name'), email: text(form, 'email'), password, locale: locale() });
    } catch (failure) {
      return refuse(failure, form);
    }
    const next = ownPath(event.url.searchParams.get('next'));
    redirect(303, next.startsWith('/invitations/') ? next : `/welcome?next=${encodeURIComponent(next)}`);
  },
};
