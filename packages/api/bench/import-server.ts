import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { buildApp } from '../src/app.ts';

/** The product in a process of its own, so that its memory is measured alone. */
const [databaseUrl, secret] = process.argv.slice(2) as [string, string];
const dir = mkdtempSync(join(tmpdir(), 'ganwan-bench-'));
const app = await buildApp({
  database: openDatabase(databaseUrl),
  clock: systemClock,
  settings: { origin: 'http://localhost', secret, outbox: join(dir, 'outbox'), files: join(dir, 'files'), mailFrom: 'bench@localhost', logLevel: 'error' },
});
process.send!({ address: await app.http.listen({ port: 0, host: '127.0.0.1' }) });
process.on('message', () => process.send!({ peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024) }));
