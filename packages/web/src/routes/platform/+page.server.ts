import { redirect } from '@sveltejs/kit';
import { overview } from '@ganwan/shared/overview/contract';
import { people, type PlatformRole } from '@ganwan/shared/people/contract';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { text } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  signedIn(event, async ({ call }) => {
    const { searchParams } = event.url;
    const [{ person, can }, { at, enterprises, supplies, demands, talks }] = await Promise.all([call(people.me, {}), call(overview.show, {})]);
    if (!can.organise) redirect(303, '/workbench');
    const q = searchParams.get('q')?.trim().slice(0, 100) ?? '';
    const found = can.administer ? await call(people.search, { query: { ...(q && { q }), cursor: searchParams.get('cursor') ?? undefined, limit: 20 } }) : null;
    return { role: person.role, self: person.id, at, figures: { enterprises, supplies, demands, talks }, q, found };
  });

export const actions: Actions = {
  grant: async (event) => {
    const form = await event.request.formData();
    try {
      // The API judges whether it is a role.
      await api(event).call(people.grant, { params: { id: text(form, 'id') }, body: { role: text(form, 'role') as PlatformRole } });
    } catch (failure) {
      return refuseOne('grant', failure, form);
    }
    return { done: 'grant' };
  },
};
