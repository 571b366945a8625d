import type { FormValues } from './form-values.ts';

const nameOf = (key: string) => `unsaved-listing:${key}`;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Keeps what stands in a form on this device, a moment after the last key; files are not kept. */
export function keepUnsaved(key: string, form: HTMLFormElement): void {
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => {
      const values: FormValues = {};
      for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'revision') (values[name] ??= []).push(value);
      try {
        localStorage.setItem(nameOf(key), JSON.stringify(values));
      } catch {
        // A full or forbidden store: the form itself still holds everything.
      }
    }, 600),
  );
}

export function forgetUnsaved(key: string): void {
  clearTimeout(waiting.get(key));
  localStorage.removeItem(nameOf(key));
}

/** What was kept for exactly this state of the listing. */
export function unsavedOf(key: string): FormValues | undefined {
  const text = localStorage.getItem(nameOf(key));
  if (text === null) return undefined;
  const values: unknown = JSON.parse(text);
  const fits = typeof values === 'object' && values !== null && Object.values(values).every((texts) => Array.isArray(texts) && texts.every((one) => typeof one === 'string'));
  return fits ? (values as FormValues) : undefined;
}
