import type { Socket } from 'socket.io-client';
import type { z } from 'zod';
import type { Events } from '@ganwan/shared/event';

/**
 * `off`: nobody listens. `lost`: the connection is away and comes back by itself. `signed_out`: the
 * server knows this session no more, and asking again would not help.
 */
export type Connection = 'off' | 'connecting' | 'open' | 'lost' | 'signed_out';

interface Listener {
  name: string;
  hear: (raw: unknown) => void;
}

/** How long a command may wait for its answer, in milliseconds. */
const answerDeadline = 8_000;

/** The one socket of this tab. It says nothing by itself about what was missed: ask again in `onOpen`. */
class Realtime {
  #connection = $state<Connection>('off');
  #socket: Socket | undefined;
  #listeners = new Set<Listener>();
  #openers = new Set<() => void>();

  get connection(): Connection {
    return this.#connection;
  }

  /** Calls `hear` with every such event, decoded by the contract. The answer stops it. */
  on<E extends Events, K extends keyof E & string>(events: E, name: K, hear: (payload: z.output<E[K]>) => void): () => void {
    const listener: Listener = { name, hear: (raw) => hear(events[name]!.decode(raw as never) as z.output<E[K]>) };
    this.#listeners.add(listener);
    this.#socket?.on(listener.name, listener.hear);
    return () => {
      this.#listeners.delete(listener);
      this.#socket?.off(listener.name, listener.hear);
    };
  }

  /** Calls `opened` on every (re)connection, and now when there is one. */
  onOpen(opened: () => void): () => void {
    this.#openers.add(opened);
    if (this.#connection === 'open') opened();
    return () => this.#openers.delete(opened);
  }

  /** Says something and waits for the answer. Throws when there is no connection or no answer in time. */
  async ask(name: string, payload: unknown): Promise<unknown> {
    if (!this.#socket?.connected) throw new Error('not connected');
    return this.#socket.timeout(answerDeadline).emitWithAck(name, payload);
  }

  /** Says something that nobody answers and that may be lost. */
  tell(name: string, payload: unknown): void {
    if (this.#socket?.connected) this.#socket.volatile.emit(name, payload);
  }

  /** Opens the socket once; safe to call from every screen that listens. */
  async start(): Promise<void> {
    if (this.#connection !== 'off' && this.#connection !== 'signed_out') {
      this.#wake();
      return;
    }
    this.#connection = 'connecting';
    const { io } = await import('socket.io-client');
    const socket = (this.#socket ??= this.#prepare(io({ transports: ['websocket'], autoConnect: false, reconnectionDelay: 400, reconnectionDelayMax: 4_000 })));
    socket.connect();
  }

  #prepare(socket: Socket): Socket {
    for (const { name, hear } of this.#listeners) socket.on(name, hear);
    socket.on('connect', () => {
      this.#connection = 'open';
      for (const opened of this.#openers) opened();
    });
    socket.on('disconnect', (reason) => {
      this.#connection = 'lost';
      // The server ends sockets when a session or a role changes; whether a new one is let in says which.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 200);
    });
    socket.on('connect_error', ({ message }) => {
      if (message === 'sign_in_required') this.#connection = 'signed_out';
      else this.#connection = 'lost';
      // A refused handshake is not repeated by itself.
      if (message !== 'sign_in_required' && !socket.active) setTimeout(() => socket.connect(), 3_000);
    });
    window.addEventListener('online', () => this.#wake());
    // Without a network a socket may seem open for a long time yet, and one that is only being opened says nothing of its end.
    window.addEventListener('offline', () => {
      socket.disconnect();
      if (this.#connection !== 'signed_out') this.#connection = 'lost';
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#wake());
    return socket;
  }

  /** A device that wakes up or finds a network again does not wait for the next attempt. */
  #wake(): void {
    if (this.#connection !== 'lost' || !this.#socket || !navigator.onLine) return;
    this.#socket.disconnect().connect();
  }
}

export const realtime = new Realtime();
