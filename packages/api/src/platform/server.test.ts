import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { serverOptions } from './server.ts';

test('an address that no router reads is not found like any other, and runs nothing', async () => {
  const app = Fastify(serverOptions({ logLevel: 'silent', proxies: 0 }));
  app.get('/api/things/:id', () => 'here');
  for (const url of ['/%E9%9', `/api/things/${'a'.repeat(201)}`]) {
    const { statusCode, headers, json } = await app.inject(url);
    expect([statusCode, json<{ code: string; requestId: string }>()]).toEqual([404, { code: 'not_found', requestId: headers['x-request-id'] }]);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  }
  await app.close();
});
