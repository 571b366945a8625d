import type { FormValues } from './listings/form-values.ts';

/** What stood in a form, the save it was typed over, and what the form began with, so that what others save comes together with it. */
export interface Unsaved {
  revision: number;
  values: FormValues;
  base?: FormValues | undefined;
}

/** Of what: `listing:` or `enterprise:` and its id, or `publish:` and the id of the enterprise that begins a listing; then the writer's, since others use the same device. */
const nameOf = (of: string) => `unsaved-${of}`;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Keeps what stands in a form on this device, a moment after the last key. A save that succeeds forgets it, and one that does not loses nothing. */
export function keepUnsaved(of: string, unsaved: Unsaved): void {
  clearTimeout(waiting.get(of));
  waiting.set(
    of,
    setTimeout(() => {
      try {
        localStorage.setItem(nameOf(of), JSON.stringify(unsaved));
      } catch {
        // A full or forbidden store: the form itself still holds everything.
      }
    }, 600),
  );
}

/** What stands in a form now; files are left out. */
export function standingIn(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') (values[name] ??= []).push(value);
  return values;
}

export function forgetUnsaved(of: string): void {
  clearTimeout(waiting.get(of));
  localStorage.removeItem(nameOf(of));
}

/** What was kept, whoever has saved since. */
export function unsavedOf(of: string): Unsaved | undefined {
  const text = localStorage.getItem(nameOf(of));
  const kept: unknown = text === null ? undefined : JSON.parse(text);
  return fits(kept) ? kept : undefined;
}

function fits(kept: unknown): kept is Unsaved {
  if (typeof kept !== 'object' || kept === null || !('revision' in kept) || !('values' in kept)) return false;
  return areValues(kept.values) && (!('base' in kept) || areValues(kept.base));
}

/** Whether something is what stands in inputs. */
export const areValues = (values: unknown): values is FormValues =>
  typeof values === 'object' && values !== null && Object.values(values).every((texts) => Array.isArray(texts) && texts.every((one) => typeof one === 'string'));
