import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** Makes the folder if need be and proves that it can be written. */
export function prepareDataFolder(folder: string): void {
  const proof = join(folder, `.writable-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(proof, '');
    rmSync(proof);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartRefusal(`The data folder ${folder} cannot be written (${code}); make it writable, or set DATA_DIR to another folder.`, { cause });
  }
}

/** Node's own way of making all folders on a path never ends where none can be made, such as under `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Made once, so that sessions outlive a restart. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
