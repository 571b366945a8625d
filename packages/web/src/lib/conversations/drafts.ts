import { z } from 'zod';
import { Attachment } from '@ganwan/shared/conversations/contract';
import { keep, kept } from '#lib/kept.ts';

const Draft = z.object({ text: z.string(), files: z.array(Attachment) });
export type Draft = z.output<typeof Draft>;

const key = (personId: string, conversationId: string) => `draft:${personId}:${conversationId}`;

/** What somebody has begun to write in one conversation; kept on this device, by person. */
export const drafts = {
  load: (personId: string, conversationId: string): Draft => kept(key(personId, conversationId), Draft) ?? { text: '', files: [] },
  keep(personId: string, conversationId: string, draft: Draft): void {
    const empty = draft.text.trim() === '' && draft.files.length === 0;
    keep(key(personId, conversationId), empty ? undefined : draft);
  },
};
