import { untrack } from 'svelte';
import { afterNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import type { FormValues } from './listings/form-values.ts';
import { type Merged, mergeValues } from './merge.ts';
import type { Refused } from './refused.ts';
import { areValues, forgetUnsaved, keepUnsaved, standingIn, type Unsaved, unsavedOf } from './unsaved.ts';

interface Reading {
  /** Of what the form is: see `unsaved.ts`. */
  of: string;
  /** As it was saved when the page read it. */
  revision: number;
  values: FormValues;
  /** What the form's action refused. */
  refused: Refused | null;
}

/**
 * A form that more than one person may have open, about something with a revision: what is typed in it outlives the
 * page, and what others saved meanwhile comes together with it, be it told by a refusal, found on coming back, or read
 * by the page while it is open. The form posts `revision` and `base` along. Made while its page is.
 */
export class SharedForm {
  readonly #read: () => Reading;
  #seen: Pick<Reading, 'of' | 'revision'> | undefined;
  /** What is being typed on this page. */
  #typed: Unsaved | undefined;
  #touched = $state(false);
  #times = $state(0);
  /** What was typed and not saved on this device, with what was saved since. */
  #restored = $state.raw<Merged & { since: boolean }>();
  readonly #theirs = $derived.by(() => (this.#read().refused?.code === 'conflict' ? this.#read().refused?.theirs : undefined));
  readonly #merged = $derived.by(() => {
    const { refused } = this.#read();
    return refused && this.#theirs && mergeValues({ base: refused.saved ? refused.typed : valuesIn(refused.typed['base']?.[0]), mine: refused.typed, theirs: this.#theirs.values });
  });

  /** What stands in the inputs. */
  readonly values: FormValues = $derived.by(() => this.#merged?.values ?? this.#read().refused?.typed ?? this.#restored?.values ?? this.#read().values);
  /** Mine and theirs in one form, where somebody has saved since. */
  readonly together: Merged | undefined = $derived.by(() => this.#merged ?? (this.#restored?.since ? this.#restored : undefined));
  readonly restored: Merged | undefined = $derived(this.#restored);
  /** For `{#key}`: another when the inputs begin anew. */
  readonly key: string = $derived.by(() => `${this.#read().of} ${this.#times}`);
  /** The save that the inputs were typed over. What comes back was typed before whatever the page has read since. */
  readonly revision: number = $derived.by(() => this.#theirs?.revision ?? Number(this.#read().refused?.typed['revision']?.[0] ?? this.#read().revision));
  /** What that save said, to be posted along. */
  readonly base: string = $derived.by(() => {
    const { refused, values } = this.#read();
    if (this.#theirs || !refused) return JSON.stringify(this.#theirs?.values ?? values);
    const { base, revision: _, ...typed } = refused.typed;
    return refused.saved ? JSON.stringify(typed) : (base?.[0] ?? '{}');
  });
  /** What the form has to say, unless it came together with what others saved. */
  readonly refused: Refused | null = $derived.by(() => (this.#merged ? null : this.#read().refused));

  constructor(read: () => Reading) {
    this.#read = read;
    $effect.pre(() => {
      const { of, revision } = this.#read();
      untrack(() => this.#reread({ of, revision }));
    });
    // A page may also come to be without a navigation, read anew where there was none before.
    $effect(() => untrack(() => this.#arrive()));
    afterNavigate(() => this.#arrive());
  }

  /** Whether anything was typed since the page, or what it is about, was opened. */
  get touched(): boolean {
    return this.#touched;
  }

  /** Call with every input. */
  keep(form: HTMLFormElement): void {
    const { revision, base, ...values } = standingIn(form);
    this.#typed = { revision: Number(revision?.[0]), values, base: valuesIn(base?.[0]) };
    this.#touched = true;
    keepUnsaved(this.#read().of, this.#typed);
  }

  /** Call when it is saved. */
  forget(): void {
    this.#typed = undefined;
    this.#touched = false;
    forgetUnsaved(this.#read().of);
  }

  /** Back to what is saved. */
  drop(): void {
    this.forget();
    this.#begin(undefined);
  }

  /** The same page anew, without what was typed. */
  async takeTheirs(): Promise<void> {
    this.drop();
    await goto(page.url.pathname + page.url.search, { invalidateAll: true });
  }

  #arrive(): void {
    const { of, refused } = this.#read();
    this.#typed = undefined;
    this.#touched = false;
    const kept = refused ? undefined : unsavedOf(of);
    this.#begin(kept?.base && { ...kept, base: kept.base });
  }

  /** The page has read something else while it was open: another thing, or the same after somebody's save. */
  #reread(now: Pick<Reading, 'of' | 'revision'>): void {
    const before = this.#seen;
    this.#seen = now;
    if (!before || (before.of === now.of && before.revision === now.revision)) return;
    if (before.of !== now.of) this.#arrive();
    else if (this.#typed?.base && !this.#read().refused) this.#begin({ ...this.#typed, base: this.#typed.base });
  }

  #begin(kept: (Unsaved & { base: FormValues }) | undefined): void {
    const { revision, values } = this.#read();
    const found = kept && mergeValues({ base: kept.base, mine: kept.values, theirs: values });
    if (found && !found.unsaved) this.forget();
    const restored = found?.unsaved ? { ...found, since: kept?.revision !== revision } : undefined;
    if (restored || this.#restored) this.#times += 1;
    this.#restored = restored;
  }
}

function valuesIn(text: string | undefined): FormValues {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return areValues(read) ? read : {};
  } catch {
    // Written by a form of ours, or by nobody who could complain.
    return {};
  }
}
