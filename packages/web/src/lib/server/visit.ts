/** Where to go back to: a path of this site, never another one. */
export function ownPath(path: FormDataEntryValue | string | null): string {
  // Browsers leave tabs and line ends out of an address, so `/\t/evil.example` is another site too.
  const here = 'http://ganwan.invalid';
  return typeof path === 'string' && path.startsWith('/') && URL.canParse(path, here) && new URL(path, here).origin === here ? path : '/';
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

/** Whether the browser shows a session of ours; whether it still holds only the API knows. Most visitors have none, and nobody is asked about them. */
export const mayBeSignedIn = (request: Request): boolean => /(^|[;\s.-])ganwan\.session/.test(request.headers.get('cookie') ?? '');
