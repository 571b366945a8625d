import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { organization, twoFactor } from 'better-auth/plugins';
import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '@ganwan/shared/values';
import type { Database } from '#platform/database';
import type { Mail } from '#platform/mail';
import { enterprises, invitations, members } from '#features/enterprises/table';
import { accounts, passkeys, people, sessions, twoFactors, verifications } from './table.ts';

interface Needs {
  db: Database;
  mail: Mail;
  secret: string;
  origin: string;
}

// better-auth refuses required columns that it has not been told of; our own routes write them.
const fact = { type: 'string', required: true, input: false } as const;
const enterpriseFacts = { names: { ...fact, type: 'json' }, identityKind: fact, identityNumber: fact, region: fact } as const;

export type Auth = ReturnType<typeof authWith>;

/** Accounts, sessions and memberships are better-auth's; only the table names and a few fields are ours. */
export function authWith({ db, mail, secret, origin }: Needs) {
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
    user: { additionalFields: { locale: { type: 'string', required: false, defaultValue: 'zh-Hans' }, role: { type: 'string', required: false, defaultValue: 'person', input: false } } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => mail.post({ to: user.email, locale: (user as { locale?: Locale }).locale ?? 'zh-Hans', template: 'reset_password', values: { url, name: user.name } }),
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    plugins: [
      organization({ allowUserToCreateOrganization: false, schema: { organization: { additionalFields: enterpriseFacts } } }),
      twoFactor({ issuer: 'Ganwan' }),
      passkey({ rpName: 'Ganwan' }),
    ],
  });
}
