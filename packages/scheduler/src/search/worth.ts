import type { Model } from '#model/model';

/** What a board is worth: more is better of the first three and the score, less of the others. */
export interface Worth {
  placed: number;
  mustsPlaced: number;
  fewest: number;
  unevenness: number;
  score: number;
  /** Smooth stand-in for levels 2 and 3. */
  roughness: number;
  breaks: number;
  /** By how much the rule on the spread of breaks is broken. */
  excess: number;
  tableChanges: number;
}

export const noWorth = (): Worth => ({ placed: 0, mustsPlaced: 0, fewest: 0, unevenness: 0, score: 0, roughness: 0, breaks: 0, excess: 0, tableChanges: 0 });

/** Of levels 1 to 4: positive when the first is better. Where everything has to be placed, that comes before them. */
export function compareHigher({ rules }: Model, one: Worth, other: Worth): number {
  if (rules.placeEverything && one.placed !== other.placed) return one.placed - other.placed;
  return one.mustsPlaced - other.mustsPlaced || one.fewest - other.fewest || other.unevenness - one.unevenness || one.score - other.score;
}

export function isBetter(model: Model, one: Worth, other: Worth): boolean {
  return (compareHigher(model, one, other) || other.breaks - one.breaks || other.tableChanges - one.tableChanges) > 0;
}
