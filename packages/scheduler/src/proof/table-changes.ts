import { anyOf } from './logic.ts';
import type { Literal, Sat } from './sat.ts';

/** A time in which somebody sits at one table, if at all. */
export interface Station {
  busy: Literal;
  /** Of several tables only that where they sit has to hold, and only when busy. */
  at: Map<number, Literal>;
}

/** For each station after the first: they sit at another table than when they last sat. */
export function changesOf(sat: Sat, path: readonly Station[]): Literal[] {
  let last = new Map<number, Literal>();
  let before: Literal = sat.no;
  return path.map(({ busy, at }) => {
    const change = sat.fresh();
    for (const [table, here] of at) sat.add(-busy, -here, -before, last.get(table) ?? sat.no, change);
    // The table of the last sitting is carried on, and there is only one.
    const next = new Map([...last.keys(), ...at.keys()].map((table) => [table, sat.fresh()]));
    for (const [table, literal] of next) {
      sat.add(-busy, -(at.get(table) ?? sat.no), literal);
      sat.add(busy, -(last.get(table) ?? sat.no), literal);
    }
    onlyOne(sat, [...next.values()]);
    before = anyOf(sat, [before, busy]);
    last = next;
    return change;
  });
}

function onlyOne(sat: Sat, literals: readonly Literal[]): void {
  literals.forEach((one, index) => literals.slice(0, index).forEach((other) => sat.add(-one, -other)));
}
