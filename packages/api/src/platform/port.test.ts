import { expect, test } from 'vitest';
import { claimPort } from './port.ts';

test('a claimed port is nobody else’s until it is released', async () => {
  const claim = await claimPort(0, '127.0.0.1');
  await expect(claimPort(claim.port, '127.0.0.1')).rejects.toThrow(`Port ${claim.port} is taken by another program`);
  await claim.release();
  const next = await claimPort(claim.port, '127.0.0.1');
  await next.release();
});
