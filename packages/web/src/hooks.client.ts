import type { HandleClientError } from '@sveltejs/kit/hooks';
import { ApiFailure } from '#lib/api-failure.ts';
import { isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The server has decided once, from cookie or browser; the page must not decide again.
overwriteGetLocale(() => (isLocale(document.documentElement.lang) ? document.documentElement.lang : 'zh-Hans'));

export const handleError: HandleClientError = ({ error }) =>
  error instanceof ApiFailure
    ? { status: error.status, message: error.code, code: error.code, requestId: error.requestId }
    : { code: 'unexpected', requestId: null };
