import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { Locale } from '@ganwan/shared/values';
import { buildWeb } from '../../../scripts/web-build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run's site; the first journey that needs one starts it there. */
    siteFolder: string;
  }
}

/** Whoever signs up with this address and answers the letter becomes the administrator. */
export const administrator = 'administrator@example.com';

const packages = resolve(import.meta.dirname, '../..');

/** The whole product as people start it: one process with its own PostgreSQL, one for the run; built when its sources have changed. */
export async function site(): Promise<string> {
  const folder = inject('siteFolder');
  const file = join(folder, 'site.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await start(folder)));
  return (JSON.parse(readFileSync(file, 'utf8')) as { origin: string }).origin;
}

async function start(folder: string): Promise<{ origin: string; pid: number | undefined }> {
  await buildWeb();
  const port = await freePort();
  const program = spawn(process.execPath, [join(packages, 'api/src/main.ts')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), SEED: 'none', ADMINISTRATOR: administrator, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((ready, refuse) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready http')) ready();
    };
    program.stdout.on('data', listen);
    program.stderr.on('data', listen);
    program.once('exit', (code) => refuse(new Error(`the site ended with ${code}: ${said}`)));
  });
  return { origin: `http://localhost:${port}`, pid: program.pid };
}

/** The letters the site has sent, newest last. */
export const outbox = (): string => join(inject('siteFolder'), 'data', 'outbox');

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

export interface Reader {
  language?: Locale;
  width?: number;
  dark?: boolean;
  javaScript?: boolean;
}

/** A browser profile of its own: one reader with their language, screen and habits. */
export async function reader(browser: Browser, origin: string, { language = 'zh-Hans', width = 1280, dark = false, javaScript = true }: Reader = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
  });
  await context.addCookies([{ name: 'language', value: language, url: origin }]);
  context.setDefaultTimeout(15_000);
  return context;
}
