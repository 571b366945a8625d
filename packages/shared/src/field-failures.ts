import type { z } from 'zod';
import type { FieldFailure } from './failures.ts';

type Simple = string | number | boolean;
const isSimple = (entry: [string, unknown]): entry is [string, Simple] => ['string', 'number', 'boolean'].includes(typeof entry[1]);

/**
 * What zod found, one entry per field, with its path under `prefix` (`attributes.thickness`). A key that
 * should not be there is named itself; our own rules give their code in `params.code`.
 */
export function fieldFailuresOf(error: z.ZodError, prefix = ''): FieldFailure[] {
  return error.issues.flatMap((issue) => {
    const at = (last: readonly PropertyKey[]) => [prefix, ...last].filter((part) => part !== '').map(String).join('.');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: at([...issue.path, key]), code: 'unrecognized_key', params: {} }));
    const { code, path, message: _message, ...rest } = issue;
    const own: Record<string, unknown> = code === 'custom' ? (issue.params ?? {}) : {};
    const params = Object.fromEntries(Object.entries({ ...rest, ...own }).filter(isSimple).filter(([key]) => key !== 'code'));
    return [{ path: at(path), code: typeof own['code'] === 'string' ? own['code'] : code, params }];
  });
}
