import { z } from 'zod';
import { inconsistencies } from './consistent.ts';

/**
 * What a session of one-on-one meetings has to fit together: who comes, who wishes to meet whom, when,
 * and at which tables. Names (`id`) are the caller's own. Every list may be left out when it is empty.
 */
const Name = z.string().min(1).max(64).regex(/^\P{Cc}*$/u, 'expected a name without control characters');
const names = z.array(Name).default([]);
const Half = z.enum(['morning', 'afternoon']);
export type Half = z.output<typeof Half>;

/** Slots follow each other in the order of the list, which is that of the clock; a half day is the slots of one `day` and `half`. */
export const Slot = z.strictObject({
  id: Name,
  day: z.iso.date(),
  half: Half,
  /** Of the city's clock, `09:20`. */
  starts: z.iso.time({ precision: -1 }),
  ends: z.iso.time({ precision: -1 }),
});
export type Slot = z.output<typeof Slot>;

export const Table = z.strictObject({
  id: Name,
  hall: Name.default('hall'),
  /** Can be reached and used in a wheelchair. */
  accessible: z.boolean().default(false),
  /** Only meetings in which this enterprise is the buyer are held here. */
  reservedFor: Name.nullable().default(null),
  /** Slots in which it is not open. */
  closed: names,
});
export type Table = z.output<typeof Table>;

/** Somebody who represents an enterprise. Nobody is in two meetings of one slot. */
export const Person = z.strictObject({
  id: Name,
  enterprise: Name,
  /** People of one side are compared with each other for fairness; `either` is a side of its own. */
  side: z.enum(['buyer', 'supplier', 'either']),
  /** Products this person can speak about; none named means all. */
  knows: names,
  /** Languages this person negotiates in; none named means that language is no question. */
  languages: names,
  unavailable: names,
  /** Comes for this half of each day only. */
  half: Half.nullable().default(null),
  mostPerDay: z.int().min(1).max(400).nullable().default(null),
  /** Days on which this person takes one meeting more than `mostPerDay`; named twice, two more. */
  oneMoreOn: z.array(z.iso.date()).default([]),
  /** In each half day with a meeting, at least one slot without one. */
  breakEachHalf: z.boolean().default(false),
  /** Half days in which this person does without that break. */
  noBreakOn: z.array(z.strictObject({ day: z.iso.date(), half: Half })).default([]),
  needsAccessibleTable: z.boolean().default(false),
  /** Slots from which on this person, as a buyer who keeps the table, keeps another one for the rest of that half day. */
  anotherTableFrom: names,
});
export type Person = z.output<typeof Person>;

/** What one side said of a meeting; a rank of 1 is its dearest wish. */
const Voice = z.strictObject({ says: z.enum(['must', 'want', 'no']), rank: z.int().min(1).nullable().default(null) });
export type Voice = z.output<typeof Voice>;

/** A meeting that at least one of two enterprises wishes for, placed at most once. A `no` of either side is a veto. */
export const Wish = z.strictObject({
  id: Name,
  buyer: Name,
  supplier: Name,
  /** What it is about: only representatives who know it can hold it. */
  product: Name.nullable().default(null),
  buyerSays: Voice.nullable().default(null),
  supplierSays: Voice.nullable().default(null),
  /** Only in this half of a day. */
  half: Half.nullable().default(null),
  /** Only in this slot. */
  slot: Name.nullable().default(null),
});
export type Wish = z.output<typeof Wish>;

/** Sits in on meetings whose two people share no language; needs one language of each. */
export const Interpreter = z.strictObject({ id: Name, languages: z.array(Name).min(1), unavailable: names });
export type Interpreter = z.output<typeof Interpreter>;

/** `after` is held only if `before` is, and in a later slot: sample tasting before contract talk. */
export const Precedence = z.strictObject({ before: Name, after: Name });

/** Two enterprises that do not meet in this session, whatever is wished. */
export const Block = z.strictObject({ a: Name, b: Name, reason: z.enum(['veto', 'competitor', 'met_before']) });

/** Minutes from hall to hall, in both directions; between halls that are not named, none. */
export const Travel = z.strictObject({ from: Name, to: Name, minutes: z.int().min(0).max(1440) });

/** A meeting with its place: between a wish, a slot, a table and the people who sit there. */
export const PlacedMeeting = z.strictObject({ wish: Name, slot: Name, table: Name, buyer: Name, supplier: Name, interpreter: Name.nullable() });
export type PlacedMeeting = z.output<typeof PlacedMeeting>;

/**
 * Points of a placed wish: `mutual` when both sides want it, and for each side that wants it `buyer` or
 * `supplier` times `max(1, ranks + 1 - rank)` (1 without a rank). Whole numbers, shown to the organiser.
 */
export const Weights = z.strictObject({
  mutual: z.int().min(0).max(10_000).default(40),
  buyer: z.int().min(0).max(10_000).default(2),
  supplier: z.int().min(0).max(10_000).default(1),
  ranks: z.int().min(1).max(1000).default(20),
});
export type Weights = z.output<typeof Weights>;

export const Rules = z.strictObject({
  /** In a half day a buyer's person sits at one table and holds it from the first meeting there to the last; suppliers rotate. */
  buyerKeepsTable: z.boolean().default(true),
  /** A schedule that leaves a wish out is none: the public benchmark asks for this. */
  placeEverything: z.boolean().default(false),
  /** Whether sitting at another table than before counts; where it does not, `tableChanges` is 0. */
  countTableChanges: z.boolean().default(true),
  /** The breaks of any two people differ by at most so many, counted over all days; people without meetings have none. Null asks for nothing. */
  breakSpread: z.int().min(0).nullable().default(null),
  weights: Weights.prefault({}),
});
export type Rules = z.output<typeof Rules>;

const ProblemFields = z.strictObject({
  slots: z.array(Slot).min(1).max(400),
  tables: z.array(Table).min(1).max(2000),
  people: z.array(Person).min(1).max(10_000),
  wishes: z.array(Wish).max(100_000),
  interpreters: z.array(Interpreter).default([]),
  precedences: z.array(Precedence).default([]),
  blocks: z.array(Block).default([]),
  travel: z.array(Travel).default([]),
  /** Published or locked: they stay exactly as they are. One that breaks a rule makes the problem infeasible. */
  locked: z.array(PlacedMeeting).default([]),
  rules: Rules.prefault({}),
});
export const Problem = ProblemFields.superRefine((problem, context) => {
  for (const { path, message } of inconsistencies(problem)) context.addIssue({ code: 'custom', path, message });
});
export type Problem = z.output<typeof Problem>;
/** As it is written in a file, before defaults. */
export type ProblemFile = z.input<typeof Problem>;
