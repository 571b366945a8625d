import type { HandleClientError } from '@sveltejs/kit/hooks';
import { ApiFailure } from '#lib/api-failure.ts';
import { isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The server has decided once, from cookie or browser; the page must not decide again.
overwriteGetLocale(() => (isLocale(document.documentElement.lang) ? document.documentElement.lang : 'zh-Hans'));

export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return { code: error.code, requestId: error.requestId };
  if (error instanceof ApiFailure && error.code === 'invalid_input') return { status: 404, message: 'not_found', code: 'not_found', requestId: null };
  if (error instanceof ApiFailure) return { status: error.status, message: error.code, code: error.code, requestId: error.requestId };
  // Nobody else would ever see what broke.
  console.error(error);
  return { code: 'unexpected', requestId: null };
};
