import type { Literal, Sat } from './sat.ts';

/** A literal that holds exactly when one of these does. */
export function anyOf(sat: Sat, literals: readonly Literal[]): Literal {
  const open = literals.filter((literal) => literal !== sat.no);
  if (open.includes(sat.yes)) return sat.yes;
  if (open.length < 2) return open[0] ?? sat.no;
  const any = sat.fresh();
  sat.add(-any, ...open);
  for (const literal of open) sat.add(any, -literal);
  return any;
}

/** A literal that holds exactly when all of these do. */
export const allOf = (sat: Sat, ...literals: Literal[]): Literal => -anyOf(sat, literals.map((literal) => -literal));

/** At most one of these holds. */
export function atMostOne(sat: Sat, literals: readonly Literal[]): void {
  const open = literals.filter((literal) => literal !== sat.no);
  if (open.length <= 5) {
    open.forEach((one, at) => open.slice(0, at).forEach((other) => sat.add(-one, -other)));
    return;
  }
  // Four and a stand-in for them at a time keeps the clauses linear.
  const standIn = sat.fresh();
  const head = open.slice(0, 4);
  for (const literal of head) sat.add(-literal, standIn);
  atMostOne(sat, [...head, sat.no]);
  atMostOne(sat, [standIn, ...open.slice(4)]);
}

/**
 * How many of these hold: the k-th literal of the answer (from 0) holds if more than k of them do; with `exact`, only
 * then. Counts no further than `upTo`.
 */
export function count(sat: Sat, literals: readonly Literal[], upTo: number, exact = false): Literal[] {
  const open = literals.filter((literal) => literal !== sat.no);
  if (open.length <= 1) return open.slice(0, upTo);
  const half = open.length >> 1;
  const [left, right] = [count(sat, open.slice(0, half), upTo, exact), count(sat, open.slice(half), upTo, exact)];
  const total = Array.from({ length: Math.min(upTo, left.length + right.length) }, () => sat.fresh());
  for (let l = 0; l <= left.length; l += 1)
    for (let r = 0; r <= right.length; r += 1) {
      if (l + r > 0) sat.add(...(l ? [-left[l - 1]!] : []), ...(r ? [-right[r - 1]!] : []), total[Math.min(l + r, total.length) - 1]!);
      if (exact && l + r < total.length) sat.add(l < left.length ? left[l]! : sat.no, r < right.length ? right[r]! : sat.no, -total[l + r]!);
    }
  return total;
}

/** At most so many of these hold. */
export function atMost(sat: Sat, literals: readonly Literal[], most: number): void {
  const open = literals.filter((literal) => literal !== sat.no);
  if (open.length <= most) return;
  const total = count(sat, open, most + 1);
  sat.add(-total[most]!);
}
