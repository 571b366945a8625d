import type { Suggestion } from '@ganwan/shared/search/contract';
import { locale } from '#lib/words/locale.ts';

/** Milliseconds without a key before asking. */
const pause = 150;
/** Milliseconds after which an answer would only come in the way. */
const deadline = 3_000;
/** Longer than any name of goods; the contract takes no more. */
const longest = 80;

/** Ways to finish what is being typed, and the one that the arrow keys stand on. Without an answer there are none, and nothing is said of it. */
export class Suggesting {
  items = $state.raw<readonly Suggestion[]>([]);
  /** -1 is the text as typed. */
  chosen = $state(-1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  get open(): boolean {
    return this.items.length > 0;
  }

  typed(text: string): void {
    this.#stop();
    const q = text.trim();
    if (q === '' || q.length > longest) return this.close();
    this.#timer = setTimeout(() => void this.#ask(q), pause);
  }

  /** One up (-1) or down (1), round through the text as typed. */
  move(by: 1 | -1): void {
    const places = this.items.length + 1;
    this.chosen = ((this.chosen + 1 + by + places) % places) - 1;
  }

  close(): void {
    this.#stop();
    this.items = [];
    this.chosen = -1;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async #ask(q: string): Promise<void> {
    const asking = (this.#asking = new AbortController());
    try {
      // Loaded with the first letter: every page has a search box, few visits type into it.
      const [{ client }, { search }] = await Promise.all([import('#lib/api.ts'), import('@ganwan/shared/search/contract')]);
      const { suggestions } = await client(fetch).call(search.suggest, { query: { q, locale: locale() } }, { signal: asking.signal, deadline });
      if (asking.signal.aborted) return;
      this.items = suggestions;
      this.chosen = -1;
    } catch {
      if (!asking.signal.aborted) this.close();
    }
  }
}
