import { EnterpriseEdit, enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { locales } from '@ganwan/shared/values';
import type { z } from 'zod';
import { api, signedIn } from '#lib/server/api.ts';
import { refuse, text, texts } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { membership } = await event.parent();
  const enterprise = await signedIn(event, (asked) => asked.call(enterprises.show, { params: { id: membership.enterprise.id } }));
  return { enterprise };
};

const inLanguages = (form: FormData, name: string): Record<string, string> =>
  Object.fromEntries(locales.map((locale) => [locale, text(form, `${name}.${locale}`)]).filter(([, value]) => value !== ''));

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    // What was chosen is judged by the API, which answers with the field and the reason.
    const body = { names: inLanguages(form, 'names'), about: inLanguages(form, 'about'), region: text(form, 'region'), chains: texts(form, 'chains') } as z.input<typeof EnterpriseEdit>;
    try {
      const asked = api(event);
      const { active } = await asked.call(people.me, {});
      await asked.call(enterprises.edit, { params: { id: active?.enterprise.id ?? '' }, body });
    } catch (failure) {
      return refuse(failure, form);
    }
    return { saved: true };
  },
};
