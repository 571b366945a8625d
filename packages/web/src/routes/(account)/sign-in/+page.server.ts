import { accounts } from '@ganwan/shared/people/accounts-contract';
import type { Returned } from '@ganwan/shared/route';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { refuse, secret, text } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
  const next = ownPath(url.searchParams.get('next'));
  const { me } = await parent();
  if (me) redirect(303, next);
  return { next, ended: url.searchParams.has('next') && next !== '/', reset: url.searchParams.has('reset'), closed: url.searchParams.has('closed') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const next = ownPath(event.url.searchParams.get('next'));
    let answer: Returned<typeof accounts.signIn>;
    try {
      answer = await api(event).call(accounts.signIn, { body: { email: text(form, 'email'), password: secret(form, 'password') } });
    } catch (failure) {
      return refuse(failure, form);
    }
    redirect(303, 'twoFactorRedirect' in answer ? `/sign-in/code?next=${encodeURIComponent(next)}` : next);
  },
};
