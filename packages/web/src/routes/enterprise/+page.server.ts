import { redirect } from '@sveltejs/kit';
import { EnterpriseEdit, enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { locales } from '@ganwan/shared/values';
import type { z } from 'zod';
import type { Api } from '#lib/api.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { secret, text, texts } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { membership } = await event.parent();
  const enterprise = await signedIn(event, (asked) => asked.call(enterprises.show, { params: { id: membership.enterprise.id } }));
  // A save by anybody makes another.
  const revision = Math.max(...enterprise.facts.filter(({ kind }) => kind === 'joined' || kind === 'changed').map(({ at }) => at.getTime()));
  return { enterprise, revision };
};

const inLanguages = (form: FormData, name: string): Record<string, string> =>
  Object.fromEntries(locales.map((locale) => [locale, text(form, `${name}.${locale}`)]).filter(([, value]) => value !== ''));

/** The enterprise the reader acts for when they press the button. */
async function acting(asked: Api): Promise<{ id: string }> {
  const { active } = await asked.call(people.me, {});
  return { id: active?.enterprise.id ?? '' };
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    // What was chosen is judged by the API, which answers with the field and the reason.
    const body = { names: inLanguages(form, 'names'), about: inLanguages(form, 'about'), region: text(form, 'region'), chains: texts(form, 'chains') } as z.input<typeof EnterpriseEdit>;
    try {
      const asked = api(event);
      await asked.call(enterprises.edit, { params: await acting(asked), body });
    } catch (failure) {
      return refuseOne('save', failure, form);
    }
    return { done: 'save' };
  },
  close: async (event) => {
    const form = await event.request.formData();
    try {
      const asked = api(event);
      await asked.call(enterprises.close, { params: await acting(asked), body: { password: secret(form, 'password') } });
    } catch (failure) {
      return refuseOne('close', failure, form);
    }
    redirect(303, '/account?closed');
  },
};
