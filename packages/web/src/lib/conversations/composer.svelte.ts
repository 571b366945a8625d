import { Attachment } from '@ganwan/shared/conversations/contract';
import { messageLongest, messageText } from '@ganwan/shared/conversations/rules';
import { files } from '@ganwan/shared/files/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import { upload } from '#lib/upload.ts';
import { draftFiles } from './draft-files.ts';
import { drafts } from './drafts.ts';
import { mayGoThrough, type Refusal, refusedAtOnce } from './refusal.ts';

/** A file on its way into the message. */
export interface Enclosure {
  key: number;
  name: string;
  bytes: number;
  /** How much of it has been sent, 0 to 1. */
  share: number;
  /** Null while it is being sent or after it was refused. */
  stored: Attachment | null;
  refusal: Refusal | null;
  file: File | null;
}

export const filesAtMost = 10;

/** What one person is writing in one conversation: text and files, kept on the device at every change. */
export class Composer {
  readonly #personId: string;
  readonly #conversationId: string;
  #text = $state('');
  #enclosures = $state<Enclosure[]>([]);
  #leftOut = $state.raw<readonly string[]>([]);
  #waiting = $state(false);
  readonly #stops = new Map<number, AbortController>();
  #next = 0;
  #restored = false;

  constructor(personId: string, conversationId: string) {
    this.#personId = personId;
    this.#conversationId = conversationId;
  }

  /** Takes up what was left unfinished, and sends its files on; only in the browser. */
  async restore(): Promise<void> {
    const draft = drafts.load(this.#personId, this.#conversationId);
    if (this.#text === '') this.#text = draft.text;
    if (this.#enclosures.length === 0) this.#enclosures = draft.files.map((stored) => this.#storedAlready(stored));
    if (this.#restored) return;
    this.#restored = true;
    const left = await draftFiles.load(this.#personId, this.#conversationId);
    if (left.length > 0) this.enclose(left);
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

  /** How many characters it is too long by. What was pasted is never cut. */
  readonly excess: number = $derived(Math.max(0, this.#text.length > messageLongest ? messageText(this.#text).length - messageLongest : 0));

  /** Something to say, not too long, and no file still on its way or refused. */
  get ready(): boolean {
    return this.#something && this.excess === 0 && this.#enclosures.every(({ stored }) => stored !== null);
  }

  get refused(): number {
    return this.#enclosures.filter(({ refusal }) => refusal !== null).length;
  }

  /** Whether anything is left to be sent without what was refused. */
  get rest(): boolean {
    return this.#text.trim() !== '' || this.#enclosures.some(({ refusal }) => refusal === null);
  }

  /** To be sent as soon as it is ready; a file that is refused meanwhile ends it. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Names of the files that were too many. */
  get leftOut(): readonly string[] {
    return this.#leftOut;
  }

  get #something(): boolean {
    return this.#text.trim() !== '' || this.#enclosures.length > 0;
  }

  get full(): boolean {
    return this.#enclosures.length >= filesAtMost;
  }

  enclose(chosen: Iterable<File>): void {
    const all = [...chosen];
    const taken = all.splice(0, filesAtMost - this.#enclosures.length);
    this.#leftOut = all.map(({ name }) => name);
    for (const file of taken) {
      const key = this.#next++;
      const refusal = refusedAtOnce(file);
      this.#enclosures.push({ key, name: file.name, bytes: file.size, share: 0, stored: null, refusal, file });
      if (refusal === null) void this.#upload(key, file);
      else this.#waiting = false;
    }
    this.#keepFiles();
  }

  /** Waits for the files that are on their way; false when something was refused or there is nothing to say. */
  wait(): boolean {
    return (this.#waiting = this.#something && this.excess === 0 && this.refused === 0);
  }

  stopWaiting(): void {
    this.#waiting = false;
  }

  retry(key: number): void {
    const file = this.#enclosures.find((one) => one.key === key)?.file;
    if (file) void this.#upload(key, file);
  }

  /** Tries again what a lost connection broke off. */
  retryBrokenOff(): void {
    for (const { key, refusal } of this.#enclosures) if (refusal === 'unavailable' || refusal === 'deadline_exceeded') this.retry(key);
  }

  /** What is still being sent stops. */
  remove(key: number): void {
    this.#stops.get(key)?.abort();
    this.#enclosures = this.#enclosures.filter((one) => one.key !== key);
    this.#leftOut = [];
    this.#waiting &&= this.#something;
    this.#keep();
    this.#keepFiles();
  }

  removeRefused(): void {
    for (const { key, refusal } of this.#enclosures) if (refusal !== null) this.remove(key);
  }

  /** Gives what was written and starts anew. */
  take(): { body: string; files: Attachment[] } {
    const taken = { body: this.#text, files: this.#enclosures.flatMap(({ stored }) => (stored ? [{ ...stored }] : [])) };
    this.#text = '';
    this.#enclosures = [];
    this.#leftOut = [];
    this.#waiting = false;
    this.#keep();
    this.#keepFiles();
    return taken;
  }

  /** Takes back a message that was not sent, before what has been written since. */
  takeBack(body: string, attached: readonly Attachment[]): void {
    this.#text = [body, this.#text].filter((part) => part !== '').join('\n');
    this.#enclosures.unshift(...attached.map((stored) => this.#storedAlready(stored)));
    this.#keep();
  }

  #storedAlready(stored: Attachment): Enclosure {
    return { key: this.#next++, name: stored.name, bytes: stored.bytes, share: 1, stored, refusal: null, file: null };
  }

  async #upload(key: number, file: File): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(key, stop);
    this.#change(key, { refusal: null, share: 0 });
    try {
      const stored = Attachment.parse(await upload(files.upload, {}, file, (share) => this.#change(key, { share }), stop.signal));
      this.#change(key, { stored, file: null });
      this.#keep();
      this.#keepFiles();
    } catch (failure) {
      if (stop.signal.aborted) return;
      this.#change(key, { refusal: failure instanceof ApiFailure ? failure.code : 'unexpected' });
      this.#waiting = false;
      this.#keepFiles();
    } finally {
      this.#stops.delete(key);
    }
  }

  #change(key: number, change: Partial<Enclosure>): void {
    const one = this.#enclosures.find((enclosure) => enclosure.key === key);
    if (one) Object.assign(one, change);
  }

  /** Those that may still go up; what was refused for what it is would be refused again. */
  #keepFiles(): void {
    const left = this.#enclosures.flatMap(({ file, refusal }) => (file && (refusal === null || mayGoThrough(refusal)) ? [file] : []));
    void draftFiles.keep(this.#personId, this.#conversationId, left);
  }

  #keep(): void {
    drafts.keep(this.#personId, this.#conversationId, { text: this.#text, files: this.#enclosures.flatMap(({ stored }) => (stored ? [{ ...stored }] : [])) });
  }
}
