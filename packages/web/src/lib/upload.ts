import type { Returned, Route, Sent } from '@ganwan/shared/route';
import { FailureBody } from '@ganwan/shared/failures';
import { ApiFailure } from './api-failure.ts';
import { address } from './api.ts';

/**
 * Sends one file to an upload route and tells how far it is, 0 to 1. `fetch` cannot tell, so large files
 * go this way. Aborting the signal ends it with the signal's reason.
 */
export function upload<R extends Route>(route: R, given: Sent<R>, file: File, told: (share: number) => void, signal: AbortSignal): Promise<Returned<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    // From the last sign of life on the way up, and for the answer.
    request.timeout = 30 * 60_000;
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) return resolve(route.response.decode(request.response as never) as Returned<R>);
      const refusal = FailureBody.safeParse(request.response);
      reject(refusal.success ? new ApiFailure(refusal.data.code, request.status, refusal.data) : new ApiFailure(request.status === 413 ? 'too_large' : 'unavailable', request.status));
    };
    request.onerror = () => reject(new ApiFailure('unavailable', 503));
    request.ontimeout = () => reject(new ApiFailure('deadline_exceeded', 504));
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort());
    request.open(route.method, address(route, given));
    request.send(form);
  });
}
