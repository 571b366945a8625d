import { FailureBody } from '@ganwan/shared/failures';
import type { Returned, Route, Sent } from '@ganwan/shared/route';
import { ApiFailure } from './api-failure.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds until the call is given up as `deadline_exceeded`; 15 seconds when unsaid. */
  deadline?: number;
}

export interface Api {
  /** Asks a route of the contract. Gives its decoded answer or throws an ApiFailure. */
  call<R extends Route>(route: R, given: Sent<R>, options?: CallOptions): Promise<Returned<R>>;
  /** Asks a route that answers with a file; the answer is read by the caller. */
  open<R extends Route>(route: R, given: Sent<R>, options?: CallOptions): Promise<Response>;
  /** Sends one file to an upload route. */
  upload<R extends Route>(route: R, file: File, given: Sent<R>, options?: CallOptions): Promise<Returned<R>>;
}

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The address of a route, for calls and for links to files. */
export function address<R extends Route>(route: R, given: Sent<R>): string {
  const { params, query } = given as Parts;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The contract's client over any `fetch`: the browser's, or the one a server request carries. */
export function client(send: typeof fetch): Api {
  async function ask(where: string, init: RequestInit, options: CallOptions): Promise<Response> {
    const deadline = AbortSignal.timeout(options.deadline ?? 15_000);
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
    const response = await send(where, { ...init, signal }).catch(
      (cause: unknown) => {
        if (options.signal?.aborted) throw cause;
        throw deadline.aborted ? new ApiFailure('deadline_exceeded', 504) : new ApiFailure('unavailable', 503);
      },
    );
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async function decode<R extends Route>(route: R, response: Response): Promise<Returned<R>> {
    const json: unknown = response.status === 204 ? null : await response.json();
    return route.response.decode(json as never) as Returned<R>;
  }

  const json = (body: unknown): RequestInit =>
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };

  return {
    async call(route, given, options = {}) {
      const init = { method: route.method, ...json((given as Parts).body) };
      return decode(route, await ask(address(route, given), init, options));
    },
    open: (route, given, options = {}) => ask(address(route, given), { method: route.method }, options),
    async upload(route, file, given, options = {}) {
      const form = new FormData();
      form.append('file', file);
      return decode(route, await ask(address(route, given), { method: route.method, body: form }, { deadline: 120_000, ...options }));
    },
  };
}

async function refusal(response: Response): Promise<ApiFailure> {
  const body = FailureBody.safeParse(await response.json().catch(() => null));
  // A proxy in front of the API answers without our body.
  if (!body.success) return response.status >= 500 ? new ApiFailure('unavailable', 503) : new ApiFailure('unexpected', 500);
  return new ApiFailure(body.data.code, response.status, body.data);
}
