import type { Person, Problem, Slot, Wish } from '@ganwan/shared/schedule/problem';
import type { Breach } from '@ganwan/shared/schedule/schedule';
import { breach, type Book, type Held } from './book.ts';

export const isPresent = (person: Person, slot: Slot) => !person.unavailable.includes(slot.id) && (person.half === null || person.half === slot.half);
export const knows = (person: Person, wish: Wish) => wish.product === null || person.knows.length === 0 || person.knows.includes(wish.product);
export const isVetoed = (wish: Wish) => wish.buyerSays?.says === 'no' || wish.supplierSays?.says === 'no';

export function blockedPairs(problem: Problem): (a: string, b: string) => boolean {
  const pairs = new Set(problem.blocks.flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]));
  return (a, b) => pairs.has(`${a}\n${b}`);
}

/** The rules that one meeting keeps or breaks by itself. */
export function eachMeeting({ problem, held }: Book): Breach[] {
  const blocked = blockedPairs(problem);
  return held.flatMap((one) => {
    const { wish, slot, buyer, supplier } = one;
    const broken: Breach[] = [];
    const say = (rule: Breach['rule'], who: string[]) => broken.push(breach(rule, [wish.id], who, slot.id));
    for (const [person, enterprise] of [[buyer, wish.buyer], [supplier, wish.supplier]] as const) {
      if (person.enterprise !== enterprise) say('wrong_enterprise', [person.id]);
      if (!knows(person, wish)) say('does_not_know', [person.id]);
      if (!isPresent(person, slot)) say('person_away', [person.id]);
    }
    if (isVetoed(wish)) say('vetoed', [wish.buyer, wish.supplier]);
    if (blocked(wish.buyer, wish.supplier)) say('blocked', [wish.buyer, wish.supplier]);
    if (wish.half !== null && wish.half !== slot.half) say('wrong_half', []);
    if (wish.slot !== null && wish.slot !== slot.id) say('wrong_slot', []);
    return [...broken, ...atTable(one), ...acrossLanguages(one)];
  });
}

function atTable({ wish, slot, table, buyer, supplier }: Held): Breach[] {
  const needy = [buyer, supplier].filter((person) => person.needsAccessibleTable).map((person) => person.id);
  return [
    ...(table.closed.includes(slot.id) ? [breach('table_closed', [wish.id], [table.id], slot.id)] : []),
    ...(table.reservedFor !== null && table.reservedFor !== wish.buyer ? [breach('table_reserved', [wish.id], [table.id, table.reservedFor], slot.id)] : []),
    ...(needy.length > 0 && !table.accessible ? [breach('table_not_accessible', [wish.id], [table.id, ...needy], slot.id)] : []),
  ];
}

function acrossLanguages({ wish, slot, buyer, supplier, interpreter }: Held): Breach[] {
  const speechless = buyer.languages.length > 0 && supplier.languages.length > 0 && !buyer.languages.some((language) => supplier.languages.includes(language));
  if (interpreter === null) return speechless ? [breach('no_common_language', [wish.id], [buyer.id, supplier.id], slot.id)] : [];
  const understands = (person: Person) => person.languages.some((language) => interpreter.languages.includes(language));
  return [
    ...(!speechless ? [breach('interpreter_not_needed', [wish.id], [interpreter.id], slot.id)] : []),
    ...(speechless && !(understands(buyer) && understands(supplier)) ? [breach('interpreter_lacks_language', [wish.id], [interpreter.id], slot.id)] : []),
    ...(interpreter.unavailable.includes(slot.id) ? [breach('interpreter_away', [wish.id], [interpreter.id], slot.id)] : []),
  ];
}
