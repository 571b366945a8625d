/** Numbers that follow from a seed and nothing else. */
export interface Random {
  /** From 0 up to but not 1. */
  unit(): number;
  /** A whole number from 0 up to but not `end`. */
  below(end: number): number;
  pick<Item>(items: ArrayLike<Item>): Item;
  /** In place. */
  shuffle<Item>(items: Item[]): Item[];
}

/** Mulberry32: 32 bits of state, the same on every machine. */
export function random(seed: number): Random {
  let state = seed | 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(unit() * end);
  return {
    unit,
    below,
    pick: (items) => items[below(items.length)]!,
    shuffle(items) {
      for (let at = items.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [items[at], items[other]] = [items[other]!, items[at]!];
      }
      return items;
    },
  };
}
