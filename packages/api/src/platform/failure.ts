import type { FailureCode, FieldFailure } from '@ganwan/shared/failures';

/** A refusal on purpose: the handler turns the code into its HTTP status, the web into words. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly fields: FieldFailure[] | undefined;

  constructor(code: FailureCode, options: ErrorOptions & { fields?: FieldFailure[] } = {}) {
    super(code, options);
    this.code = code;
    this.fields = options.fields;
  }
}

/** One field refused by a rule that needs the record: `refuse('title', 'required')`. */
export const refuse = (path: string, code: string, params: FieldFailure['params'] = {}): Failure =>
  new Failure('invalid_input', { fields: [{ path, code, params }] });

/** The record, or the failure that a stranger and a missing record share. */
export function found<T>(record: T | undefined | null): T {
  if (record === undefined || record === null) throw new Failure('not_found');
  return record;
}
