import { fail, redirect } from '@sveltejs/kit';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { Locale } from '@ganwan/shared/values';
import type { Api } from '#lib/api.ts';
import { api, signedIn } from '#lib/server/api.ts';
import { keepLanguage } from '#lib/server/language.ts';
import { refuseOne } from '#lib/server/one-of-many.ts';
import { qrPath } from '#lib/server/qr.ts';
import { secret, text } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  signedIn(event, async (asked) => {
    const cursor = event.url.searchParams.get('cursor') ?? undefined;
    const [me, sessions, passkeys] = await Promise.all([
      asked.call(people.me, {}),
      asked.call(people.sessions, { query: { cursor, limit: 20 } }),
      asked.call(accounts.passkeys, {}),
    ]);
    return { closed: event.url.searchParams.has('closed'), person: me.person, security: me.security, memberships: me.enterprises, sessions, passkeys };
  });

const setupOf = (uri: string, codes: string[]) => ({ uri, qr: qrPath(uri), secret: URL.parse(uri)?.searchParams.get('secret') ?? '', codes });

/** Does what the form `of` asks; the answer says that it is done, with what else came of it. */
async function act<T extends Record<string, unknown> | void>(event: RequestEvent, of: string, ask: (asked: Api, form: FormData) => Promise<T>) {
  const form = await event.request.formData();
  try {
    return { done: of, ...(await ask(api(event), form)) };
  } catch (failure) {
    return refuseOne(of, failure, form);
  }
}

export const actions: Actions = {
  profile: (event) =>
    act(event, 'profile', async (asked, form) => {
      const locale = Locale.catch('zh-Hans').parse(form.get('locale'));
      await asked.call(people.edit, { body: { name: text(form, 'name'), locale } });
      keepLanguage(event.cookies, locale);
    }),
  password: (event) =>
    act(event, 'password', async (asked, form) => {
      await asked.call(accounts.changePassword, { body: { currentPassword: secret(form, 'currentPassword'), newPassword: secret(form, 'newPassword') } });
    }),
  email: (event) =>
    act(event, 'email', async (asked, form) => {
      const newEmail = text(form, 'newEmail');
      await asked.call(accounts.changeEmail, { body: { newEmail, password: secret(form, 'password') } });
      return { sentTo: newEmail };
    }),
  verification: (event) =>
    act(event, 'verification', async (asked) => {
      await asked.call(accounts.sendVerification, {});
    }),
  secondStepStart: (event) =>
    act(event, 'secondStepStart', async (asked, form) => {
      const { totpURI, backupCodes } = await asked.call(accounts.startTwoFactor, { body: { password: secret(form, 'password') } });
      return { setup: setupOf(totpURI, backupCodes) };
    }),
  secondStepConfirm: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).call(accounts.verifyTotp, { body: { code: text(form, 'code') } });
    } catch (failure) {
      const { status, data } = refuseOne('secondStepConfirm', failure, form);
      // Shown once more, so that a mistyped code costs no new start.
      return fail(status, { ...data, setup: setupOf(text(form, 'uri'), form.getAll('codes').map(String)) });
    }
    return { done: 'secondStepConfirm' };
  },
  secondStepCodes: (event) =>
    act(event, 'secondStepCodes', async (asked, form) => {
      const { backupCodes } = await asked.call(accounts.newRecoveryCodes, { body: { password: secret(form, 'password') } });
      return { codes: backupCodes };
    }),
  secondStepStop: (event) =>
    act(event, 'secondStepStop', async (asked, form) => {
      await asked.call(accounts.stopTwoFactor, { body: { password: secret(form, 'password') } });
    }),
  passkeyRemove: (event) =>
    act(event, 'passkeyRemove', async (asked, form) => {
      await asked.call(accounts.removePasskey, { body: { id: text(form, 'id') } });
    }),
  leave: (event) =>
    act(event, 'leave', async (asked, form) => {
      await asked.call(enterprises.leave, { params: { id: text(form, 'id') } });
    }),
  close: (event) =>
    act(event, 'close', async (asked, form) => {
      await asked.call(accounts.closeAccount, { body: { password: secret(form, 'password') } });
      redirect(303, '/sign-in?closed');
    }),
  sessionEnd: (event) =>
    act(event, 'sessionEnd', async (asked, form) => {
      await asked.call(people.endSession, { params: { id: text(form, 'id') } });
      if (form.has('current')) redirect(303, '/');
    }),
  sessionsEnd: (event) =>
    act(event, 'sessionsEnd', async (asked) => ({ ended: (await asked.call(people.endOtherSessions, {})).ended })),
};
