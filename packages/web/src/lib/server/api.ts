import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiFailure } from '#lib/api-failure.ts';
import { type Api, client } from '#lib/api.ts';

type Asking = Pick<RequestEvent, 'fetch' | 'url' | 'request'>;

/** The contract's client for a load or an action: the same process answers, with the reader's cookies. */
export const api = (event: Asking): Api => client(event.fetch);

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
