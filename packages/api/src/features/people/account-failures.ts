import type { FailureCode } from '@ganwan/shared/failures';
import { Failure } from '#platform/failure';

/** What better-auth refuses with, in the words of our catalogue. The names are its own, stable ones. */
const codes: Record<string, FailureCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong_credentials',
  USER_ALREADY_EXISTS: 'email_taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_PASSWORD: 'wrong_password',
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  OTP_HAS_EXPIRED: 'wrong_code',
  INVALID_TWO_FACTOR_COOKIE: 'link_expired',
  TOTP_NOT_ENABLED: 'conflict',
  TOTP_ALREADY_ENABLED: 'conflict',
  BACKUP_CODES_NOT_ENABLED: 'conflict',
  TWO_FACTOR_NOT_ENABLED: 'conflict',
  EMAIL_ALREADY_VERIFIED: 'conflict',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too_many_requests',
  ACCOUNT_TEMPORARILY_LOCKED: 'too_many_requests',
  INVALID_TOKEN: 'link_expired',
  TOKEN_EXPIRED: 'link_expired',
  SESSION_NOT_FRESH: 'session_too_old',
  UNAUTHORIZED: 'sign_in_required',
  SESSION_EXPIRED: 'sign_in_required',
  PASSKEY_NOT_FOUND: 'passkey_refused',
  CHALLENGE_NOT_FOUND: 'passkey_refused',
  AUTHENTICATION_FAILED: 'passkey_refused',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey_refused',
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: 'passkey_refused',
  PREVIOUSLY_REGISTERED: 'passkey_refused',
};

const byStatus: Record<number, FailureCode> = { 400: 'invalid_input', 401: 'sign_in_required', 403: 'not_allowed', 404: 'not_found', 409: 'conflict', 422: 'invalid_input', 429: 'too_many_requests' };

export function failureOf(status: number, body: unknown): Failure {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  return new Failure(codes[code] ?? byStatus[status] ?? 'unexpected');
}
