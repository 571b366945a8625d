import { del, get, set } from 'idb-keyval';

const key = (personId: string, conversationId: string) => `draft-files:${personId}:${conversationId}`;

/** Files chosen for a message and not on the server yet, kept on this device with the text; where the browser keeps none, they live as long as the page. */
export const draftFiles = {
  load: (personId: string, conversationId: string): Promise<File[]> => get<File[]>(key(personId, conversationId)).then((files) => files ?? [], () => []),
  keep: (personId: string, conversationId: string, files: readonly File[]): Promise<void> =>
    (files.length > 0 ? set(key(personId, conversationId), files) : del(key(personId, conversationId))).catch(() => undefined),
};
