import { z } from 'zod';

/**
 * Every failure the API may answer with on purpose, and its HTTP status. The web holds the words in
 * three languages (`failure_<code>`). A unique or exclusion constraint carries the name of the code
 * it means, so that PostgreSQL decides races and no feature translates SQL errors.
 */
export const failures = {
  invalid_input: 422,
  sign_in_required: 401,
  not_allowed: 403,
  enterprise_required: 403,
  not_found: 404,
  email_taken: 409,
  enterprise_identity_taken: 409,
  already_member: 409,
  item_number_taken: 409,
  already_invited: 409,
  invitation_for_another_email: 403,
  last_owner: 409,
  last_administrator: 409,
  too_many_enterprises: 409,
  wrong_credentials: 401,
  wrong_code: 401,
  wrong_password: 403,
  session_too_old: 403,
  link_expired: 410,
  passkey_refused: 401,
  conflict: 409,
  conversation_closed: 409,
  too_large: 413,
  file_type_refused: 415,
  not_a_table: 415,
  file_broken: 422,
  image_too_many_pixels: 422,
  too_many_requests: 429,
  deadline_exceeded: 504,
  unavailable: 503,
  unexpected: 500,
} as const;

export type FailureCode = keyof typeof failures;
export const FailureCode = z.enum(Object.keys(failures) as [FailureCode, ...FailureCode[]]);

/**
 * Why one field was refused. `code` is a zod issue code or one of ours; the web turns it into words
 * with `params` (`minimum`, `maximum`, `unit` ...).
 */
export const FieldFailure = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type FieldFailure = z.output<typeof FieldFailure>;

export const FailureBody = z.object({
  code: FailureCode,
  /** For support: the request this answer belongs to. */
  requestId: z.string(),
  fields: z.array(FieldFailure).optional(),
});
export type FailureBody = z.output<typeof FailureBody>;
