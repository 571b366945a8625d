import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from './embedded-postgres-home.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * Makes this process the only owner of the data and ends a server that a killed owner left behind.
 * @throws StartRefusal when another living program owns the data.
 */
export async function takeOver(home: Home): Promise<{ giveBack: () => void }> {
  const file = join(home.folder, 'owner');
  const owner = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [pid, born] = owner.split(' ');
  if (owner && Number(pid) !== process.pid && born === birthOf(Number(pid))) {
    throw new StartRefusal(`The data folder ${home.folder} is in use by a running program (process ${pid}); stop it, or choose another DATA_DIR.`);
  }
  writeFileSync(file, `${process.pid} ${birthOf(process.pid)}`);
  await endOrphan(home);
  return { giveBack: () => rmSync(file, { force: true }) };
}

async function endOrphan(home: Home): Promise<void> {
  const file = join(home.data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  for (const [signal, seconds] of [['SIGINT', 15], ['SIGQUIT', 10]] as const) {
    if (birthOf(pid) && serves(pid, home.data)) process.kill(pid, signal);
    if (await nobodyServes(home.data, pid, seconds)) {
      // PostgreSQL refuses to start while the number in its file exists, and that may be a zombie or,
      // after a restart of the machine or container, any other program.
      rmSync(file, { force: true });
      return;
    }
  }
  throw new StartRefusal(`A PostgreSQL server left by an earlier run (process ${pid}) does not stop; end it and start again.`);
}

/** The workers of a killed server live on for a moment and must be gone before the data is opened again. */
async function nobodyServes(data: string, pid: number, seconds: number): Promise<boolean> {
  for (let tenths = 0; tenths < seconds * 10; tenths++) {
    const processes = process.platform === 'linux' ? readdirSync('/proc').map(Number).filter(Boolean) : [pid];
    if (!processes.some((one) => birthOf(one) && serves(one, data))) return true;
    await pause(100);
  }
  return false;
}

/** When the process was born, in the system's own words: a number used again has another birth. */
function birthOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      return fields[0] === 'Z' ? '' : fields[19] ?? '';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim().replaceAll(' ', '_');
  } catch {
    return '';
  }
}

function serves(pid: number, data: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}
