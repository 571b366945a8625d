import { z } from 'zod';
import { Attachment, conversations } from '@ganwan/shared/conversations/contract';
import { FailureCode } from '@ganwan/shared/failures';
import { goesOnByItself, type Outgoing } from '@ganwan/shared/conversations/timeline';
import { Instant } from '@ganwan/shared/values';
import type { Api } from '#lib/api.ts';
import { clock } from '#lib/clock.svelte.ts';
import { keep, kept, namesKept } from '#lib/kept.ts';

const Unsent = z.object({ id: z.string(), body: z.string(), files: z.array(Attachment), at: Instant, failure: FailureCode.nullable() });
export type Unsent = z.output<typeof Unsent>;

const key = (personId: string, conversationId: string, id = '') => `unsent:${personId}:${conversationId}:${id}`;
/** Open in this tab: their own page sends what is theirs. */
const inHand = new Set<string>();

/**
 * What was said and is not known to have arrived outlives the page, to be sent again under the same id. Each message
 * has a place of its own, since two tabs may be writing.
 */
export const unsent = {
  /** In the order they were said. */
  load: (personId: string, conversationId: string): Unsent[] =>
    namesKept(key(personId, conversationId)).sort().flatMap((id) => kept(key(personId, conversationId, id), Unsent) ?? []),
  keep: (personId: string, conversationId: string, one: Pick<Outgoing, keyof Unsent>): void => keep(key(personId, conversationId, one.id), Unsent.encode({ ...one, files: [...one.files] })),
  drop: (personId: string, conversationId: string, id: string): void => keep(key(personId, conversationId, id), undefined),
  /** Every conversation in which the person left something. */
  conversations: (personId: string): string[] => [...new Set(namesKept(`unsent:${personId}:`).map((name) => name.split(':')[0]!))],

  /** While its page is open; the answer ends it. */
  takeInHand(conversationId: string): () => void {
    inHand.add(conversationId);
    return () => void inHand.delete(conversationId);
  },

  /** Sends what was left behind in conversations that are not open here, in the order it was said; what is refused or too old waits for its own page. */
  async sendLeftBehind(api: Api, personId: string): Promise<void> {
    for (const id of unsent.conversations(personId)) {
      for (const one of inHand.has(id) ? [] : unsent.load(personId, id)) {
        if (!goesOnByItself({ ...one, state: 'failed', failure: one.failure ?? 'unavailable' }, clock.moment())) continue;
        const sent = await api.call(conversations.send, { params: { id }, body: { id: one.id, body: one.body, fileIds: one.files.map((file) => file.id) } }).then(() => true, () => false);
        if (!sent) break;
        unsent.drop(personId, id, one.id);
      }
    }
  },
};
