import { z } from 'zod';
import { PlacedMeeting, Wish } from './problem.ts';

const Name = z.string();

/**
 * How good a schedule is. The levels are aimed at in this order, and none is given up for a later one.
 *
 * A wish can be held at all when neither side says no to it, no block stands between its enterprises, and there is a
 * slot that it allows in which somebody of the buyer and somebody of the supplier are present who know its product.
 * It names the people who can be one of the two in such a slot. Only people so named count in levels 2 and 3.
 */
export const Figures = z.strictObject({
  /** Wishes that are neither vetoed nor blocked. */
  wishes: z.int(),
  placed: z.int(),
  /** Those of `wishes` that one of their sides says it must have. */
  musts: z.int(),
  /** Level 1, more is better. */
  mustsPlaced: z.int(),
  /** Level 2, more is better: the smallest number of meetings of any person. */
  fewest: z.int(),
  /**
   * Level 3, less is better: for each side, the most that any of its people misses, added up. A person misses the wishes
   * that name them and are not placed, but no more than the meetings they still had room for: the slots in which they are
   * present, of each day at most as many as they take, over all days, less their meetings.
   */
  unevenness: z.int(),
  /** Level 4, more is better: the points of all placed wishes, by the problem's weights. */
  score: z.int(),
  /** Level 5, less is better: runs of slots without a meeting between two meetings of one person on one day. */
  breaks: z.int(),
  /** Level 6, less is better: how often a buyer's person sits at another table than at the meeting before. */
  tableChanges: z.int(),
});
export type Figures = z.output<typeof Figures>;

export const levels = ['mustsPlaced', 'fewest', 'unevenness', 'score', 'breaks', 'tableChanges'] as const;
export type Level = (typeof levels)[number];
/** Whether more of a level is better. */
export const risesIn: Readonly<Record<Level, boolean>> = { mustsPlaced: true, fewest: true, unevenness: false, score: true, breaks: false, tableChanges: false };

/** What no schedule can do better, given that the levels before are at their proven best; null where nothing is proven. */
export const Bounds = z.strictObject(Object.fromEntries(levels.map((level) => [level, z.int().nullable()])) as Record<Level, z.ZodNullable<z.ZodInt>>);
export type Bounds = z.output<typeof Bounds>;

/** Why nothing can be found. `proven` is a proof by search, without one cause that could be named. */
export const Reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('person_overfull'), person: Name, meetings: z.int(), slots: z.int() }),
  z.strictObject({ code: z.literal('tables_overfull'), meetings: z.int(), places: z.int() }),
  z.strictObject({ code: z.literal('wish_impossible'), wish: Name }),
  z.strictObject({ code: z.literal('fixed_clash'), wishes: z.array(Name) }),
  z.strictObject({ code: z.literal('precedence_cycle'), wishes: z.array(Name) }),
  z.strictObject({ code: z.literal('locked_broken'), wish: Name }),
  z.strictObject({ code: z.literal('proven') }),
]);
export type Reason = z.output<typeof Reason>;

export const Schedule = z.strictObject({
  /** `optimal`: every level is proven. `unknown`: nothing was found in time and nothing is disproved. */
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  meetings: z.array(PlacedMeeting),
  figures: Figures,
  bounds: Bounds,
  /** Only when `infeasible`. */
  reason: Reason.nullable(),
});
export type Schedule = z.output<typeof Schedule>;

/** What happens on the day. `from` and `until` are slots: from that one on, and until just before that one. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancel'), wish: Name }),
  z.strictObject({ kind: z.literal('no_show'), person: Name, from: Name }),
  z.strictObject({ kind: z.literal('late'), person: Name, until: Name }),
  z.strictObject({ kind: z.literal('add'), wish: Wish }),
  z.strictObject({ kind: z.literal('table_gone'), table: Name, from: Name }),
]);
export type Change = z.output<typeof Change>;

/** A meeting that is elsewhere after a repair, or no more (`to` is null), and the change that asked for it. */
export const Moved = z.strictObject({ wish: Name, people: z.array(Name), from: PlacedMeeting.nullable(), to: PlacedMeeting.nullable(), because: Change });
export type Moved = z.output<typeof Moved>;

/**
 * A part of the problem that stands in the way of a wish. `slot` says where; without one it is in the way everywhere.
 * `worse`: nothing forbids the wish, but placing it costs so much on the first level that it changes.
 */
export const Obstacle = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person_busy'), person: Name, slot: Name, wish: Name }),
  z.strictObject({ kind: z.literal('person_away'), person: Name, slot: Name }),
  z.strictObject({ kind: z.literal('day_full'), person: Name, day: Name }),
  z.strictObject({ kind: z.literal('break_needed'), person: Name, day: Name, half: z.enum(['morning', 'afternoon']) }),
  z.strictObject({ kind: z.literal('no_table'), slot: Name }),
  z.strictObject({ kind: z.literal('tables_reserved'), slot: Name }),
  z.strictObject({ kind: z.literal('no_accessible_table'), slot: Name }),
  z.strictObject({ kind: z.literal('table_kept'), person: Name, slot: Name }),
  z.strictObject({ kind: z.literal('travel'), person: Name, slot: Name }),
  z.strictObject({ kind: z.literal('no_interpreter'), slot: Name }),
  z.strictObject({ kind: z.literal('precedence'), before: Name, after: Name }),
  z.strictObject({ kind: z.literal('half_only'), wish: Name }),
  z.strictObject({ kind: z.literal('slot_only'), wish: Name }),
  z.strictObject({ kind: z.literal('blocked'), a: Name, b: Name, reason: z.enum(['veto', 'competitor', 'met_before']) }),
  z.strictObject({ kind: z.literal('nobody_knows'), enterprise: Name, product: Name }),
  z.strictObject({ kind: z.literal('break_spread'), slot: Name }),
  z.strictObject({ kind: z.literal('worse'), level: z.enum(levels), by: z.int() }),
]);
export type Obstacle = z.output<typeof Obstacle>;

/**
 * One thing given up. Each is a small change of the problem: `one_more_table` in several slots is one table that opens
 * in all of them, stands in that hall, and may be reached by everybody; `give_up` takes out another placed wish of no
 * higher priority (a must before a want, then more points before fewer).
 */
export const Relaxation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one_more_table'), slot: Name, hall: Name }),
  z.strictObject({ kind: z.literal('come_anyway'), person: Name, slot: Name }),
  z.strictObject({ kind: z.literal('one_more_that_day'), person: Name, day: Name }),
  z.strictObject({ kind: z.literal('no_break'), person: Name, day: Name, half: z.enum(['morning', 'afternoon']) }),
  z.strictObject({ kind: z.literal('one_more_interpreter'), slot: Name, languages: z.array(Name) }),
  z.strictObject({ kind: z.literal('give_up'), wish: Name }),
  z.strictObject({ kind: z.literal('unlock'), wish: Name }),
  z.strictObject({ kind: z.literal('any_half'), wish: Name }),
  z.strictObject({ kind: z.literal('any_slot'), wish: Name }),
  z.strictObject({ kind: z.literal('forget_precedence'), before: Name, after: Name }),
  z.strictObject({ kind: z.literal('lift_block'), a: Name, b: Name }),
  z.strictObject({ kind: z.literal('brief_somebody'), person: Name, product: Name }),
]);
export type Relaxation = z.output<typeof Relaxation>;

/** Why a wish is nowhere, and what would place it. */
export const Explanation = z.strictObject({
  wish: Name,
  placed: z.boolean(),
  /** What stands in the way as the schedule is, in short: together they close every slot, and none can be left out. */
  obstacles: z.array(Obstacle),
  /**
   * The fewest things to give up that place it beside everything else that is placed; none when moving others is
   * enough, null when nothing known helps. None of them can be left out.
   */
  relaxation: z.array(Relaxation).nullable(),
  /** Whether it is proven that nothing less suffices, or only that a search found nothing less. */
  minimal: z.enum(['proven', 'searched']),
});
export type Explanation = z.output<typeof Explanation>;

/** What `check` can find, by the rule that is broken. */
export const brokenRules = [
  'unknown_name', 'wish_twice', 'person_twice', 'table_twice', 'interpreter_twice',
  'wrong_enterprise', 'does_not_know', 'person_away', 'wrong_half', 'wrong_slot', 'vetoed', 'blocked',
  'table_closed', 'table_reserved', 'table_not_accessible', 'table_left', 'table_not_held',
  'no_common_language', 'interpreter_not_needed', 'interpreter_lacks_language', 'interpreter_away',
  'day_full', 'no_break', 'too_far', 'precedence', 'locked_moved', 'left_out', 'break_spread', 'figures',
] as const;

/** One broken rule: the meetings that break it together, whom or what it concerns, and where. */
export const Breach = z.strictObject({ rule: z.enum(brokenRules), wishes: z.array(Name), who: z.array(Name), slot: Name.nullable() });
export type Breach = z.output<typeof Breach>;
