/** The machine's time, for pages that say what has expired; the only place on the server that asks it. */
export const now = (): Date => new Date();
