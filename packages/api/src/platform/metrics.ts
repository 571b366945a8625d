import { BlockList } from 'node:net';
import { sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Server } from 'socket.io';
import type { OpenDatabase } from './database.ts';
import { Failure } from './failure.ts';
import { within } from './server.ts';

interface Measured {
  io: () => Server;
  database: OpenDatabase;
  /** Letters of all processes that wait for a try, and that were given up this month. */
  letters: () => Promise<{ waiting: number; dead: number }>;
}

/**
 * Serves `/metrics` for Prometheus: durations by route, event loop and memory of the process, sockets,
 * database connections, letters. It names no person; only this machine and private networks
 * may ask, without a proxy between.
 */
export function measure(app: FastifyInstance, { io, database, letters }: Measured): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds', help: 'Time from the request to its answer.', labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], registers: [registry],
  });
  new Gauge({ name: 'sockets_connected', help: 'Sockets of this process.', registers: [registry], collect() { this.set(io().of('/').sockets.size); } });
  new Gauge({ name: 'database_connections_allowed', help: 'Connections each of the two pools of this process may open.', registers: [registry] }).set(database.connections);
  new Gauge({
    name: 'database_connections', help: 'Connections of all processes of the product by state, as the database counts them.', labelNames: ['state'], registers: [registry],
    async collect() {
      this.reset();
      for (const { state, count } of await within(2000, connections(database), [])) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'letters', help: 'Letters of all processes: waiting for a try, and given up within a month.', labelNames: ['state'], registers: [registry],
    async collect() {
      this.reset();
      const counts = await within(2000, letters().catch(() => undefined), undefined);
      for (const [state, count] of Object.entries(counts ?? {})) this.set({ state }, count);
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    // The pattern and not the address, or every id would be a series of its own.
    const route = request.routeOptions.url ?? 'page';
    durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isNear(request)) throw new Failure('not_found');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const near = new BlockList();
for (const [net, bits] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) near.addSubnet(net, bits, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

/** Whoever comes through a proxy, known or not, has the proxy's address here. */
function isNear({ raw, headers }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? '';
  return headers['x-forwarded-for'] === undefined && headers.forwarded === undefined && near.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}

async function connections({ db }: OpenDatabase): Promise<{ state: string; count: number }[]> {
  try {
    const rows = await db.execute<{ state: string; count: number }>(sql`
      select coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
      where application_name = 'ganwan' and datname = current_database() group by 1`);
    return [...rows];
  } catch {
    return [];
  }
}
