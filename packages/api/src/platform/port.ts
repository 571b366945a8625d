import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { StartRefusal } from './start-refusal.ts';

export interface ClaimedPort {
  port: number;
  /** Gives the port up, so that whoever asked for it can listen on it. */
  release: () => Promise<void>;
}

/**
 * The port itself, or a free one for 0; asked before anything is started, so that a refusal leaves nothing behind,
 * and held until it is released: in the seconds a start takes, any connection of this machine could be given its number.
 * @throws StartRefusal when the port cannot be listened on.
 */
export async function claimPort(port: number, host: string): Promise<ClaimedPort> {
  const holder = createServer((early) => early.destroy()).listen(port, host);
  try {
    await once(holder, 'listening');
  } catch (cause) {
    throw portRefusal(port, host, cause);
  }
  return { port: portOf(holder), release: () => closed(holder) };
}

/** A port of this machine that nothing listens on, for a program that is started now and cannot choose for itself. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const port = portOf(probe);
  await closed(probe);
  return port;
}

export function portRefusal(port: number, host: string, cause: unknown): StartRefusal {
  const { code } = cause as NodeJS.ErrnoException;
  const reason = code === 'EADDRINUSE' ? 'is taken by another program' : code === 'EACCES' ? 'needs rights that this user does not have' : `cannot be used on ${host} (${code})`;
  return new StartRefusal(`Port ${port} ${reason}; set PORT to another one.`, { cause });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
