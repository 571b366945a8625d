import type { z } from 'zod';

/** Reads what this device keeps under a key; undefined when there is nothing that fits the schema. */
export function kept<S extends z.ZodType>(key: string, schema: S): z.output<S> | undefined {
  try {
    const text = localStorage.getItem(key);
    const found = text === null ? undefined : schema.safeParse(JSON.parse(text));
    return found?.success ? found.data : undefined;
  } catch {
    // Private windows may refuse, and text may be broken: then nothing is kept.
    return undefined;
  }
}

/** Keeps a value on this device, or forgets it when undefined. Where the browser refuses, it lives as long as the page. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

/** What follows a beginning in the names of what this device keeps. */
export function namesKept(beginning: string): string[] {
  try {
    return Object.keys(localStorage).flatMap((name) => (name.startsWith(beginning) ? [name.slice(beginning.length)] : []));
  } catch {
    return [];
  }
}
