import { Attachment } from '@ganwan/shared/conversations/contract';
import type { FailureCode } from '@ganwan/shared/failures';
import { files } from '@ganwan/shared/files/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Api } from '#lib/api.ts';
import { drafts } from './drafts.ts';

/** A file on its way into the message. */
export interface Enclosure {
  key: number;
  name: string;
  bytes: number;
  /** Null while it is being sent or after it was refused. */
  stored: Attachment | null;
  failure: FailureCode | null;
  file: File | null;
}

const filesAtMost = 10;

/** What one person is writing in one conversation: text and files, kept on the device at every change. */
export class Composer {
  readonly #api: Api;
  readonly #personId: string;
  readonly #conversationId: string;
  #text = $state('');
  #enclosures = $state<Enclosure[]>([]);
  #next = 0;

  constructor(api: Api, personId: string, conversationId: string) {
    this.#api = api;
    this.#personId = personId;
    this.#conversationId = conversationId;
  }

  /** Takes up what was left unfinished; only in the browser. */
  restore(): void {
    const draft = drafts.load(this.#personId, this.#conversationId);
    if (this.#text === '') this.#text = draft.text;
    if (this.#enclosures.length === 0) this.#enclosures = draft.files.map((stored) => ({ key: this.#next++, name: stored.name, bytes: stored.bytes, stored, failure: null, file: null }));
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
      this.#enclosures.push({ key, name: file.name, bytes: file.size, stored: null, failure: null, file });
      void this.#upload(key, file);
    }
  }

  retry(key: number): void {
    const file = this.#enclosures.find((one) => one.key === key)?.file;
    if (file) void this.#upload(key, file);
  }

  remove(key: number): void {
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
    this.#enclosures.unshift(...attached.map((stored) => ({ key: this.#next++, name: stored.name, bytes: stored.bytes, stored, failure: null, file: null })));
    this.#keep();
  }

  async #upload(key: number, file: File): Promise<void> {
    this.#change(key, { failure: null });
    try {
      const stored = Attachment.parse(await this.#api.upload(files.upload, file, {}));
      this.#change(key, { stored, file: null });
      this.#keep();
    } catch (failure) {
      this.#change(key, { failure: failure instanceof ApiFailure ? failure.code : 'unexpected' });
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
