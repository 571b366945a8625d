import { endWithLauncher } from './launcher.ts';
import { usePinnedNode } from './pinned-node.ts';
import { buildWeb } from './web-build.ts';

usePinnedNode(import.meta.filename);
endWithLauncher();
// Tests of the start itself need no pages.
if (!process.argv.includes('--without-web')) await buildWeb();
await import('../packages/api/src/main.ts');
