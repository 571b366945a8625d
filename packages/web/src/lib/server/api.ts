import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiFailure } from '#lib/api-failure.ts';
import { type Api, client } from '#lib/api.ts';

/** Where an address says how far down a list it is. */
const places = ['cursor', 'invitations'];

type Asking = Pick<RequestEvent, 'fetch' | 'url' | 'request'>;

/** The contract's client for a load or an action: the same process answers, with the reader's cookies. */
export function api(event: Asking): Api {
  const asked = client(event.fetch);
  return { ...asked, call: (route, given, options) => asked.call(route, given, options).catch((failure: unknown) => fromTheFirst(event.url, failure)) };
}

/** An address whose place in a list is none, or is no more, leads to the beginning of its lists. */
function fromTheFirst(url: URL, failure: unknown): never {
  const first = new URL(url);
  for (const name of places) first.searchParams.delete(name);
  if (failure instanceof ApiFailure && failure.fields.some(({ path }) => path === 'cursor') && first.search !== url.search) redirect(303, first.pathname + first.search);
  throw failure;
}

/**
 * The same for pages that need a person: who is not signed in is sent to sign in and comes back here,
 * who acts for no enterprise is sent to choose or found one.
 */
export async function signedIn<T>(event: Asking, ask: (api: Api) => Promise<T>): Promise<T> {
  try {
    return await ask(api(event));
  } catch (failure) {
    if (failure instanceof ApiFailure) {
      const next = encodeURIComponent(event.url.pathname + event.url.search);
      if (failure.code === 'sign_in_required') redirect(303, `/sign-in?next=${next}`);
      if (failure.code === 'enterprise_required') redirect(303, `/welcome?next=${next}`);
    }
    throw failure;
  }
}
