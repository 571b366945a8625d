import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { type Enterprise, EnterpriseEdit, enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { locales } from '@ganwan/shared/values';
import type { z } from 'zod';
import type { FormValues } from '#lib/listings/form-values.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { secret, text, texts } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { membership } = await event.parent();
  const enterprise = await signedIn(event, (asked) => asked.call(enterprises.show, { params: { id: membership.enterprise.id } }));
  return { enterprise, values: valuesOf(enterprise) };
};

/** What stands in the inputs of the form. */
function valuesOf({ names, about, region, chains }: Enterprise): FormValues {
  const texts = Object.entries({ names, about }).flatMap(([name, said]) => Object.entries(said).map(([locale, text]) => [`${name}.${locale}`, [text]] as const));
  return { ...Object.fromEntries(texts), region: [region], chains };
}

const inLanguages = (form: FormData, name: string): Record<string, string> =>
  Object.fromEntries(locales.map((locale) => [locale, text(form, `${name}.${locale}`)]).filter(([, value]) => value !== ''));

/** The enterprise a form is about, whichever its writer acts for by now. */
const aboutOf = ({ url }: RequestEvent) => ({ id: url.searchParams.get('enterprise') ?? '' });

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    // What was chosen is judged by the API, which answers with the field and the reason.
    const body = { revision: Number(text(form, 'revision')), names: inLanguages(form, 'names'), about: inLanguages(form, 'about'), region: text(form, 'region'), chains: texts(form, 'chains') } as z.input<typeof EnterpriseEdit>;
    const { call } = api(event);
    const params = aboutOf(event);
    try {
      await call(enterprises.edit, { params, body });
    } catch (failure) {
      const { status, data } = refuseOne('save', failure, form);
      const saved = data.code === 'conflict' ? await call(enterprises.show, { params }) : undefined;
      return fail(status, { ...data, about: params.id, theirs: saved && { revision: saved.revision, values: valuesOf(saved) } });
    }
    const { active } = await call(people.me, {});
    redirect(303, `/enterprise?${new URLSearchParams({ ...(active?.enterprise.id !== params.id && { enterprise: params.id }), saved: params.id })}`);
  },
  close: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).call(enterprises.close, { params: aboutOf(event), body: { password: secret(form, 'password') } });
    } catch (failure) {
      return refuseOne('close', failure, form);
    }
    redirect(303, '/account?closed');
  },
};
