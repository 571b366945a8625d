import { createServer } from 'node:http';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { buildApp } from '../src/app.ts';
import { insertOf } from './chat-inserts.ts';
import type { Kind, ToServer } from './chat-messages.ts';

/** One of the servers of the chat bench: the product, or a relay that keeps nothing or each message in a commit of its own. */
const [kind, databaseUrl, secret] = process.argv.slice(2) as [Kind, string, string];
const address = kind === 'durable' ? await product() : await relay(kind === 'raw' ? undefined : insertOf(kind, databaseUrl));
process.send!({ address });

process.on('message', (asked: ToServer) => {
  if (asked.ask === 'stop') process.exit(0);
  for (let n = 0; n < 3; n++) globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  process.send!({ bytes: heapUsed + external });
});

async function product(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'ganwan-bench-'));
  const app = await buildApp({
    database: openDatabase(databaseUrl),
    clock: systemClock,
    settings: { origin: 'http://localhost', secret, outbox: join(dir, 'outbox'), files: join(dir, 'files'), mailFrom: 'bench@localhost', logLevel: 'error', messageRate: { burst: 1e6, perSecond: 1e6 } },
  });
  return app.http.listen({ port: 0, host: '127.0.0.1' });
}

/** What Socket.IO does by itself: nobody is asked who they are, nothing is checked. */
async function relay(insert?: ReturnType<typeof insertOf>): Promise<string> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
  io.on('connection', (socket) => {
    const { room, personId, enterpriseId } = socket.handshake.auth as { room: string; personId: string; enterpriseId: string };
    void socket.join(room);
    socket.on('message:send', async ({ id, conversationId, body }: { id: string; conversationId: string; body: string }, answer: (sent: object) => void) => {
      const seq = (await insert?.({ id, conversationId, senderId: personId, enterpriseId, body })) ?? 1;
      const sentAt = systemClock.now().toISOString();
      io.to(room).emit('message:added', { conversationId, messages: [{ id, seq, body, senderId: personId, files: [], sentAt }] });
      answer({ seq, sentAt });
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
