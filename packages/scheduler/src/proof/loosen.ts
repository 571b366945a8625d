import type { Model } from '#model/model';
import { figuresOf } from '#model/figures';
import { copyOf, type Placement } from '#model/placement';
import { random, type Random } from '#random';
import { countedBests } from './counting.ts';
import { type Encoding, encode } from './encode.ts';
import { count } from './logic.ts';
import { cadical, type Literal, type Sat } from './sat.ts';

/** Conflicts of one attempt: many small ones find more than a few long ones. */
const patience = 2000;
/** Attempts without a better schedule after which others that are as good are gone on from. */
const stubborn = 20;

/**
 * Takes breaks away where moving single meetings no longer does: lets go of the meetings of some slots in a row, holds
 * all others where they are, and asks the solver for fewer breaks (large neighbourhood search: Shaw 1998). Who sits in a
 * meeting stays, and what is placed stays placed, so no level above the breaks is touched.
 */
export class Loosening {
  private readonly sat: Sat;
  private readonly model: Model;
  private readonly encoding: Encoding;
  private readonly dice: Random;
  /** The k-th holds when there are more than k breaks. */
  private readonly more: Literal[];
  /** Of the slots, so many are let go: more when nothing better is there, fewer when that takes too long to tell. */
  private part = 0.4;
  private failed = 0;
  /** With these people in these meetings nothing is better. */
  isOver = false;
  /** From where it goes on. */
  private at: Placement;
  private breaks: number;

  private constructor(sat: Sat, model: Model, seed: number, placement: Placement, breaks: number) {
    this.sat = sat;
    this.model = model;
    this.dice = random(seed);
    this.at = copyOf(placement);
    this.breaks = breaks;
    this.encoding = encode(sat, model);
    const each = this.encoding.costs('breaks', countedBests(model)).map(({ literal }) => literal);
    this.more = count(sat, each, breaks + 1);
  }

  /** Begins with this schedule, which has so many breaks, at least one. */
  static async of(model: Model, placement: Placement, breaks: number, { seed, stop }: { seed: number; stop: () => boolean }): Promise<Loosening> {
    return new Loosening(await cadical({ seed, stop }), model, seed, placement, breaks);
  }

  /** One attempt. Gives a schedule with fewer breaks, or null; `placement` is the best known elsewhere. */
  attempt(placement: Placement, breaks: number): Placement | null {
    if (breaks < this.breaks) this.goOn(placement, breaks);
    if (this.isOver) return null;
    if (this.failed > stubborn && this.dice.unit() < 0.5) {
      this.at = this.asGood() ?? this.at;
      return null;
    }
    const found = this.better();
    if (found) this.goOn(found, figuresOf(this.model, found).breaks);
    return found;
  }

  private goOn(placement: Placement, breaks: number): void {
    this.at = copyOf(placement);
    this.breaks = breaks;
    this.failed = 0;
    this.isOver = false;
  }

  close(): void {
    this.sat.close();
  }

  private better(): Placement | null {
    const answer = this.sat.solve([-this.more[this.breaks - 1]!, ...this.held(this.window(this.part))], patience);
    if (answer === 'possible') return this.encoding.read();
    this.failed += 1;
    this.isOver = answer === 'impossible' && this.part === 1;
    this.part = answer === 'impossible' ? Math.min(1, this.part * 1.03) : Math.max(0.1, this.part / 1.03);
    return null;
  }

  /** One meeting has to leave its slot. */
  private asGood(): Placement | null {
    const isFree = this.window(0.4);
    const free = [...this.at.slot.keys()].filter((wish) => isFree(this.at.slot[wish]!));
    if (free.length === 0) return null;
    const leaving = -this.encoding.place(this.at, this.dice.pick(free));
    const asMany = this.more[this.breaks];
    const answer = this.sat.solve([...(asMany === undefined ? [] : [-asMany]), leaving, ...this.held(isFree)], patience);
    return answer === 'possible' ? this.encoding.read() : null;
  }

  /** Everybody keeps whom they meet, and what is not let go its slot. */
  private held(isFree: (slot: number) => boolean): Literal[] {
    const { at, encoding } = this;
    return [...at.slot.entries()].flatMap(([wish, slot]) => (slot < 0 ? [] : [...encoding.people(at, wish), ...(isFree(slot) ? [] : [encoding.place(at, wish)])]));
  }

  /** Slots in a row, that part of all. */
  private window(part: number): (slot: number) => boolean {
    const { slots } = this.model;
    const many = Math.min(slots, Math.max(2, Math.round(part * slots)));
    const first = this.dice.below(slots - many + 1);
    return (slot) => slot >= first && slot < first + many;
  }
}
