import { createHash } from 'node:crypto';

/**
 * Which texts were seen before, for millions of them: 8 bytes each, half of the places empty. Two texts share their
 * 64 bits once in ten million files of two million rows.
 */
export class Seen {
  #places = new BigUint64Array(1024);
  #count = 0;

  /** Remembers a text; false when it was there already. */
  add(text: string): boolean {
    if (this.#count * 2 >= this.#places.length) this.#grow();
    const hash = createHash('sha256').update(text).digest().readBigUInt64LE() || 1n;
    const fresh = this.#put(hash);
    if (fresh) this.#count++;
    return fresh;
  }

  #put(hash: bigint): boolean {
    const mask = this.#places.length - 1;
    for (let at = Number(hash & BigInt(mask)); ; at = (at + 1) & mask) {
      if (this.#places[at] === hash) return false;
      if (this.#places[at] !== 0n) continue;
      this.#places[at] = hash;
      return true;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new BigUint64Array(old.length * 2);
    for (const hash of old) if (hash !== 0n) this.#put(hash);
  }
}
