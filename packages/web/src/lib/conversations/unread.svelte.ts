import { conversationEvents, conversations } from '@ganwan/shared/conversations/contract';
import { type Api, client } from '#lib/api.ts';
import { realtime } from '#lib/realtime.svelte.ts';

/** How many conversations have something unread, asked again whenever something happens that may change it. */
class Unread {
  #count = $state<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined until it was asked for: the page was loaded with a figure of its own. */
  get count(): number | undefined {
    return this.#count;
  }

  /** The answer stops it. */
  watch(): () => void {
    const api = client(fetch);
    const ask = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(api), 250);
    };
    const names = ['message:added', 'read:moved', 'conversation:changed', 'conversation:gone'] as const;
    const stops = [...names.map((name) => realtime.on(conversationEvents, name, ask)), realtime.onOpen(ask)];
    void realtime.start();
    return () => {
      clearTimeout(this.#timer);
      for (const stop of stops) stop();
    };
  }

  async #ask(api: Api): Promise<void> {
    // What cannot be asked now is asked with the next event or connection.
    this.#count = await api.call(conversations.unread, {}).then((answer) => answer.conversations, () => this.#count);
  }
}

export const unread = new Unread();
