import type { Model } from '#model/model';

/** Levels 1 to 4 as meetings are placed and given up: who has how many, who misses how many, musts and points. */
export class Ledger {
  mustsPlaced = 0;
  score = 0;
  placed = 0;
  /** Smooth stand-in for levels 2 and 3, less is better: the squares of what people miss. */
  roughness = 0;
  private readonly have: Int32Array;
  private readonly open: Int32Array;
  /** Named people by number of meetings; by side and number missed. */
  private readonly having: Int32Array;
  private readonly missing: Int32Array[];
  private readonly most: number;
  private readonly names: readonly Int32Array[];
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    this.have = new Int32Array(model.people);
    this.open = Int32Array.from(model.naming, (list) => list.length);
    this.most = Math.max(model.slots, ...model.naming.map((list) => list.length)) + 1;
    this.having = new Int32Array(model.slots + 1);
    this.missing = [0, 1, 2].map(() => new Int32Array(this.most));
    const names: number[][] = Array.from({ length: model.wishes }, () => []);
    model.naming.forEach((list, person) => list.forEach((wish) => names[wish]!.push(person)));
    this.names = names.map((list) => Int32Array.from(list));
    for (let person = 0; person < model.people; person += 1) this.count(person, 1);
  }

  add(wish: number, buyer: number, supplier: number): void {
    this.change(wish, buyer, supplier, 1);
  }

  remove(wish: number, buyer: number, supplier: number): void {
    this.change(wish, buyer, supplier, -1);
  }

  /** Level 2. */
  fewest(): number {
    for (let count = 0; count < this.having.length; count += 1) if (this.having[count]) return count;
    return 0;
  }

  /** Level 3. */
  unevenness(): number {
    let sum = 0;
    for (const missing of this.missing) {
      let most = this.most - 1;
      while (most > 0 && !missing[most]) most -= 1;
      sum += most;
    }
    return sum;
  }

  private change(wish: number, buyer: number, supplier: number, sign: 1 | -1): void {
    this.placed += sign;
    this.score += sign * this.model.points[wish]!;
    this.mustsPlaced += sign * (this.model.unopposed[wish]! & this.model.must[wish]!);
    const names = this.names[wish]!;
    for (let at = 0; at < names.length; at += 1) this.count(names[at]!, -1);
    this.have[buyer]! += sign;
    this.have[supplier]! += sign;
    for (let at = 0; at < names.length; at += 1) {
      this.open[names[at]!]! -= sign;
      this.count(names[at]!, 1);
    }
  }

  private count(person: number, sign: 1 | -1): void {
    if (!this.model.named[person]) return;
    const missed = Math.min(this.open[person]!, Math.max(0, this.model.presence[person]! - this.have[person]!));
    this.having[this.have[person]!]! += sign;
    this.missing[this.model.sideOf[person]!]![missed]! += sign;
    this.roughness += sign * missed * missed;
  }
}
