import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { failures, type FailureCode, type FieldFailure } from '@ganwan/shared/failures';
import { codesOf } from './database.ts';
import { Failure } from './failure.ts';

export interface Described {
  code: FailureCode;
  fields?: FieldFailure[] | undefined;
}

/** What a caller may know of an error. Everything unforeseen is `unexpected` and says nothing else. */
export function describeError(error: unknown): Described {
  if (error instanceof Failure) return { code: error.code, fields: error.fields };
  const broken = brokenConstraint(error);
  if (broken) return { code: broken };
  if (hasZodFastifySchemaValidationErrors(error)) return { code: 'invalid_input', fields: error.validation.map(fieldFailure) };
  if (isLate(error)) return { code: 'deadline_exceeded' };
  if (isAway(error)) return { code: 'unavailable' };
  const status = statusOf(error);
  if (status === 413) return { code: 'too_large' };
  if (status === 429) return { code: 'too_many_requests' };
  if (status === 503) return { code: 'unavailable' };
  if (status === 404) return { code: 'not_found' };
  if (status !== undefined && status < 500) return { code: 'invalid_input' };
  return { code: 'unexpected' };
}

/** A unique or exclusion constraint carries the name of the failure it means. */
function brokenConstraint(error: unknown): FailureCode | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const name = (cause as { constraint_name?: unknown }).constraint_name;
    if (typeof name === 'string' && name in failures) return name as FailureCode;
  }
  return undefined;
}

interface Issue {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

function fieldFailure(issue: Issue): FieldFailure {
  const { issue: original = {}, ...rest } = issue.params as { issue?: Record<string, unknown> };
  const all: Record<string, unknown> = { ...rest, ...original };
  const custom = all['params'] as Record<string, unknown> | undefined;
  const simple = Object.entries({ ...all, ...custom }).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]));
  const params = Object.fromEntries(simple.filter(([key]) => !['code', 'input', 'message', 'path'].includes(key)));
  const code = typeof custom?.['code'] === 'string' ? custom['code'] : issue.keyword;
  return { path: issue.instancePath.slice(1).replaceAll('/', '.'), code, params };
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

// Our handler's deadline, a statement ended by the server's, a lock not given, two that waited for each other, a server that fell silent.
const late = new Set(['FST_ERR_HANDLER_TIMEOUT', '57014', '55P03', '40P01', '25P04', 'SILENCE_TIMEOUT']);
const away = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|57P0)/;

const isLate = (error: unknown): boolean => codesOf(error).some((code) => late.has(code));
/** The database is not there; trying again later may do. */
const isAway = (error: unknown): boolean => codesOf(error).some((code) => away.test(code));
