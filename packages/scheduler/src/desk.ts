import { type Figures, levels } from '@ganwan/shared/schedule/schedule';

const fields = ['wishes', 'placed', 'musts', ...levels] as const;

/**
 * What the threads of one solve have in common without sending each other anything: whether to stop, and the figures of
 * the best schedule so far. One thread writes, any thread reads.
 */
export class Desk {
  readonly memory: SharedArrayBuffer;
  /** Stop, and a number that is odd while figures are being written. */
  private readonly marks: Int32Array;
  private readonly numbers: Float64Array;

  constructor(memory = new SharedArrayBuffer(8 + 8 * fields.length)) {
    this.memory = memory;
    this.marks = new Int32Array(memory, 0, 2);
    this.numbers = new Float64Array(memory, 8);
  }

  stop(): void {
    Atomics.store(this.marks, 0, 1);
  }

  isStopped(): boolean {
    return Atomics.load(this.marks, 0) === 1;
  }

  write(figures: Figures): void {
    Atomics.add(this.marks, 1, 1);
    fields.forEach((field, at) => (this.numbers[at] = figures[field]));
    Atomics.add(this.marks, 1, 1);
  }

  /** Null before anything is found. */
  read(): Figures | null {
    for (;;) {
      const before = Atomics.load(this.marks, 1);
      if (before === 0) return null;
      const figures = Object.fromEntries(fields.map((field, at) => [field, this.numbers[at]!])) as Figures;
      if (before % 2 === 0 && Atomics.load(this.marks, 1) === before) return figures;
    }
  }
}
