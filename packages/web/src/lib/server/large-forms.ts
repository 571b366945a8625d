import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { formLimits } from '@ganwan/shared/files/contract';
import { people } from '@ganwan/shared/people/contract';
import { signedIn } from './api.ts';

/** Pages that take files with the form itself, for browsers without JavaScript. */
const takesFiles: ReadonlySet<string | null> = new Set(['/import', '/listings/[id]/edit']);

// A form is read into memory as a whole, and once more on its way to the API.
const atOnce = 3;
let underWay = 0;

/** A large form is read only where files belong, from somebody who is signed in, and few at a time. */
export const limitForms: Handle = async ({ event, resolve }) => {
  const { headers, body } = event.request;
  const bytes = body === null ? 0 : Number(headers.get('content-length') ?? Infinity);
  if (bytes <= formLimits.words) return resolve(event);
  if (bytes > formLimits.files || !takesFiles.has(event.route.id)) error(413, { message: 'too_large', code: 'too_large', requestId: null });
  await signedIn(event, (api) => api.call(people.me, {}));
  if (underWay >= atOnce) error(503, { message: 'unavailable', code: 'unavailable', requestId: null });
  underWay += 1;
  try {
    return await resolve(event);
  } finally {
    underWay -= 1;
  }
};
