import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { world, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const draft = { names: { 'zh-Hans': '信丰脐橙合作社（示例）' }, identityKind: 'uscc' as const, identityNumber: '91440300708461136T', region: '360700', chains: ['food'], about: {} };

describe('enterprises', () => {
  test('a person creates an enterprise and everyone sees it', async () => {
    const chen = await w.someone({ enterprise: 'none' });
    const made = await chen.call(enterprises.create, { body: draft });
    expect(await w.nobody.call(enterprises.show, { params: { id: made.id } })).toEqual(made);
  });

  test('the same identity twice is refused by the database', async () => {
    const li = await w.someone({ enterprise: 'none' });
    await expect(li.call(enterprises.create, { body: draft })).rejects.toMatchObject({ code: 'enterprise_identity_taken', status: 409 });
  });

  test('nobody creates one without signing in, and bad input names its field', async () => {
    await expect(w.nobody.call(enterprises.create, { body: draft })).rejects.toMatchObject({ code: 'sign_in_required' });
    const li = await w.someone({ enterprise: 'none' });
    await expect(li.call(enterprises.create, { body: { ...draft, identityNumber: '' } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'identityNumber', code: 'too_small', params: { minimum: 1 } }] });
  });

  test('a missing enterprise is not found', async () => {
    await expect(w.nobody.call(enterprises.show, { params: { id: '0193f000-0000-7000-8000-00000000000a' } })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a socket needs a session', async () => {
    const chen = await w.someone();
    expect((await chen.socket()).connected).toBe(true);
    await expect(w.nobody.socket()).rejects.toMatchObject({ message: 'sign_in_required' });
  });
});
