import type { FailureBody, FailureCode, FieldFailure } from '@ganwan/shared/failures';

/**
 * What the API refused, or that it could not be asked: always a code of the catalogue. Apart from the
 * client, so that a page which only shows failures does not load the schemas.
 */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly status: number;
  readonly fields: FieldFailure[];
  readonly requestId: string | null;

  constructor(code: FailureCode, status: number, body?: FailureBody) {
    super(code);
    this.code = code;
    this.status = status;
    this.fields = body?.fields ?? [];
    this.requestId = body?.requestId ?? null;
  }
}
