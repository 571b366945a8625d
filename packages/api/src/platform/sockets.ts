import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Actor, Identify } from './actor.ts';
import { rooms } from './announce.ts';
import type { Relay } from './redis.ts';

export type Listener = (socket: ActorSocket) => void;
/** Work done before a socket counts as connected, such as joining rooms: what is said from then on reaches it. */
export type Entrance = (socket: ActorSocket) => Promise<void>;
export type ActorSocket = Socket & { data: { actor: Actor } };

/**
 * The one socket server. A handshake needs a valid session; the socket is in the rooms of its
 * person, session and enterprise. Websocket only, so that several nodes need nothing sticky.
 */
export function openSockets(server: HttpServer, { identify, entrances, listeners, relay }: { identify: Identify; entrances: Entrance[]; listeners: Listener[]; relay?: Relay | undefined }): Server {
  const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, maxHttpBufferSize: 64 * 1024, serveClient: false, ...(relay && { adapter: relay.adapter }), allowRequest: (request, decide) => decide(null, sameSite(request.headers)) });
  writeTogether(io);
  io.use(async (socket, next) => {
    try {
      const actor = await identify(socket.request.headers, socket.handshake.address);
      if (!actor) return next(new Error('sign_in_required'));
      socket.data.actor = actor;
      await socket.join([rooms.session(actor.sessionId), rooms.person(actor.person.id), ...(actor.enterprise ? [rooms.enterprise(actor.enterprise.id), rooms.membership(actor.enterprise.id, actor.person.id)] : [])]);
      for (const enter of entrances) await enter(socket);
      next();
    } catch {
      next(new Error('unavailable'));
    }
  });
  io.on('connection', (socket) => {
    for (const listen of listeners) listen(socket);
  });
  return io;
}

/** Disconnects every socket in the rooms, on every process; a client may come back as what it is by then. */
export type EndSockets = (rooms: string | string[]) => void;
export const endSocketsOf = (io: Server): EndSockets => (rooms) => {
  // Nobody in particular would otherwise mean everybody.
  if (rooms.length > 0) io.in(rooms).disconnectSockets();
};

/** Packets that leave together cost one write to the network instead of one each; under load that is half the server's work. */
function writeTogether(io: Server): void {
  const wire = (connection: { request: IncomingMessage }) => connection.request.socket;
  io.engine.on('flush', (connection: { request: IncomingMessage }) => wire(connection).cork());
  io.engine.on('drain', (connection: { request: IncomingMessage }) => wire(connection).uncork());
}

/** A page of another site could otherwise open a socket with the reader's cookies. */
function sameSite({ origin, host }: IncomingHttpHeaders): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
