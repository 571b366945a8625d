import { execFileSync } from 'node:child_process';

const isLauncher = (command: string) => /^(npm|npx|pnpm)\b|^\S*node \S*(npm|npx|pnpm)|^sh -c /.test(command);

/**
 * npx and pnpm pass Ctrl-C on, but a signal sent to one of them alone ends only that one. So this
 * process stops as soon as any of them is gone.
 */
export function endWithLauncher(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const launchers = ancestors();
  const check = setInterval(() => {
    if (launchers.every(alive)) return;
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  check.unref();
}

function ancestors(): number[] {
  const found: number[] = [];
  try {
    for (let pid = process.ppid; pid > 1; ) {
      const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })) ?? [];
      if (parent === undefined || command === undefined || !isLauncher(command)) break;
      found.push(pid);
      pid = Number(parent);
    }
  } catch {
    // No `ps` here: then only signals sent to this process itself end it.
  }
  return found;
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
