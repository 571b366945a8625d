import { z } from 'zod';
import { contract } from '../route.ts';
import { Done, Id, Locale } from '../values.ts';

/** Length is what makes a password strong; no other rule. */
export const passwordLength = { min: 10, max: 128 } as const;
const NewPassword = z.string().min(passwordLength.min).max(passwordLength.max);
/** One that proves who somebody is; not judged, only compared. */
export const Password = z.string().min(1).max(passwordLength.max);
const Email = z.email().max(200);
/** Six digits, typed with or without a space. */
const Code = z.string().max(20).transform((code) => code.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/));

const SignedIn = z.object({ user: z.object({ id: Id, name: z.string(), email: z.string() }) });
/** The password was right and a code is asked for next. */
const SecondStep = z.object({ twoFactorRedirect: z.literal(true) });

export const Passkey = z.object({ id: Id, name: z.string().nullable(), createdAt: z.iso.datetime() });
/** What the browser's WebAuthn functions take and give; its fields are theirs. */
const ByBrowser = z.looseObject({});
const RecoveryCodes = z.object({ backupCodes: z.array(z.string()) });

/** Unknown fields are dropped rather than refused: better-auth's own browser client sends some. */
export const SignUp = z.object({ name: z.string().trim().min(1).max(80), email: Email, password: NewPassword, locale: Locale.optional() });
export const SignIn = z.object({ email: Email, password: Password, rememberMe: z.boolean().optional() });

/** Accounts, answered by better-auth under its own paths; what it refuses becomes a failure of our catalogue. */
export const accounts = contract({
  signUp: { method: 'POST', path: '/api/auth/sign-up/email', summary: 'Make an account and be signed in; a letter asks to confirm the e-mail address.', access: 'anyone', body: SignUp, response: SignedIn },
  signIn: { method: 'POST', path: '/api/auth/sign-in/email', summary: 'Sign in by password; asks for a code next when the person has set up a second step.', access: 'anyone', body: SignIn, response: z.union([SecondStep, SignedIn]) },
  signOut: { method: 'POST', path: '/api/auth/sign-out', summary: 'End this session; its sockets close.', access: 'anyone', response: Done },
  requestPasswordReset: { method: 'POST', path: '/api/auth/request-password-reset', summary: 'Send a letter with a link to set a new password; the answer is the same for unknown addresses.', access: 'anyone', body: z.object({ email: Email }), response: Done },
  resetPassword: { method: 'POST', path: '/api/auth/reset-password', summary: 'Set a new password with the token from the letter; every session ends.', access: 'anyone', body: z.object({ newPassword: NewPassword, token: z.string().min(1).max(200) }), response: Done },
  changePassword: { method: 'POST', path: '/api/auth/change-password', summary: 'Change the password; every other session ends.', access: 'person', body: z.object({ currentPassword: Password, newPassword: NewPassword }), response: SignedIn },
  sendVerification: { method: 'POST', path: '/api/auth/send-verification-email', summary: 'Send the letter that confirms my e-mail address again.', access: 'person', response: Done },
  verifyEmail: { method: 'GET', path: '/api/auth/verify-email', summary: 'Confirm an e-mail address with the token from the letter.', access: 'anyone', query: z.object({ token: z.string().min(1).max(2000) }), response: Done },
  changeEmail: { method: 'POST', path: '/api/auth/change-email', summary: 'Ask for another e-mail address; it holds once the letter to it is answered, and the old address is told then. The answer is the same for addresses that have an account.', access: 'person', body: z.object({ newEmail: Email, password: Password }), response: Done },
  closeAccount: { method: 'POST', path: '/api/me/close', summary: 'Close my account for good: every session ends, the address is free, what I wrote stays without my name. Refused to the last owner of an enterprise.', access: 'person', body: z.strictObject({ password: Password }), response: Done },
  startTwoFactor: { method: 'POST', path: '/api/auth/two-factor/enable', summary: 'Begin a second step: the address for the authenticator app, and recovery codes; it holds once a code is verified.', access: 'person', body: z.object({ password: Password }), response: RecoveryCodes.extend({ totpURI: z.string() }) },
  verifyTotp: { method: 'POST', path: '/api/auth/two-factor/verify-totp', summary: 'Finish signing in, or setting up the second step, with a code of the authenticator app.', access: 'anyone', body: z.object({ code: Code, trustDevice: z.boolean().optional() }), response: SignedIn },
  verifyRecoveryCode: { method: 'POST', path: '/api/auth/two-factor/verify-backup-code', summary: 'Finish signing in with a recovery code, which works once.', access: 'anyone', body: z.object({ code: z.string().trim().min(1).max(40), trustDevice: z.boolean().optional() }), response: SignedIn },
  newRecoveryCodes: { method: 'POST', path: '/api/auth/two-factor/generate-backup-codes', summary: 'New recovery codes; the old ones stop working.', access: 'person', body: z.object({ password: Password }), response: RecoveryCodes },
  stopTwoFactor: { method: 'POST', path: '/api/auth/two-factor/disable', summary: 'Sign in by password alone again.', access: 'person', body: z.object({ password: Password }), response: Done },
  passkeyToRegister: { method: 'GET', path: '/api/auth/passkey/generate-register-options', summary: 'What a browser needs to make a passkey; the session must be younger than a day.', access: 'person', response: ByBrowser },
  registerPasskey: { method: 'POST', path: '/api/auth/passkey/verify-registration', summary: 'Keep a passkey the browser made.', access: 'person', body: z.object({ response: ByBrowser, name: z.string().trim().max(80).optional() }), response: Done },
  passkeyToSignIn: { method: 'GET', path: '/api/auth/passkey/generate-authenticate-options', summary: 'What a browser needs to sign in with a passkey.', access: 'anyone', response: ByBrowser },
  signInByPasskey: { method: 'POST', path: '/api/auth/passkey/verify-authentication', summary: 'Sign in with a passkey; no second step is asked.', access: 'anyone', body: z.object({ response: ByBrowser }), response: Done },
  passkeys: { method: 'GET', path: '/api/auth/passkey/list-user-passkeys', summary: 'My passkeys, 20 at most.', access: 'person', response: z.array(Passkey) },
  removePasskey: { method: 'POST', path: '/api/auth/passkey/delete-passkey', summary: 'Forget one of my passkeys.', access: 'person', body: z.object({ id: Id }), response: Done },
});

export const passkeysAtMost = 20;
