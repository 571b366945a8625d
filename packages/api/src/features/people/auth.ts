import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { organization, twoFactor } from 'better-auth/plugins';
import { v7 as uuidv7 } from 'uuid';
import { passwordLength } from '@ganwan/shared/people/accounts-contract';
import { Locale } from '@ganwan/shared/values';
import type { Database } from '#platform/database';
import type { Mail } from '#platform/mail';
import { enterprises, invitations, members } from '#features/enterprises/table';
import { personQueries } from './queries.ts';
import { accounts, passkeys, people, sessions, twoFactors, verifications } from './table.ts';

interface Needs {
  db: Database;
  mail: Pick<Mail, 'post'>;
  secret: string;
  origin: string;
  /** Something broke; what better-auth refuses on purpose is not told here. */
  failed(error: Error): void;
  /** Somebody has set a new password by letter; all their sessions are gone. */
  passwordReset(personId: string, address: string | undefined): Promise<void>;
}

interface Reader {
  name: string;
  email: string;
  locale?: unknown;
}

const verificationHours = 72;

// better-auth refuses required columns that it has not been told of; our own routes write them.
const fact = { type: 'string', required: true, input: false } as const;
const enterpriseFacts = { names: { ...fact, type: 'json' }, identityKind: fact, identityNumber: fact, region: fact } as const;

export type Auth = ReturnType<typeof authWith>;

/** Accounts, sessions and memberships are better-auth's; only the table names and a few fields are ours. */
export function authWith({ db, mail, secret, origin, failed, passwordReset }: Needs) {
  const post = (template: string, hours: number, reader: Reader, path: string) =>
    mail.post(db, { to: reader.email, locale: Locale.catch('zh-Hans').parse(reader.locale), template, values: { name: reader.name, url: `${origin}${path}` }, hours });

  return betterAuth({
    appName: 'Ganwan',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: people, session: sessions, account: accounts, verification: verifications, twoFactor: twoFactors, passkey: passkeys, organization: enterprises, member: members, invitation: invitations },
    }),
    advanced: { database: { generateId: () => uuidv7() }, cookiePrefix: 'ganwan', ipAddress: { ipAddressHeaders: ['x-real-ip'] } },
    user: { changeEmail: { enabled: true }, additionalFields: { locale: { type: 'string', required: false, defaultValue: 'zh-Hans' }, role: { type: 'string', required: false, defaultValue: 'person', input: false } } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      // Nobody waits for it: the time would tell whether an address is known.
      sendResetPassword: async ({ user, token }) => void post('reset_password', 1, user, `/reset-password?token=${encodeURIComponent(token)}`).catch(failed),
      onPasswordReset: ({ user }, request) => passwordReset(user.id, request?.headers.get('x-real-ip') ?? undefined),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: verificationHours * 3600,
      sendVerificationEmail: ({ user, token }) => post('verify_email', verificationHours, user, `/verify-email?token=${encodeURIComponent(token)}`),
    },
    // A fixed life rather than a sliding one: a request never has to write to prove who asks.
    session: { expiresIn: 60 * 60 * 24 * 30, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // A new session goes on where the person last was, so that a second device or a new password loses nothing.
          before: async (session) => ({ data: { ...session, activeOrganizationId: await personQueries(db).enterpriseToActFor(session.userId) } }),
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What broke comes to us; by itself it would print the query with its values, and answer 500 whatever it was.
    onAPIError: { throw: true },
    // It calls a mistyped password an error too, with the address; only what broke is kept.
    logger: { level: 'error', log: (_level, _message, ...details) => details.filter((detail) => detail instanceof Error).forEach(failed) },
    plugins: [
      organization({ allowUserToCreateOrganization: false, schema: { organization: { additionalFields: enterpriseFacts } } }),
      twoFactor({ issuer: 'Ganwan' }),
      passkey({ rpName: 'Ganwan', rpID: new URL(origin).hostname, origin }),
    ],
  });
}
