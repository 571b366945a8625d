import { z } from 'zod';
import { Attachment } from '@ganwan/shared/conversations/contract';
import type { Outgoing } from '@ganwan/shared/conversations/timeline';
import { Instant } from '@ganwan/shared/values';
import { keep, kept } from '#lib/kept.ts';

const Unsent = z.object({ id: z.string(), body: z.string(), files: z.array(Attachment), at: Instant });
type Unsent = z.output<typeof Unsent>;

const key = (personId: string, conversationId: string) => `unsent:${personId}:${conversationId}`;

/** What was said and is not known to have arrived outlives the page, to be sent again under the same id. */
export const unsent = {
  load: (personId: string, conversationId: string): Unsent[] => kept(key(personId, conversationId), z.array(Unsent)) ?? [],
  keep(personId: string, conversationId: string, outgoing: readonly Outgoing[]): void {
    keep(key(personId, conversationId), outgoing.length > 0 ? outgoing.map((one) => Unsent.encode({ ...one, files: [...one.files] })) : undefined);
  },
};
