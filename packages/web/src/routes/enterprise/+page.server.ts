import { fail, redirect } from '@sveltejs/kit';
import { type Enterprise, EnterpriseEdit, enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { locales } from '@ganwan/shared/values';
import type { z } from 'zod';
import type { Api } from '#lib/api.ts';
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

/** The enterprise the reader acts for when they press the button. */
async function acting(asked: Api): Promise<{ id: string }> {
  const { active } = await asked.call(people.me, {});
  return { id: active?.enterprise.id ?? '' };
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    // What was chosen is judged by the API, which answers with the field and the reason.
    const body = { revision: Number(text(form, 'revision')), names: inLanguages(form, 'names'), about: inLanguages(form, 'about'), region: text(form, 'region'), chains: texts(form, 'chains') } as z.input<typeof EnterpriseEdit>;
    const { call } = api(event);
    // Of the one that was typed into, whichever the reader acts for by now.
    const params = { id: event.url.searchParams.get('enterprise') ?? '' };
    try {
      await call(enterprises.edit, { params, body });
    } catch (failure) {
      const { status, data } = refuseOne('save', failure, form);
      const saved = data.code === 'conflict' ? await call(enterprises.show, { params }) : undefined;
      return fail(status, { ...data, theirs: saved && { revision: saved.revision, values: valuesOf(saved) } });
    }
    redirect(303, '/enterprise?done=saved');
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
