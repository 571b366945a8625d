import { APIError } from 'better-auth/api';
import { writeDown, type Fact } from '#features/audit/service';
import type { Actor } from '#platform/actor';
import { rooms } from '#platform/announce';
import type { Database } from '#platform/database';
import { Failure, found, refuse } from '#platform/failure';
import type { Mail } from '#platform/mail';
import type { EndSockets } from '#platform/sockets';
import { inTransaction } from '#platform/transaction';
import { passkeysAtMost } from '@ganwan/shared/people/accounts-contract';
import { failureOf } from './account-failures.ts';
import type { Auth } from './auth.ts';
import { closeAccount } from './closing.ts';
import { addressIn, emailChanged } from './email-change.ts';
import { attemptLimits, LimitReached, limits, type Limit } from './limits.ts';
import { personQueries } from './queries.ts';
import type { Asked, ProvePassword } from './service.ts';

interface Needs {
  db: Database;
  auth: Auth;
  mail: Mail;
  origin: string;
  endSockets: EndSockets;
  /** Somebody has shown that letters reach them. */
  emailConfirmed(): Promise<void>;
}

type Tries = (readonly [Limit, string])[];
interface User { id: string; name: string; email: string }

export function accountService({ db, auth, mail, origin, endSockets, emailConfirmed }: Needs) {
  const attempts = attemptLimits(db);
  const queries = personQueries(db);

  /** Lets better-auth answer; its cookies go to the browser, its session tokens stay out of the answer's body. */
  async function ask<T>({ request, reply }: Asked, path: string, body?: object): Promise<T> {
    // The house has judged the page's origin already; better-auth compares with the one address it knows.
    const headers = new Headers({ origin, 'x-real-ip': request.ip, 'content-type': 'application/json' });
    for (const name of ['cookie', 'user-agent']) if (typeof request.headers[name] === 'string') headers.set(name, request.headers[name]);
    const answer = await auth.handler(new Request(new URL(`/api/auth/${path}`, origin), { method: request.method, headers, ...(request.method === 'POST' && { body: JSON.stringify(body ?? {}) }) })).catch(withoutQuery);
    for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
    const json: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw failureOf(answer.status, json);
    return json as T;
  }

  const note = (fact: Fact) => writeDown(db, fact);

  /** Counts the try before the work, so that many at once cannot slip through, and forgets it when it was right. */
  async function limited<T>({ request, reply }: Asked, tries: Tries, email: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      await attempts.take(...tries);
    } catch (error) {
      if (error instanceof LimitReached) reply.header('retry-after', error.seconds);
      if (error instanceof LimitReached && error.first) await note({ kind: 'sign_in_limited', address: request.ip, detail: { limit: error.limit, ...(email !== undefined && { email }) } });
      throw error;
    }
    const result = await work();
    await attempts.giveBack(...tries);
    return result;
  }

  const passwordTries = ({ request }: Asked, account: string): Tries => [
    [limits.passwordHere, `${account} ${request.ip}`], [limits.passwordAccount, account], [limits.passwordAddress, request.ip],
  ];
  const codeTries = ({ request }: Asked): Tries => [[limits.codeAddress, request.ip]];
  /** Whoever is signed in can be guessed at too, by somebody at their open laptop. */
  const withPassword = <T>(asked: Asked, actor: Actor, path: string, body: object) => limited(asked, passwordTries(asked, actor.person.email), actor.person.email, () => ask<T>(asked, path, body));

  /** For what better-auth would do without asking. Throws `wrong_password`. */
  const provePassword: ProvePassword = (asked, actor, password) =>
    limited(asked, passwordTries(asked, actor.person.email), actor.person.email, async () => {
      const headers = new Headers({ cookie: asked.request.headers.cookie ?? '' });
      await auth.api.verifyPassword({ headers, body: { password } }).catch((error: unknown) => { throw error instanceof APIError ? failureOf(error.statusCode, error.body) : error; });
    });

  const signedIn = ({ user }: { user: User }) => ({ user });

  return {
    provePassword,

    async signUp(asked: Asked, { name, email, password, locale }: { name: string; email: string; password: string; locale?: string | undefined }) {
      await attempts.take([limits.signUpAddress, asked.request.ip]);
      return limited(asked, [[limits.takenAddress, asked.request.ip]], email, async () => {
        const { user } = await ask<{ user: User }>(asked, 'sign-up/email', { name, email, password, ...(locale !== undefined && { locale }) });
        await note({ kind: 'signed_up', personId: user.id, address: asked.request.ip });
        return { user };
      });
    },

    signIn: (asked: Asked, given: { email: string; password: string; rememberMe?: boolean | undefined }) =>
      limited(asked, passwordTries(asked, given.email.toLowerCase()), given.email.toLowerCase(), async () => {
        const answer = await ask<{ twoFactorRedirect?: true; user: User }>(asked, 'sign-in/email', given);
        return answer.twoFactorRedirect ? { twoFactorRedirect: true as const } : signedIn(answer);
      }),

    async signOut(asked: Asked, actor: Actor | undefined): Promise<void> {
      await ask(asked, 'sign-out');
      if (actor) endSockets(rooms.session(actor.sessionId));
    },

    /** Over the limit nothing is sent, and the answer is the same. */
    async requestPasswordReset(asked: Asked, email: string): Promise<void> {
      await attempts.take([limits.letterAddress, asked.request.ip]);
      const sent = await attempts.take([limits.letterAccount, email.toLowerCase()]).then(() => true, onlyLimit);
      if (sent) await ask(asked, 'request-password-reset', { email });
    },

    async resetPassword(asked: Asked, given: { newPassword: string; token: string }): Promise<void> {
      await limited(asked, codeTries(asked), undefined, () => ask(asked, 'reset-password', given));
    },

    async changePassword(asked: Asked, actor: Actor, given: { currentPassword: string; newPassword: string }) {
      const answer = await withPassword<{ user: User }>(asked, actor, 'change-password', { ...given, revokeOtherSessions: true });
      endSockets(rooms.person(actor.person.id));
      await note({ kind: 'password_changed', by: actor });
      await mail.post(db, { to: actor.person.email, locale: actor.person.locale, template: 'password_changed', values: { name: actor.person.name, url: `${origin}/forgot-password` }, hours: 72 });
      return signedIn(answer);
    },

    async sendVerification(asked: Asked, actor: Actor): Promise<void> {
      await attempts.take([limits.letterAccount, actor.person.email], [limits.letterAddress, asked.request.ip]);
      await ask(asked, 'send-verification-email', { email: actor.person.email });
    },

    async verifyEmail(asked: Asked, token: string): Promise<void> {
      const { user } = await limited(asked, codeTries(asked), undefined, () => ask<{ user: User | null }>(asked, `verify-email?token=${encodeURIComponent(token)}`));
      // Only a letter that changes the address is answered with the person.
      if (user) await emailChanged({ db, mail }, { personId: user.id, from: addressIn(token), address: asked.request.ip });
      await emailConfirmed();
    },

    async changeEmail(asked: Asked, actor: Actor, given: { newEmail: string; password: string }): Promise<void> {
      const newEmail = given.newEmail.toLowerCase();
      if (newEmail === actor.person.email) throw refuse('newEmail', 'unchanged');
      await provePassword(asked, actor, given.password);
      await attempts.take([limits.letterAccount, actor.person.email], [limits.letterAccount, newEmail], [limits.letterAddress, asked.request.ip]);
      await ask(asked, 'change-email', { newEmail });
    },

    async closeAccount(asked: Asked, actor: Actor, given: { password: string }): Promise<void> {
      await provePassword(asked, actor, given.password);
      await closeAccount({ db, mail, endSockets }, actor);
      await ask(asked, 'sign-out');
    },

    startTwoFactor: (asked: Asked, actor: Actor, given: { password: string }) => withPassword<{ totpURI: string; backupCodes: string[] }>(asked, actor, 'two-factor/enable', given),

    async verifyTotp(asked: Asked, actor: Actor | undefined, given: { code: string; trustDevice?: boolean | undefined }) {
      const settingUp = actor !== undefined && (await queries.profile(actor.person.id))?.twoFactorEnabled === false;
      const answer = await limited(asked, codeTries(asked), undefined, () => ask<{ user: User }>(asked, 'two-factor/verify-totp', given));
      if (settingUp) {
        // The session is a new one now.
        endSockets(rooms.session(actor.sessionId));
        await note({ kind: 'two_factor_on', by: actor });
      }
      return signedIn(answer);
    },

    verifyRecoveryCode: (asked: Asked, given: { code: string; trustDevice?: boolean | undefined }) =>
      limited(asked, codeTries(asked), undefined, async () => signedIn(await ask<{ user: User }>(asked, 'two-factor/verify-backup-code', given))),

    newRecoveryCodes: (asked: Asked, actor: Actor, given: { password: string }) => withPassword<{ backupCodes: string[] }>(asked, actor, 'two-factor/generate-backup-codes', given),

    async stopTwoFactor(asked: Asked, actor: Actor, given: { password: string }): Promise<void> {
      await withPassword(asked, actor, 'two-factor/disable', given);
      endSockets(rooms.session(actor.sessionId));
      await note({ kind: 'two_factor_off', by: actor });
    },

    passkeyToRegister: (asked: Asked) => ask<Record<string, unknown>>(asked, 'passkey/generate-register-options'),

    async registerPasskey(asked: Asked, actor: Actor, given: { response: object; name?: string | undefined }): Promise<void> {
      if (((await queries.profile(actor.person.id))?.passkeys ?? 0) >= passkeysAtMost) throw new Failure('conflict');
      await ask(asked, 'passkey/verify-registration', given);
      await note({ kind: 'passkey_added', by: actor });
    },

    passkeyToSignIn: (asked: Asked) => ask<Record<string, unknown>>(asked, 'passkey/generate-authenticate-options'),

    signInByPasskey: (asked: Asked, given: { response: object }) => limited(asked, codeTries(asked), undefined, () => ask(asked, 'passkey/verify-authentication', given)),

    passkeys: (actor: Actor) => queries.passkeys(actor.person.id, passkeysAtMost),

    /** By our own hand: better-auth would tell a stranger's passkey from a missing one. */
    removePasskey: (actor: Actor, id: string) =>
      inTransaction(db, async (tx) => {
        found(await personQueries(tx).removePasskey(actor.person.id, id));
        await writeDown(tx, { kind: 'passkey_removed', by: actor });
      }),

    /** What ran out: tries, sessions, and the secrets of letters and challenges. */
    forgetOld: () => Promise.all([attempts.forgetOld(), queries.forgetOld()]),
  };
}

/** The query's own words carry its values, which may be secrets; the database's complaint does not. */
function withoutQuery(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function onlyLimit(error: unknown): false {
  if (error instanceof LimitReached) return false;
  throw error;
}
