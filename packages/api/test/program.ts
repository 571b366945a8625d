import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Program {
  child: ChildProcess;
  /** Where it answers; rejects with what it said when it ends before it is ready. */
  ready: Promise<string>;
  /** All of its standard output and standard error so far. */
  out(): string;
  err(): string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** The product's own `start` as a process of its own, without pages and demo data unless told otherwise. */
export function startProgram(env: Record<string, string>): Program {
  const root = join(import.meta.dirname, '../../..');
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), '--without-web'], {
    cwd: root, env: { ...inherited, PORT: '0', SEED: 'none', NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const { promise: ready, resolve, reject } = Promise.withResolvers<string>();
  ready.catch(() => undefined);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    const address = /^ready (.*)$/m.exec(out)?.[1];
    if (address) resolve(address);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals | null)[]) => {
    reject(new Error(`ended before it was ready: ${out}${err}`));
    return signal ?? code ?? null;
  });
  return { child, ready, ended, out: () => out, err: () => err, end: (signal) => { child.kill(signal); return ended; } };
}
