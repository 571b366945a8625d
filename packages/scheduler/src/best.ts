import type { PlacedMeeting } from '@ganwan/shared/schedule/problem';
import type { Figures } from '@ganwan/shared/schedule/schedule';
import { better } from '#proof/prove';

/** A schedule with what it is worth. */
export interface Whole {
  meetings: PlacedMeeting[];
  figures: Figures;
}

/**
 * The best that is heard of. A search tells its figures on the way and keeps its meetings to itself until the end, so
 * that the best figures may be those of a schedule that never comes: what has come is kept beside them.
 */
export class Best {
  /** Of the best schedule heard of. */
  figures: Figures | null = null;
  /** The best of those that have come. */
  whole: Whole | null = null;

  /** Whether it is news: better figures, or the meetings to the best ones. */
  hear(figures: Figures, meetings: PlacedMeeting[] | null): boolean {
    const isBetter = this.figures === null || better(this.figures, figures) !== this.figures;
    const isWhole = meetings !== null && (this.whole === null || better(this.whole.figures, figures) !== this.whole.figures);
    if (isBetter) this.figures = figures;
    if (isWhole) this.whole = { meetings, figures };
    return isBetter || (isWhole && better(figures, this.figures) === figures);
  }
}
