import type { FormValues } from './listings/form-values.ts';

interface Unsaved {
  revision: number;
  values: FormValues;
  /** What the form began with, where what others have saved since can be put together with it. */
  base?: FormValues | undefined;
}

/** Of what: `listing:` or `enterprise:` and its id, or `publish:` and the id of the enterprise that begins a listing. */
const nameOf = (of: string) => `unsaved-${of}`;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Keeps what stands in a form on this device, a moment after the last key; files are not kept. It fits the
 * `revision` the form was made from, so a save that succeeds ends it and one that does not loses nothing.
 */
export function keepUnsaved(of: string, revision: number, form: HTMLFormElement, base?: FormValues): void {
  clearTimeout(waiting.get(of));
  waiting.set(
    of,
    setTimeout(() => {
      const values: FormValues = {};
      for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'revision') (values[name] ??= []).push(value);
      try {
        localStorage.setItem(nameOf(of), JSON.stringify({ revision, values, base } satisfies Unsaved));
      } catch {
        // A full or forbidden store: the form itself still holds everything.
      }
    }, 600),
  );
}

export function forgetUnsaved(of: string): void {
  clearTimeout(waiting.get(of));
  localStorage.removeItem(nameOf(of));
}

/** What was kept for exactly this state of it; anything older is forgotten. */
export function unsavedOf(of: string, revision: number): FormValues | undefined {
  const kept = unsavedSince(of);
  if (kept?.revision === revision) return kept.values;
  forgetUnsaved(of);
  return undefined;
}

/** What was kept, whoever has saved since. */
export function unsavedSince(of: string): Unsaved | undefined {
  const text = localStorage.getItem(nameOf(of));
  const kept: unknown = text === null ? undefined : JSON.parse(text);
  return fits(kept) ? kept : undefined;
}

function fits(kept: unknown): kept is Unsaved {
  if (typeof kept !== 'object' || kept === null || !('revision' in kept) || !('values' in kept)) return false;
  return areValues(kept.values) && (!('base' in kept) || areValues(kept.base));
}

const areValues = (values: unknown): values is FormValues =>
  typeof values === 'object' && values !== null && Object.values(values).every((texts) => Array.isArray(texts) && texts.every((one) => typeof one === 'string'));
