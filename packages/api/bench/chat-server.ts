import { createServer } from 'node:http';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { systemClock } from '#platform/clock';
import { openDatabase } from '#platform/database';
import { buildApp } from '../src/app.ts';
import type { ToServer } from './chat-messages.ts';

/** One of the three servers of the chat bench: `durable` is the product, `raw` a bare relay, `insert` a relay that gives each message its number and writes its row in a commit of its own. */
const [kind, databaseUrl, secret] = process.argv.slice(2) as ['durable' | 'raw' | 'insert', string, string];
const address = kind === 'durable' ? await product() : await relay(kind === 'insert');
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

/** What Socket.IO does by itself: nobody is asked who they are, nothing is checked, nothing is kept. */
async function relay(insert: boolean): Promise<string> {
  const { sql } = openDatabase(databaseUrl);
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
  io.on('connection', (socket) => {
    const room = String(socket.handshake.auth['room']);
    void socket.join(room);
    socket.on('message:send', async (message: { id: string; conversationId: string; body: string }, answer: (sent: object) => void) => {
      const { id, conversationId, body } = message;
      if (insert) await sql`
        with raised as (update conversations set last_seq = last_seq + 1 where id = ${conversationId} returning last_seq)
        insert into messages (id, conversation_id, seq, sender_id, enterprise_id, body, sent_at)
        select ${id}, ${conversationId}, last_seq, ${conversationId}, ${conversationId}, ${body}, now() from raised`;
      const sentAt = systemClock.now().toISOString();
      io.to(room).emit('message:added', { conversationId, messages: [{ id, seq: 1, body, senderId: conversationId, files: [], sentAt }] });
      answer({ seq: 1, sentAt });
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
