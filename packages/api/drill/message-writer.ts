import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import type { Pair } from '../bench/crowd.ts';

/** Where a writer stands; `startedAt` of the last acknowledged one tells when the site was back. */
export interface Ledger {
  acknowledged: Map<string, { conversationId: string; seq: number; body: string }>;
  /** Acknowledged twice under different numbers. */
  contradictions: number;
  /** When the acknowledged message or listing was first sent, in `performance.now()`; the latest. */
  latestStart: number;
}

/** Says one message after the other; each is said again under its own id until it is answered. */
export async function writeMessages(address: string, pair: Pair, ledger: Ledger, going: () => boolean): Promise<void> {
  const socket = io(address, { transports: ['websocket'], extraHeaders: { cookie: pair.enquirer.cookie }, forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 300 });
  const say = async (id: string, body: string): Promise<number | undefined> => {
    if (!socket.connected) return undefined;
    try {
      const answer = (await socket.timeout(3000).emitWithAck('message:send', { id, conversationId: pair.conversationId, body, fileIds: [] })) as { seq?: number; code?: string };
      if (answer.seq === undefined && !['unavailable', 'deadline_exceeded', 'unexpected', 'too_many_requests'].includes(answer.code ?? '')) throw new Refused(answer.code);
      return answer.seq;
    } catch (error) {
      if (error instanceof Refused) throw error;
      return undefined;
    }
  };
  try {
    for (let n = 1; going(); n++) {
      const [id, body, started] = [uuidv7(), `${pair.conversationId} ${n}`, performance.now()];
      let seq: number | undefined;
      while ((seq = await say(id, body)) === undefined) {
        if (!going()) return;
        await pause(50);
      }
      ledger.acknowledged.set(id, { conversationId: pair.conversationId, seq, body });
      ledger.latestStart = Math.max(ledger.latestStart, started);
      // Every tenth is said once more although it was answered: nothing new may come of it.
      if (n % 10 === 0) {
        const again = await say(id, body);
        if (again !== undefined && again !== seq) ledger.contradictions += 1;
      }
      await pause(60);
    }
  } finally {
    socket.disconnect();
  }
}

export class Refused extends Error {}
