import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { usePinnedNode } from './pinned-node.ts';
import { buildWeb } from './web-build.ts';

usePinnedNode(import.meta.filename);
await buildWeb();
const root = join(import.meta.dirname, '..');
const vitest = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// The terminal sends its signals to vitest too; this script only waits for the end of its tests.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
vitest.on('exit', (code) => process.exit(code ?? 1));
