import { z } from 'zod';
import { conversationCommands, conversationEvents } from '@ganwan/shared/conversations/contract';
import type { FailureCode, FieldFailure } from '@ganwan/shared/failures';
import { typingEveryMs } from '@ganwan/shared/conversations/rules';
import { isMember } from '#platform/actor';
import { allowances, type Rate } from '#platform/allowance';
import { announcer } from '#platform/announce';
import type { Database } from '#platform/database';
import { Failure } from '#platform/failure';
import { describeError } from '#platform/http-errors';
import type { ActorSocket } from '#platform/sockets';
import type { Doors } from './doors.ts';
import { may } from './policy.ts';
import { conversationQueries } from './queries.ts';
import type { conversationService } from './service.ts';

interface Needs {
  db: Database;
  doors: Doors;
  service: ReturnType<typeof conversationService>;
  /** Messages of one person, over all their sockets on this process. */
  messageRate: Rate;
}

type Answer = (given: unknown) => void;

/** What people say on their sockets. Input is parsed as strictly as a request's; answers and events go through the contract. */
export function conversationSockets({ db, doors, service, messageRate }: Needs) {
  const messages = allowances(messageRate);
  const reads = allowances({ burst: 60, perSecond: 20 });
  const typing = allowances({ burst: 1, perSecond: 1000 / typingEveryMs });
  const queries = conversationQueries(db);

  return {
    /** The rooms are joined before the client learns that it is connected, so that nothing falls between its catch-up and the first event. */
    async enter(socket: ActorSocket): Promise<void> {
      const { actor } = socket.data;
      if (isMember(actor)) await socket.join((await queries.idsOf(actor)).map(doors.of));
    },

    listen(socket: ActorSocket): void {
      const { actor } = socket.data;
      if (!isMember(actor)) return;
      // Not volatile: that drops whatever meets another packet on its way out, and a word is often said just before the next is typed.
      const toOthers = announcer(conversationEvents, socket);

      on(socket, 'message:send', async (given) => {
        if (!messages.take(actor.person.id)) throw new Failure('too_many_requests');
        const { conversationId, ...draft } = parse(conversationCommands['message:send'].payload, given);
        if (!may.write(actor.enterprise.role)) throw new Failure('not_allowed');
        return service.send(actor, conversationId, draft);
      });

      on(socket, 'read:move', async (given) => {
        if (!reads.take(actor.person.id)) throw new Failure('too_many_requests');
        const { conversationId, seq } = parse(conversationCommands['read:move'].payload, given);
        return service.read(actor, conversationId, seq);
      });

      socket.on('typing', (given: unknown) => {
        const read = conversationCommands.typing.payload.safeParse(given);
        if (!read.success) return;
        const conversationId = read.data.conversationId.toLowerCase();
        const room = doors.of(conversationId);
        if (!socket.rooms.has(room) || !may.write(actor.enterprise.role) || !typing.take(`${actor.person.id} ${room}`)) return;
        toOthers(room, 'typing', { conversationId, personId: actor.person.id });
      });
    },
  };
}

type Answered = Exclude<keyof typeof conversationCommands, 'typing'>;

/** Answers with the value or a refusal, both through the contract; a client that wants no answer gives none to call. */
function on<K extends Answered>(socket: ActorSocket, name: K, handle: (given: unknown) => Promise<unknown>): void {
  socket.on(name as string, (given: unknown, ...rest: unknown[]) => {
    const last = rest.at(-1);
    const answer: Answer = typeof last === 'function' ? (last as Answer) : () => undefined;
    const encode = (value: unknown) => conversationCommands[name].answer.encode(value as never);
    handle(given).then((value) => answer(encode(value)), (error: unknown) => answer(encode(describeRefusal(error))));
  });
}

function parse<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new Failure('invalid_input', { fields: read.error.issues.map(fieldFailure) });
}

function fieldFailure({ path, code, ...rest }: z.core.$ZodIssue): FieldFailure {
  const custom = 'params' in rest ? (rest.params as Record<string, unknown> | undefined) : undefined;
  const params = Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]) && entry[0] !== 'message'));
  return { path: path.join('.'), code: typeof custom?.['code'] === 'string' ? custom['code'] : code, params };
}

function describeRefusal(error: unknown): { code: FailureCode; fields?: FieldFailure[] } {
  const { code, fields } = describeError(error);
  return { code, ...(fields && { fields }) };
}
