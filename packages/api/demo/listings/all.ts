import { boardListings } from './boards.ts';
import { componentListings } from './components.ts';
import { fieldMachineListings } from './field-machines.ts';
import { machineListings } from './machines.ts';
import type { DemoListing } from './model.ts';
import { pantryListings } from './pantry.ts';
import { produceListings } from './produce.ts';

const first = [...boardListings, ...componentListings, ...produceListings, ...pantryListings, ...machineListings, ...fieldMachineListings];

/** The same goods from a second firm: another price, another smallest order, another pace. */
const manners = [
  { hans: '现货可拆零', en: 'in stock, small lots', price: 1.04, moq: 0.2, days: 0.5 },
  { hans: '长单优惠', en: 'better on long orders', price: 0.97, moq: 4, days: 1.5 },
  { hans: '可先寄样', en: 'samples first', price: 1.01, moq: 0.5, days: 1 },
] as const;

const again = first.filter(({ kind, title, measure }) => kind === 'supply' && title['zh-Hans'] && measure !== 'machine').filter((_, at) => at % 5 !== 0).map((listing, at): DemoListing => {
  const manner = manners[at % manners.length]!;
  return {
    ...listing,
    title: { 'zh-Hans': `${listing.title['zh-Hans']}（${manner.hans}）`, ...(listing.title.en && { en: `${listing.title.en} (${manner.en})` }) },
    price: listing.price === null ? null : Number((listing.price * manner.price).toPrecision(3)),
    moq: Math.max(1, Math.round(listing.moq * manner.moq)),
    leadTimeDays: Math.max(1, Math.round(listing.leadTimeDays * manner.days)),
    capacity: Math.round(listing.capacity * 0.4),
  };
});

export const demoListings: readonly DemoListing[] = [...first, ...again];
