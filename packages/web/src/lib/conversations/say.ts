import type { Attachment } from '@ganwan/shared/conversations/contract';
import type { FailureCode } from '@ganwan/shared/failures';

/** One message as the screen shows it, sent or on its way. */
export interface Say {
  id: string;
  /** Null until the server has given it its place. */
  seq: number | null;
  senderId: string;
  body: string;
  files: readonly Attachment[];
  at: Date;
  state: 'sent' | 'sending' | 'failed';
  failure: FailureCode | null;
}

/** A message with what stands before it: a day heading, the line where the unread begin, the name of who speaks. */
export interface Line {
  say: Say;
  day: Date | null;
  firstUnread: boolean;
  named: boolean;
}

const sameBreath = 5 * 60_000;

/** Arranges messages in order. `readSeq` is how far the reader had read when they came in. */
export function linesOf(says: readonly Say[], { dayOf, readSeq, readerId }: { dayOf: (at: Date) => string; readSeq: number; readerId: string }): Line[] {
  let unreadShown = false;
  return says.map((say, index) => {
    const before = says[index - 1];
    const newDay = !before || dayOf(before.at) !== dayOf(say.at);
    const firstUnread = !unreadShown && say.senderId !== readerId && say.seq !== null && say.seq > readSeq;
    if (firstUnread) unreadShown = true;
    const named = newDay || firstUnread || before.senderId !== say.senderId || say.at.getTime() - before.at.getTime() > sameBreath;
    return { say, day: newDay ? say.at : null, firstUnread, named };
  });
}
