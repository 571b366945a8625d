/** Where to go back to: a path of this site, never another one. */
export function ownPath(path: FormDataEntryValue | string | null): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}

/**
 * Whether a request that changes something comes from a page of this site. Browsers send Origin with
 * every such request; its host must be the one that was asked.
 */
export function fromThisSite(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
