import type { Random } from '#random';
import { type Attendee, shared } from './crowd.ts';

export interface Talk {
  buyer: number;
  supplier: number;
  slot: number;
  product: string;
}

/**
 * Who meets whom in which slot, so that nobody has a break: once people have begun a day they have a meeting in every
 * slot until they are done with it. At most `atOnce` talks in a slot.
 */
export function talksWithoutBreaks(people: readonly Attendee[], days: readonly (readonly number[])[], atOnce: number, random: Random): Talk[] {
  const { below, shuffle } = random;
  const buyers = people.filter(({ side }) => side === 'buyer').length;
  const talks: Talk[] = [];
  const met = new Set<string>();
  const product = (buyer: number, supplier: number) => {
    const open = shared(people[buyer]!.knows, people[supplier]!.knows).filter((name) => !met.has(key(buyer, supplier, name)));
    return open.length ? random.pick(open) : null;
  };
  // Two enterprises may meet twice, about different things, but two people only once.
  const key = (buyer: number, supplier: number, name: string) => `${people[buyer]!.enterprise} ${people[supplier]!.enterprise} ${name}`;
  const pairs = new Set<number>();
  const may = (buyer: number, supplier: number) => !pairs.has(buyer * people.length + supplier) && product(buyer, supplier) !== null;

  for (const day of days) {
    const left = people.map((_, person) => (person < buyers ? 3 + below(14) : 1 + below(8)));
    const begun = new Uint8Array(people.length);
    const done = new Uint8Array(people.length);
    for (const slot of day) {
      const here = [from(0, buyers), from(buyers, people.length)] as const;
      for (const [side, low, high] of [[here[0], 0, buyers], [here[1], buyers, people.length]] as const)
        for (let tries = 0; side.length < atOnce && tries < 20 * atOnce; tries += 1) {
          const person = low + below(high - low);
          if (begun[person] || done[person]) continue;
          begun[person] = 1;
          side.push(person);
        }
      while (here[0].length !== here[1].length) {
        const longer = here[0].length > here[1].length ? here[0] : here[1];
        leave(longer.splice(below(longer.length), 1)[0]!);
      }
      const [ours, theirs] = [here[0], shuffle(here[1])];
      ours.forEach((buyer, at) => {
        for (let tries = 0; tries < 300 && !may(buyer, theirs[at]!); tries += 1) {
          const other = below(ours.length);
          if (may(buyer, theirs[other]!) && may(ours[other]!, theirs[at]!)) [theirs[at], theirs[other]] = [theirs[other]!, theirs[at]!];
        }
      });
      ours.forEach((buyer, at) => {
        const supplier = theirs[at]!;
        if (!may(buyer, supplier)) return [buyer, supplier].forEach(leave);
        const about = product(buyer, supplier)!;
        met.add(key(buyer, supplier, about));
        pairs.add(buyer * people.length + supplier);
        talks.push({ buyer, supplier, slot, product: about });
        left[buyer]! -= 1;
        left[supplier]! -= 1;
      });
    }

    function from(low: number, high: number): number[] {
      const staying: number[] = [];
      for (let person = low; person < high; person += 1) {
        if (!begun[person] || done[person]) continue;
        if (left[person]! > 0) staying.push(person);
        else done[person] = 1;
      }
      return staying;
    }
    function leave(person: number) {
      done[person] = 1;
    }
  }
  return talks;
}
