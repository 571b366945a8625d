import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, text } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
  const next = ownPath(url.searchParams.get('next'));
  const { me } = await parent();
  if (me) redirect(303, next);
  return { next, ended: url.searchParams.has('next') && next !== '/', reset: url.searchParams.has('reset') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const next = ownPath(event.url.searchParams.get('next'));
    let answer: unknown;
    try {
      answer = await api(event).account('sign-in/email', { email: text(form, 'email'), password: form.get('password') ?? '' });
    } catch (failure) {
      return refuse(failure, form);
    }
    const second = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer;
    redirect(303, second ? `/sign-in/code?next=${encodeURIComponent(next)}` : next);
  },
};
