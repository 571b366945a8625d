import { untrack } from 'svelte';
import { afterNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import type { FormValues } from './listings/form-values.ts';
import { type Merged, mergeValues } from './merge.ts';
import type { Refused } from './refused.ts';
import { forgetUnsaved, keepUnsaved, unsavedSince } from './unsaved.ts';

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
 * page, and what others saved meanwhile comes together with it. Made while its page is.
 */
export class SharedForm {
  readonly #read: () => Reading;
  /** What was typed and not saved on this device, with what was saved since. */
  #restored = $state.raw<Merged & { since: boolean }>();
  /** What was saved of the form's revision; empty without JavaScript, so that whatever differs counts as changed by both. */
  #base = $state.raw<FormValues>({});
  readonly #theirs = $derived.by(() => (this.#read().refused?.code === 'conflict' ? this.#read().refused?.theirs : undefined));
  readonly #merged = $derived.by(() => {
    const { refused } = this.#read();
    if (!refused || !this.#theirs) return undefined;
    return mergeValues({ base: refused.saved ? refused.typed : untrack(() => this.#base), mine: refused.typed, theirs: this.#theirs.values });
  });

  /** What stands in the inputs. */
  readonly values: FormValues = $derived.by(() => this.#merged?.values ?? this.#read().refused?.typed ?? this.#restored?.values ?? this.#read().values);
  /** Mine and theirs in one form, where somebody has saved since. */
  readonly together: Merged | undefined = $derived.by(() => this.#merged ?? (this.#restored?.since ? this.#restored : undefined));
  /** For `{#key}`: another when what was kept comes back or goes. */
  readonly restored: Merged | undefined = $derived(this.#restored);
  /** The save that the inputs were typed over. What comes back was typed before whatever the page has read since. */
  readonly revision: number = $derived.by(() => this.#theirs?.revision ?? Number(this.#read().refused?.typed['revision']?.[0] ?? this.#read().revision));
  /** What the form has to say, unless it came together with what others saved. */
  readonly refused: Refused | null = $derived.by(() => (this.#merged ? null : this.#read().refused));

  constructor(read: () => Reading) {
    this.#read = read;
    $effect(() => {
      const { refused } = this.#read();
      if (this.#theirs) this.#base = this.#theirs.values;
      else if (refused?.saved) this.#base = refused.typed;
    });
    afterNavigate(() => this.#arrived());
  }

  #arrived(): void {
    const { of, revision, values, refused } = this.#read();
    this.#restored = undefined;
    if (refused) return;
    this.#base = values;
    const kept = unsavedSince(of);
    if (!kept?.base) return;
    const found = mergeValues({ base: kept.base, mine: kept.values, theirs: values });
    if (found.unsaved) this.#restored = { ...found, since: kept.revision !== revision };
    else forgetUnsaved(of);
  }

  /** Call with every input. */
  keep(form: HTMLFormElement): void {
    keepUnsaved(this.#read().of, this.revision, form, this.#base);
  }

  /** Call when it is saved. */
  forget(): void {
    forgetUnsaved(this.#read().of);
  }

  /** Back to what is saved. */
  drop(): void {
    this.forget();
    this.#restored = undefined;
  }

  /** The same page anew, without what was typed. */
  async takeTheirs(): Promise<void> {
    this.drop();
    await goto(page.url.pathname, { invalidateAll: true });
  }
}
