import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { creditCodeCheck } from '@ganwan/shared/places/identity';
import type { Returned, Route, Sent } from '@ganwan/shared/route';
import { outbox, type Reader, reader } from './site.ts';

/** A person with a browser of their own who acts for an enterprise, or for none yet. */
export interface Trader {
  name: string;
  email: string;
  enterpriseId: string;
  context: BrowserContext;
  /** Asks the API with the browser's own session. */
  call<R extends Route>(route: R, given: Sent<R>): Promise<Returned<R>>;
}

export const password = 'eine lange Passphrase';

/** Signs somebody up through the API; founds the enterprise unless it is `null`. */
export async function trader(browser: Browser, origin: string, { name, enterprise, email = `e2e-${randomInt(1e12)}@example.com`, ...habits }: { name: string; enterprise: string | null; email?: string } & Reader): Promise<Trader> {
  const context = await reader(browser, origin, habits);
  const call = callWith(context, origin);
  await call(accounts.signUp, { body: { name, email, password, locale: habits.language ?? 'zh-Hans' } });
  const founded = enterprise === null ? null : await call(enterprises.create, { body: { names: { 'zh-Hans': enterprise }, identityKind: 'uscc', identityNumber: creditCode(), region: '360600', chains: ['nonferrous'], about: {} } });
  return { name, email, enterpriseId: founded?.id ?? '', context, call };
}

/** A published listing of the trader's enterprise that names its goods. */
export async function publishedFoil({ call }: Trader, title: string): Promise<string> {
  const draft = await call(listings.create, {
    body: {
      kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': title }, chain: 'nonferrous', originRegion: '360600', unitOfMeasure: 'kg', moq: 100,
      priceMode: 'tier', currency: 'CNY', priceTiers: [{ minQuantity: 100, unitPrice: 92.5 }, { minQuantity: 1000, unitPrice: 90 }], attributes: { thickness: { value: 18, text: '18 µm', unit: 'um' }, foilType: 'hte' },
    },
  });
  await call(listings.publish, { params: { id: draft.id }, body: { revision: draft.revision } });
  return draft.id;
}

/** The path of the newest invitation that was sent to an address. */
export const invitationPath = (email: string): Promise<string> => pathInLetter(email, /\/invitations\/[\w-]+/);

/** What the newest letter to an address says that looks like this; waits for it. */
export async function pathInLetter(email: string, path: RegExp): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const letters = existsSync(outbox()) ? readdirSync(outbox()).sort().map((file) => readFileSync(join(outbox(), file), 'utf8')) : [];
    const found = letters.findLast((letter) => letter.startsWith(`To: ${email}\n`) && path.test(letter))?.match(path)?.[0];
    if (found) return found;
    await new Promise((passed) => setTimeout(passed, 100));
  }
  throw new Error(`no letter to ${email} with ${path.source}`);
}

function callWith(context: BrowserContext, origin: string): Trader['call'] {
  return async (route, given) => {
    const { params, body } = given as { params?: Record<string, string>; body?: unknown };
    const path = route.path.replace(/:(\w+)/g, (_, part: string) => params?.[part] ?? '');
    const answer = await context.request.fetch(path, { method: route.method, headers: { origin }, ...(body !== undefined && { data: body }) });
    if (!answer.ok()) throw new Error(`${route.method} ${path}: ${answer.status()} ${await answer.text()}`);
    return route.response.decode((await answer.json()) as never) as Returned<typeof route>;
  };
}

function creditCode(): string {
  const first = `91360600MA${String(randomInt(1e7)).padStart(7, '0')}`;
  return first + creditCodeCheck(first);
}
