import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { StartRefusal } from './start-refusal.ts';

/** The port itself, or a free one for 0; asked before anything is started, so that a refusal leaves nothing behind. */
export async function claimPort(port: number, host: string): Promise<number> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (cause) {
    throw portRefusal(port, host, cause);
  }
  const claimed = (probe.address() as AddressInfo).port;
  probe.close();
  await once(probe, 'close');
  return claimed;
}

export function portRefusal(port: number, host: string, cause: unknown): StartRefusal {
  const { code } = cause as NodeJS.ErrnoException;
  const reason = code === 'EADDRINUSE' ? 'is taken by another program' : code === 'EACCES' ? 'needs rights that this user does not have' : `cannot be used on ${host} (${code})`;
  return new StartRefusal(`Port ${port} ${reason}; set PORT to another one.`, { cause });
}
