import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Goes on under the Node that the workspace brings when an older one runs the script; then does not return. */
export function usePinnedNode(script: string): void {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  const node = join(import.meta.dirname, '../node_modules/.bin/node');
  const { status } = spawnSync(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
