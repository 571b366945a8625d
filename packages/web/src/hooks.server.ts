import { type Handle, type HandleFetch, type HandleServerError, sequence } from '@sveltejs/kit/hooks';
import { ApiFailure } from '#lib/api-failure.ts';
import { defineCustomServerStrategy } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { limitForms } from '#lib/server/large-forms.ts';
import { fromThisSite, mayBeSignedIn } from '#lib/server/visit.ts';
import { readersLanguage } from '#lib/words/reader.ts';

defineCustomServerStrategy('custom-reader', { getLocale: (request) => request && readersLanguage(request.headers) });

const sameOrigin: Handle = ({ event, resolve }) =>
  fromThisSite(event.request) ? resolve(event) : new Response('Cross-site requests are refused.', { status: 403 });

const language: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', event.locals.theme) }),
  );

const theme: Handle = ({ event, resolve }) => {
  const chosen = event.cookies.get('theme');
  event.locals.theme = chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
  return resolve(event);
};

/** What one reader saw is not there for the next at the same machine, not even by the way back. */
const forgotten: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', mayBeSignedIn(event.request) ? 'private, no-store' : 'private, no-cache');
  return response;
};

export const handle = sequence(sameOrigin, theme, forgotten, language, limitForms);

/** The API answers in this process: a page costs no second connection and no second deadline. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  const asked = new Request(request, { headers: forwarded(event.request.headers, request.headers) });
  const cookies = event.cookies.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  if (cookies.length > 0) asked.headers.set('cookie', cookies.join('; '));
  const answer = await (event.platform?.req.api ?? globalThis.fetch)(asked);
  for (const line of answer.headers.getSetCookie()) {
    const { name, value = '', ...options } = event.cookies.parse(line);
    event.cookies.set(name, value, { ...options, httpOnly: options.httpOnly ?? false, secure: options.secure ?? false });
  }
  return answer;
};

/** What the API may want to know about the reader, beside what the call itself says. */
function forwarded(from: Headers, own: Headers): Headers {
  const headers = new Headers(own);
  for (const name of ['user-agent', 'accept-language', 'x-forwarded-for', 'x-forwarded-proto', 'host', 'origin']) {
    const value = from.get(name);
    if (value !== null && !headers.has(name)) headers.set(name, value);
  }
  return headers;
}

export const handleError: HandleServerError = ({ kind, error }) => {
  if (error instanceof ApiFailure) {
    // What a page asks by itself comes from its address: one that cannot be leads nowhere.
    if (error.code === 'invalid_input') return { status: 404, message: 'not_found', code: 'not_found', requestId: null };
    return { status: error.status, message: error.code, code: error.code, requestId: error.requestId };
  }
  // A body that is none, from no browser: `formData()` tells it from a fault of ours by these words alone.
  if (error instanceof TypeError && error.message.startsWith('Failed to parse body as FormData')) return { status: 400, message: 'invalid_input', code: 'invalid_input', requestId: null };
  if (kind === 'app') return { code: error.code, requestId: error.requestId };
  const status = kind === 'unknown' ? 500 : error.status;
  if (kind === 'unknown') console.error(error);
  return { code: status === 404 ? 'not_found' : 'unexpected', requestId: null };
};
