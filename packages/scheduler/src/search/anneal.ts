import type { Model } from '#model/model';
import { nothingPlaced, type Placement } from '#model/placement';
import { random, type Random } from '#random';
import { Board } from './board.ts';
import { Moves } from './moves.ts';
import { start } from './start.ts';
import { compareHigher, isBetter, noWorth } from './worth.ts';

const always = () => true;

/**
 * Annealing in rounds, each twice as long as the one before. A round first places what is not placed (levels 1 to 4),
 * if there is any, and then takes away breaks and table changes without giving up a level above. What happens depends
 * on the seed and the number of steps alone.
 */
export class Annealing {
  readonly best: Placement;
  /** Whether `best` is a schedule that keeps every rule. */
  found = false;
  readonly bestWorth = noWorth();
  /** Counts how often `best` has become better. */
  version = 0;
  steps = 0;
  private readonly board: Board;
  private readonly moves: Moves;
  private readonly dice: Random;
  private readonly model: Model;
  private readonly now = noWorth();
  private readonly after = noWorth();
  /** An ordinary meeting's points. */
  private readonly points: number;
  private round = 0;
  private roundStart = 0;
  private roundEnd = 0;
  /** Whether there is anything to search. */
  private readonly isPossible: boolean;
  private placing = false;
  /** Of a round, for placing at most. */
  private share = 0;
  private heat = 1;

  constructor(model: Model, seed: number) {
    this.model = model;
    this.dice = random(seed);
    this.board = new Board(model);
    this.moves = new Moves(this.board, this.dice);
    this.best = nothingPlaced(model);
    const held = model.points.filter((points, wish) => model.holdable[wish] && points > 0);
    this.points = held.length ? held.reduce((sum, points) => sum + points, 0) / held.length : 1;
    this.isPossible = start(this.board);
    this.board.read(this.now, true);
    this.keep();
    this.nextRound();
  }

  /** So many steps more. */
  run(steps: number): void {
    if (!this.isPossible || this.model.wishes === 0) this.steps += steps;
    else for (const end = this.steps + steps; this.steps < end; this.steps += 1) {
      if (this.steps >= this.roundEnd) this.nextRound();
      if ((this.steps & 63) === 0) this.cool();
      this.step();
    }
  }

  /** Goes on from somebody else's schedule. */
  adopt(placement: Placement): void {
    if (!this.board.load(placement)) return;
    this.board.read(this.now, true);
    this.keep();
  }

  private nextRound(): void {
    this.roundStart = this.steps;
    this.roundEnd = this.steps + Math.max(20_000, 100 * this.model.wishes) * 2 ** this.round;
    this.round += 1;
    if (this.found && this.round > 2) this.adopt(this.best);
    this.placing = this.board.openCount > 0;
    this.share = Math.min(0.5, 0.04 + (5 * this.board.openCount) / this.model.wishes);
    this.cool();
  }

  private cool(): void {
    const gone = (this.steps - this.roundStart) / (this.roundEnd - this.roundStart);
    if (this.placing && (gone > this.share || (this.board.openCount === 0 && this.now.excess === 0))) {
      this.placing = false;
      if (this.found) this.adopt(this.best);
    }
    // From where a break more is taken one time in some hundred to where it never is.
    this.heat = this.placing ? 0.4 * 0.1 ** (gone / this.share) : 0.16 * 0.4 ** gone;
  }

  private step(): void {
    const { board, moves, dice } = this;
    const chance = dice.unit();
    let people = true;
    let there: boolean;
    if (board.openCount > 0 && chance < (this.placing ? 0.5 : 0.05)) there = moves.insert();
    else if (moves.choices.length && chance > 0.9) there = moves.others();
    else {
      people = false;
      there = this.shift();
    }
    // Of a chain the cost is known before anything is touched.
    if (there && (people ? board.make(() => this.judge()) : this.bears(this.placing ? 0.1 * this.moves.cost : this.moves.cost) && board.make(always))) this.settle(people);
    else if (board.rooms.tableChanges > 0 && (this.steps & 31) === 0) this.tidy();
  }

  private shift(): boolean {
    const chance = this.dice.unit();
    if (chance < 0.1) return this.moves.mend();
    return chance < 0.9 ? this.moves.slide() : this.moves.anywhere();
  }

  private judge(): boolean {
    const { now, after } = this;
    this.board.read(after, true);
    const worse = after.breaks - now.breaks + 5 * (after.excess - now.excess);
    if (this.placing) return this.bears(0.1 * worse + this.loss());
    const higher = compareHigher(this.model, after, now);
    return higher === 0 ? this.bears(worse) : higher > 0;
  }

  private bears(worse: number): boolean {
    return worse <= 0 || this.dice.unit() < Math.exp(-worse / this.heat);
  }

  /** How much is lost on levels 1 to 4, in ordinary meetings. */
  private loss(): number {
    const { now, after, points } = this;
    return (
      (this.model.rules.placeEverything ? 3 : 0) * (now.placed - after.placed) +
      20 * (now.mustsPlaced - after.mustsPlaced) +
      6 * (now.fewest - after.fewest) +
      2 * (after.unevenness - now.unevenness) +
      (now.score - after.score) / points +
      0.05 * (after.roughness - now.roughness)
    );
  }

  private settle(people: boolean): void {
    this.board.read(this.now, people);
    this.keep();
  }

  /** A buyer's person to the table of their meeting before or after. */
  private tidy(): void {
    const { board, dice, model } = this;
    const { rooms, usher } = board;
    const wish = dice.below(model.wishes);
    if (rooms.table[wish]! < 0) return;
    const [buyer, slot] = [rooms.buyer[wish]!, rooms.slot[wish]!];
    const [before, after] = rooms.beside(buyer, slot);
    const to = dice.unit() < 0.5 ? before : after;
    if (to < 0 || to === rooms.table[wish]) return;
    const changes = rooms.tableChanges;
    if (!usher.swap(rooms.stayOf(wish, slot, buyer), to)) return;
    if (rooms.tableChanges > changes) rooms.rollback(0);
    rooms.forget();
    this.settle(false);
  }

  private keep(): void {
    const { now, bestWorth, board, model } = this;
    if (!this.isPossible || now.excess > 0 || board.diary.orphans > 0 || (model.rules.placeEverything && now.placed < model.wishes)) return;
    if (this.found && !isBetter(model, now, bestWorth)) return;
    this.found = true;
    this.version += 1;
    board.copy(this.best);
    Object.assign(bestWorth, now);
  }
}
