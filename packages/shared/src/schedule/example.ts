import type { ProblemFile } from './problem.ts';

/** A small session with a bit of everything. `packages/scheduler/README.md` tells its story. */
export const example: ProblemFile = {
  slots: [
    { id: '0920', day: '2026-05-18', half: 'morning', starts: '09:20', ends: '09:40' },
    { id: '0945', day: '2026-05-18', half: 'morning', starts: '09:45', ends: '10:05' },
    { id: '1010', day: '2026-05-18', half: 'morning', starts: '10:10', ends: '10:30' },
    { id: '1400', day: '2026-05-18', half: 'afternoon', starts: '14:00', ends: '14:20' },
    { id: '1425', day: '2026-05-18', half: 'afternoon', starts: '14:25', ends: '14:45' },
  ],
  tables: [
    { id: 'A1', hall: 'east', accessible: true },
    { id: 'B1', hall: 'west', reservedFor: 'board-works', closed: ['1400', '1425'] },
  ],
  people: [
    { id: 'ms-chan', enterprise: 'fresh-market', side: 'buyer', languages: ['yue', 'en'], breakEachHalf: true },
    { id: 'mr-ho', enterprise: 'board-works', side: 'buyer', languages: ['yue', 'cmn'], half: 'morning' },
    { id: 'mr-liu', enterprise: 'copper-foil', side: 'supplier', languages: ['cmn'], knows: ['foil'], mostPerDay: 2 },
    { id: 'ms-xie', enterprise: 'copper-foil', side: 'supplier', languages: ['cmn'], knows: ['laminate'], unavailable: ['0920'] },
    { id: 'mr-lai', enterprise: 'navel-oranges', side: 'supplier', languages: ['cmn'], needsAccessibleTable: true },
  ],
  wishes: [
    { id: 'foil', buyer: 'board-works', supplier: 'copper-foil', product: 'foil', buyerSays: { says: 'must', rank: 1 }, supplierSays: { says: 'want', rank: 1 } },
    { id: 'laminate', buyer: 'board-works', supplier: 'copper-foil', product: 'laminate', buyerSays: { says: 'want', rank: 2 } },
    { id: 'tasting', buyer: 'fresh-market', supplier: 'navel-oranges', buyerSays: { says: 'must', rank: 1 }, supplierSays: { says: 'must', rank: 1 }, half: 'morning' },
    { id: 'contract', buyer: 'fresh-market', supplier: 'navel-oranges', product: 'season contract', supplierSays: { says: 'want' }, slot: '1400' },
    { id: 'gifts', buyer: 'board-works', supplier: 'navel-oranges', supplierSays: { says: 'want', rank: 2 } },
    { id: 'rivals', buyer: 'fresh-market', supplier: 'copper-foil', supplierSays: { says: 'want', rank: 9 } },
  ],
  interpreters: [{ id: 'ms-deng', languages: ['yue', 'cmn'], unavailable: ['0945'] }],
  precedences: [{ before: 'tasting', after: 'contract' }],
  blocks: [{ a: 'fresh-market', b: 'copper-foil', reason: 'met_before' }],
  travel: [{ from: 'east', to: 'west', minutes: 5 }],
  locked: [{ wish: 'foil', slot: '0920', table: 'B1', buyer: 'mr-ho', supplier: 'mr-liu', interpreter: null }],
  rules: { buyerKeepsTable: true, weights: { mutual: 40, buyer: 2, supplier: 1, ranks: 20 } },
};
