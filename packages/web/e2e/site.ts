import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Locale } from '@ganwan/shared/values';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run's sites; the first journey of a worker starts its site there. */
    sites: string;
  }
}

/** Whoever signs up with this address and answers the letter becomes the administrator. */
export const administrator = 'administrator@example.com';

/** Where the site of this worker keeps its data; what tells where it answers is beside it. */
const folder = (): string => join(inject('sites'), String(process.env['VITEST_POOL_ID']));

/** The whole product as people start it: one process with its own PostgreSQL, for all journeys of a worker, one after the other. */
export async function site(): Promise<string> {
  const file = `${folder()}.json`;
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await start()));
  return (JSON.parse(readFileSync(file, 'utf8')) as { origin: string }).origin;
}

async function start(): Promise<{ origin: string; pid: number | undefined }> {
  const program = spawn(process.execPath, [resolve(import.meta.dirname, '../../api/src/main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder(), SEED: 'none', ADMINISTRATOR: administrator, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const origin = await new Promise<string>((ready, refuse) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^ready (.*)$/m.exec(said)?.[1];
      if (address) ready(address);
    };
    program.stdout.on('data', listen);
    program.stderr.on('data', listen);
    program.once('exit', (code) => refuse(new Error(`the site ended with ${code}: ${said}`)));
  });
  return { origin, pid: program.pid };
}

/** The letters the site has sent, newest last. */
export const outbox = (): string => join(folder(), 'outbox');

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

export interface Reader {
  language?: Locale;
  width?: number;
  dark?: boolean;
  javaScript?: boolean;
  /** A phone: a finger, and a keyboard on the screen. */
  touch?: boolean;
}

/** A browser profile of its own: one reader with their language, screen and habits. */
export async function reader(browser: Browser, origin: string, { language = 'zh-Hans', width = 1280, dark = false, javaScript = true, touch = false }: Reader = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    hasTouch: touch,
    isMobile: touch,
  });
  await context.addCookies([{ name: 'language', value: language, url: origin }]);
  context.setDefaultTimeout(15_000);
  return context;
}

/** A page that hears what happens while it is open: its socket has been let in. */
export async function listening(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  const socket = page.waitForEvent('websocket');
  await page.goto(path);
  await (await socket).waitForEvent('framereceived');
  await page.waitForLoadState('networkidle');
  return page;
}
