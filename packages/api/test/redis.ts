import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#platform/port';

/** Debian's own redis-server, nothing kept on disk; it can be taken away and brought back on its port. */
export interface RedisServer {
  url: string;
  away(): Promise<void>;
  back(): Promise<void>;
}

/** @param password Without one everybody is let in. */
export async function startRedis({ password }: { password?: string } = {}): Promise<RedisServer> {
  const port = await freePort();
  let server: ChildProcess | undefined;
  const back = async () => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...(password === undefined ? [] : ['--requirepass', password])], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const said of server.stdout!) if (String(said).includes('Ready to accept connections')) break;
  };
  await back();
  return {
    url: `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`,
    back,
    away: async () => {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
  };
}
