import { z } from 'zod';

/** An ISO string on the wire, a Date in code. The only place where the two meet. */
export const Instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A calendar day without a time zone, `2026-11-30`. */
export const Day = z.iso.date();

/** A whole number that people type; `z.int()` would keep what else is wrong with their form to itself. */
export const Whole = z.number().multipleOf(1).overwrite(Math.round);

export const Id = z.uuid();

/** UUIDv7 made by the client, so that sending the same thing twice creates it once. */
export const ClientId = z.uuidv7();

export const locales = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const Locale = z.enum(locales);
export type Locale = z.output<typeof Locale>;

/** One label in the three languages, for words that belong to the field rather than to a screen. */
export type Label = Readonly<Record<Locale, string>>;

/** Text that people enter in up to three languages; one is enough. */
export const LocalText = z.partialRecord(Locale, z.string().trim().min(1).max(200));
export type LocalText = z.output<typeof LocalText>;

/** The answer of a route whose only news is that it is done. */
export const Done = z.object({ done: z.literal(true) });
export const done = { done: true } as const;

// NUL, which no database keeps; spaces without width; marks that turn the text around them.
const unseen = /[\u0000\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Text as it may be kept anywhere: without marks that nobody sees, and with whole characters only. */
export const plainText = (text: string): string => text.replaceAll(unseen, '').toWellFormed();

/** What a reader reads first: their language, else the other Chinese script, else any. */
export const readingOrder: Readonly<Record<Locale, readonly Locale[]>> = {
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  en: ['en', 'zh-Hans', 'zh-Hant'],
};

/** What to show a reader. */
export const localText = (text: LocalText, locale: Locale): string => readingOrder[locale].map((l) => text[l]).find(Boolean) ?? '';
