/** One thing that can be found. Listings are put into this shape; the engines know nothing else. */
export interface SearchDocument {
  id: string;
  /** One per language; found first. */
  titles: readonly string[];
  /** What the thing is, in every language: the names of its sub-family. A search that names it is met best by these. */
  kinds: readonly string[];
  /** Part numbers, grades, brands, varieties: found whole, by their beginning, by sound. */
  keywords: readonly string[];
  /** Everything else that is written: descriptions, values of attributes. */
  body: readonly string[];
  facets: Readonly<Record<string, readonly string[]>>;
  /** In the registry's unit; a range as its two ends. */
  numbers: Readonly<Record<string, number | readonly [number, number]>>;
  /** Supply months, bit 0 for January; 0 when the thing knows no season. */
  months: number;
  /** Newest first sorts by this. */
  at: Date;
  /** Never shown from this moment on, whatever the index still holds. */
  expiresAt: Date | null;
  place: { lon: number; lat: number } | null;
}
