import { afterAll, beforeAll, expect, test } from 'vitest';
import { authWith } from '#features/people/auth';
import { world, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

test("enterprises, members and the active one are better-auth's organisations", async () => {
  const chen = await w.someone();
  const li = await w.someone({ enterprise: chen.enterpriseId, role: 'viewer' });
  const auth = authWith({ db: w.database.db, mail: { post: async () => undefined }, secret: 'a secret only for tests, long enough', origin: 'http://localhost', failed: () => undefined, passwordReset: async () => undefined });
  const headers = new Headers({ cookie: chen.cookie });
  expect((await auth.api.listOrganizations({ headers })).map((one) => one.id)).toEqual([chen.enterpriseId]);
  const whole = await auth.api.getFullOrganization({ headers });
  expect(whole).toMatchObject({ id: chen.enterpriseId, name: '信江铜箔（示例）' });
  expect(whole!.members.map((one) => [one.userId, one.role]).sort()).toEqual([[chen.id, 'owner'], [li.id, 'viewer']].sort());
});
