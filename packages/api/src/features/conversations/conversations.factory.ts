import type { Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { conversationCommands, conversationEvents, type SendMessage } from '@ganwan/shared/conversations/contract';
import type { Someone, World } from '#test/world';
import { conversationQueries } from './queries.ts';
import { participants } from './table.ts';

/** A conversation about some listing of the publisher, with exactly the given people in it. */
export async function aConversation(w: World, publisher: Someone, enquirer: Someone, others: Someone[] = []): Promise<string> {
  const queries = conversationQueries(w.database.db);
  const id = uuidv7();
  await queries.insert({ id, listingId: uuidv7(), title: { 'zh-Hans': 'HTE 电解铜箔 18 µm' }, publisherId: publisher.enterpriseId, enquirerId: enquirer.enterpriseId });
  await w.database.db.insert(participants).values([publisher, enquirer, ...others].map((one) => ({ conversationId: id, personId: one.id, enterpriseId: one.enterpriseId })));
  return id;
}

export const aMessage = (conversationId: string, given: Partial<SendMessage> = {}): SendMessage => ({ id: uuidv7(), conversationId, body: '交期多久？', fileIds: [], ...given });

type Answer<K extends 'message:send' | 'read:move'> = ReturnType<(typeof conversationCommands)[K]['answer']['decode']>;

/** Says something on a socket and gives the answer, decoded. */
export const say = async <K extends 'message:send' | 'read:move'>(socket: Socket, name: K, payload: unknown): Promise<Answer<K>> =>
  conversationCommands[name].answer.decode((await socket.timeout(10_000).emitWithAck(name, payload)) as never) as Answer<K>;

/** Everything a socket hears from now on, as it comes over the wire. */
export function hear(socket: Socket) {
  const all: { name: string; payload: unknown }[] = [];
  socket.onAny((name: string, payload: unknown) => all.push({ name, payload }));
  return {
    all,
    of: (name: keyof typeof conversationEvents) => all.filter((one) => one.name === name).map((one) => one.payload as Record<string, unknown>),
    messages: (conversationId: string) => all.filter((one) => one.name === 'message:added').map((one) => one.payload as { conversationId: string; messages: { seq: number; body: string; id: string }[] })
      .filter((one) => one.conversationId === conversationId).flatMap((one) => one.messages),
  };
}

/** Waits until a fact is true; fails with what is there when it never is. */
export async function until(fact: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  for (let left = ms; left > 0; left -= 20) {
    if (await fact()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never true: ${fact.toString()}`);
}
