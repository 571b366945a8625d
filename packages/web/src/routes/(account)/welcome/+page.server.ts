import { type EnterpriseDraft, enterprises } from '@ganwan/shared/enterprises/contract';
import { chains } from '@ganwan/shared/places/chains';
import { regions } from '@ganwan/shared/places/regions';
import { locales } from '@ganwan/shared/values';
import { redirect } from '@sveltejs/kit';
import { api, signedIn } from '#lib/server/api.ts';
import { refuse, text, texts } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import { people } from '@ganwan/shared/people/contract';
import { locale } from '#lib/words/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { person, security } = await signedIn(event, ({ call }) => call(people.me, {}));
  const side = { jiangxi: m.side_jiangxi(), bay_area: m.side_bay_area() };
  return {
    unconfirmed: security.emailVerified ? null : person.email,
    regions: regions.map(({ code, label, side: of }) => ({ value: code, label: label[locale()], group: side[of] })),
    chains: chains.map(({ code, label }) => ({ value: code, label: label[locale()] })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const names = Object.fromEntries(locales.map((language) => [language, text(form, `names.${language}`)]).filter(([, name]) => name));
    // Sent as typed: the API says which field to mend, in the words of the contract.
    const body = {
      names,
      identityKind: text(form, 'identityKind'),
      identityNumber: text(form, 'identityNumber'),
      region: text(form, 'region'),
      chains: texts(form, 'chains'),
      about: {},
    } as EnterpriseDraft;
    try {
      await api(event).call(enterprises.create, { body });
    } catch (failure) {
      return refuse(failure, form);
    }
    const next = ownPath(event.url.searchParams.get('next'));
    redirect(303, next === '/' ? '/publish' : next);
  },
};
