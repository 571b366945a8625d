/** Whether its percent signs stand for something; a parsed address may still hold some that do not. */
export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

export interface Bucket {
  /** `https://host/bucket`, without a slash at its end. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** `s3://key:secret@host/bucket?region=eu-1`; `tls=off` for a server beside this one. Undefined for anything else. */
export function bucketOf(address: string): Bucket | undefined {
  if (!address.startsWith('s3://') || !URL.canParse(address)) return undefined;
  const { host, pathname, username, password, searchParams } = new URL(address);
  const bucket = pathname.replace(/^\/|\/$/g, '');
  if (!host || !bucket || !username || !password || !isDecodable(username + password)) return undefined;
  return {
    url: `${searchParams.get('tls') === 'off' ? 'http' : 'https'}://${host}/${bucket}`,
    region: searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  };
}
