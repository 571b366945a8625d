import type { Breach } from '@ganwan/shared/schedule/schedule';
import { breach, groupBy, type Book } from './book.ts';

/** Nothing and nobody is in two meetings of one slot, and no wish is placed twice. */
export function atOnce({ held }: Book): Breach[] {
  const uses = (rule: Breach['rule'], of: (one: Book['held'][number]) => (string | undefined)[]) => {
    const all = held.flatMap((one) => [...new Set(of(one))].flatMap((who) => (who === undefined ? [] : [{ who, slot: one.slot.id, wish: one.wish.id }])));
    return [...groupBy(all, ({ who, slot }) => `${slot}\n${who}`).values()]
      .filter((group) => group.length > 1)
      .map((group) => breach(rule, group.map(({ wish }) => wish), [group[0]!.who], group[0]!.slot));
  };
  return [
    ...uses('person_twice', (one) => [one.buyer.id, one.supplier.id]),
    ...uses('table_twice', (one) => [one.table.id]),
    ...uses('interpreter_twice', (one) => [one.interpreter?.id]),
    ...[...groupBy(held, (one) => one.wish.id)].filter(([, group]) => group.length > 1).map(([wish]) => breach('wish_twice', [wish])),
  ];
}
