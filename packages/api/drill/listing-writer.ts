import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from '../bench/crowd.ts';

/** What was promised about listings, by item number. */
export interface ListingLedger {
  /** Published, with the answer in hand. */
  published: Set<string>;
  /** Refused for good: nothing of the publishing may be left. */
  refused: Set<string>;
  latestStart: number;
}

const foil = (itemNumber: string) => ({
  kind: 'supply', subFamily: 'copper_foil', title: { 'zh-Hans': `铜箔 ${itemNumber}` }, itemNumber,
  chain: 'nonferrous', originRegion: '360600', unitOfMeasure: 'kg', moq: 100, priceMode: 'tier', currency: 'CNY',
  priceTiers: [{ minQuantity: 100, unitPrice: 92.5 }, { minQuantity: 1000, unitPrice: 90 }],
  attributes: { thickness: { value: 18, text: '18 µm', unit: 'um' }, foilType: 'hte' },
});

/** Writes listings and publishes them; every fourth lacks what publishing needs and must be refused whole. */
export async function writeListings(address: string, { cookie, enterpriseId }: Visitor, ledger: ListingLedger, going: () => boolean): Promise<void> {
  const send = async (path: string, body: unknown): Promise<{ status: number; id?: string; revision?: number; code?: string } | undefined> => {
    try {
      const answer = await fetch(address + path, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(5000) });
      return { status: answer.status, ...((await answer.json()) as object) };
    } catch {
      return undefined;
    }
  };
  for (let n = 1; going(); n++) {
    const itemNumber = `${enterpriseId.slice(-8)}-${n}`;
    const complete = n % 4 !== 0;
    const { priceTiers, ...bare } = foil(itemNumber);
    const started = performance.now();
    // Whether an unanswered draft exists is unknown, and its id with it; the next one takes its place.
    const made = await send('/api/listings', complete ? { ...bare, priceTiers } : bare);
    if (made?.status === 200) {
      const answer = await send(`/api/listings/${made.id}/publish`, { revision: made.revision });
      if (answer?.status === 200) {
        ledger.published.add(itemNumber);
        ledger.latestStart = Math.max(ledger.latestStart, started);
      } else if (answer?.status === 422) ledger.refused.add(itemNumber);
    } else if (made && made.status < 500 && made.status !== 429) throw new Error(`a listing was refused: ${made.code}`);
    await pause(700);
  }
}
