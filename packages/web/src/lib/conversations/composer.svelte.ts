import { Attachment } from '@ganwan/shared/conversations/contract';
import type { FailureCode } from '@ganwan/shared/failures';
import { files } from '@ganwan/shared/files/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import { upload } from '#lib/upload.ts';
import { drafts } from './drafts.ts';

/** A file on its way into the message. */
export interface Enclosure {
  key: number;
  name: string;
  bytes: number;
  /** How much of it has been sent, 0 to 1. */
  share: number;
  /** Null while it is being sent or after it was refused. */
  stored: Attachment | null;
  failure: FailureCode | null;
  file: File | null;
}

const filesAtMost = 10;

/** What one person is writing in one conversation: text and files, kept on the device at every change. */
export class Composer {
  readonly #personId: string;
  readonly #conversationId: string;
  #text = $state('');
  #enclosures = $state<Enclosure[]>([]);
  readonly #stops = new Map<number, AbortController>();
  #next = 0;

  constructor(personId: string, conversationId: string) {
    this.#personId = personId;
    this.#conversationId = conversationId;
  }

  /** Takes up what was left unfinished; only in the browser. */
  restore(): void {
    const draft = drafts.load(this.#personId, this.#conversationId);
    if (this.#text === '') this.#text = draft.text;
    if (this.#enclosures.length === 0) this.#enclosures = draft.files.map((stored) => this.#storedAlready(stored));
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#keep();
  }

  get enclosures(): readonly Enclosure[] {
    return this.#enclosures;
  }

  /** Something to say, and no file still on its way. */
  get ready(): boolean {
    return (this.#text.trim() !== '' || this.#enclosures.length > 0) && this.#enclosures.every(({ stored }) => stored !== null);
  }

  get full(): boolean {
    return this.#enclosures.length >= filesAtMost;
  }

  enclose(chosen: Iterable<File>): void {
    for (const file of chosen) {
      if (this.full) return;
      const key = this.#next++;
      this.#enclosures.push({ key, name: file.name, bytes: file.size, share: 0, stored: null, failure: null, file });
      void this.#upload(key, file);
    }
  }

  retry(key: number): void {
    const file = this.#enclosures.find((one) => one.key === key)?.file;
    if (file) void this.#upload(key, file);
  }

  /** What is still being sent stops. */
  remove(key: number): void {
    this.#stops.get(key)?.abort();
    this.#enclosures = this.#enclosures.filter((one) => one.key !== key);
    this.#keep();
  }

  /** Gives what was written and starts anew. */
  take(): { body: string; files: Attachment[] } {
    const taken = { body: this.#text, files: this.#enclosures.flatMap(({ stored }) => (stored ? [{ ...stored }] : [])) };
    this.#text = '';
    this.#enclosures = [];
    this.#keep();
    return taken;
  }

  /** Takes back a message that was not sent, before what has been written since. */
  takeBack(body: string, attached: readonly Attachment[]): void {
    this.#text = [body, this.#text].filter((part) => part !== '').join('\n');
    this.#enclosures.unshift(...attached.map((stored) => this.#storedAlready(stored)));
    this.#keep();
  }

  #storedAlready(stored: Attachment): Enclosure {
    return { key: this.#next++, name: stored.name, bytes: stored.bytes, share: 1, stored, failure: null, file: null };
  }

  async #upload(key: number, file: File): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(key, stop);
    this.#change(key, { failure: null, share: 0 });
    try {
      const stored = Attachment.parse(await upload(files.upload, {}, file, (share) => this.#change(key, { share }), stop.signal));
      this.#change(key, { stored, file: null });
      this.#keep();
    } catch (failure) {
      if (!stop.signal.aborted) this.#change(key, { failure: failure instanceof ApiFailure ? failure.code : 'unexpected' });
    } finally {
      this.#stops.delete(key);
    }
  }

  #change(key: number, change: Partial<Enclosure>): void {
    const one = this.#enclosures.find((enclosure) => enclosure.key === key);
    if (one) Object.assign(one, change);
  }

  #keep(): void {
    drafts.keep(this.#personId, this.#conversationId, { text: this.#text, files: this.#enclosures.flatMap(({ stored }) => (stored ? [{ ...stored }] : [])) });
  }
}
