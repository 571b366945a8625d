import { redirect } from '@sveltejs/kit';
import { people } from '@ganwan/shared/people/contract';
import { signedIn } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { active, person, enterprises } = await signedIn(event, (api) => api.call(people.me, {}));
  if (!active) redirect(303, `/welcome?next=${encodeURIComponent(event.url.pathname)}`);
  // A form stays with the one it was typed into, whichever its writer acts for by now.
  const asked = event.url.searchParams.get('enterprise');
  return { membership: enterprises.find(({ enterprise }) => enterprise.id === asked) ?? active, personId: person.id, memberships: enterprises };
};
