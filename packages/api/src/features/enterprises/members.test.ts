import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { world, type Someone, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

/** One enterprise with a person of each role. */
async function firm(): Promise<Record<'owner' | 'admin' | 'member' | 'viewer', Someone> & { id: string }> {
  const owner = await w.someone();
  const [admin, member, viewer] = await Promise.all((['admin', 'member', 'viewer'] as const).map((role) => w.someone({ enterprise: owner.enterpriseId, role })));
  return { id: owner.enterpriseId, owner, admin: admin!, member: member!, viewer: viewer! };
}
/** Until a statement stands in line for a lock. */
async function somebodyWaits(): Promise<void> {
  while ((await w.database.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).length === 0) await setTimeout(10);
}
/** The tokens of so many invitations to somebody; the letter that confirms their address came too. */
async function invitedBy(email: string, letters: number): Promise<string[]> {
  return (await w.letters(email, letters + 1)).flatMap((letter) => /invitations\/(\S+)/.exec(letter)?.[1] ?? []);
}

describe('members', () => {
  test('are listed page by page for members, and not at all for strangers', async () => {
    const { id, viewer, owner } = await firm();
    const first = await viewer.call(enterprises.members, { params: { id }, query: { limit: '3' } as never });
    const rest = await viewer.call(enterprises.members, { params: { id }, query: { limit: '3', cursor: first.nextCursor! } as never });
    expect(first.items).toHaveLength(3);
    expect([...first.items, ...rest.items].map((one) => one.role).sort()).toEqual(['admin', 'member', 'owner', 'viewer']);
    expect(first.items.every((one) => one.can.roles.length === 0 && !one.can.remove)).toBe(true);
    expect(rest.nextCursor).toBeNull();
    const stranger = await w.someone();
    await expect(stranger.call(enterprises.members, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'not_found' });
    await expect(owner.call(enterprises.members, { params: { id }, query: { cursor: 'made-up' } })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path: 'cursor' }] });
  });

  test('an admin manages everybody but owners', async () => {
    const { id, owner, admin, member, viewer } = await firm();
    const change = (who: Someone, whom: Someone, role: 'viewer' | 'member' | 'admin' | 'owner') => who.call(enterprises.changeRole, { params: { id, personId: whom.id }, body: { role } });
    expect(await change(admin, viewer, 'admin')).toMatchObject({ role: 'admin' });
    await expect(change(admin, viewer, 'owner')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(change(admin, owner, 'viewer')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(admin.call(enterprises.removeMember, { params: { id, personId: owner.id } })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(change(member, viewer, 'viewer')).rejects.toMatchObject({ code: 'not_allowed' });
    const stranger = await w.someone();
    await expect(change(stranger, viewer, 'viewer')).rejects.toMatchObject({ code: 'not_found' });
    await expect(change(owner, stranger, 'viewer')).rejects.toMatchObject({ code: 'not_found' });
    expect(await change(owner, admin, 'owner')).toMatchObject({ role: 'owner' });
  });

  test('the last owner neither leaves nor steps down, and two owners cannot both go at once', async () => {
    const { id, owner, admin } = await firm();
    await expect(owner.call(enterprises.leave, { params: { id } })).rejects.toMatchObject({ code: 'last_owner' });
    await expect(owner.call(enterprises.changeRole, { params: { id, personId: owner.id }, body: { role: 'admin' } })).rejects.toMatchObject({ code: 'last_owner' });
    await owner.call(enterprises.changeRole, { params: { id, personId: admin.id }, body: { role: 'owner' } });
    // The other owner is about to be gone, in a transaction that has not ended.
    const { leaving } = await w.database.sql.begin(async (sql) => {
      await sql`select id from enterprises where id = ${id} for update`;
      await sql`delete from members where user_id = ${admin.id}`;
      const leaving = owner.call(enterprises.leave, { params: { id } }).then(() => 'left', (refused: { code: string }) => refused.code);
      await Promise.race([leaving, somebodyWaits()]);
      return { leaving };
    });
    expect(await leaving).toBe('last_owner');
  });

  test('whoever is removed or leaves finds nothing there any more', async () => {
    const { id, owner, member, viewer } = await firm();
    await owner.call(enterprises.removeMember, { params: { id, personId: member.id } });
    await viewer.call(enterprises.leave, { params: { id } });
    for (const gone of [member, viewer]) {
      expect(await gone.call(people.me, {})).toMatchObject({ active: null, enterprises: [] });
      await expect(gone.call(enterprises.members, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'not_found' });
      await expect(gone.call(enterprises.activate, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('invitations', () => {
  test('a letter brings somebody in, once', async () => {
    const { id, admin } = await firm();
    const guest = await w.someone({ enterprise: 'none' });
    const invitation = await admin.call(enterprises.invite, { params: { id }, body: { email: guest.email.toUpperCase(), role: 'member' } });
    const token = (await invitedBy(guest.email, 1))[0]!;
    expect(await w.nobody.call(enterprises.invitation, { params: { token } })).toMatchObject({ enterprise: { id }, role: 'member', email: guest.email, joined: false });
    expect((await admin.call(enterprises.invitations, { params: { id }, query: {} })).items).toEqual([invitation]);
    const [one, two] = await Promise.allSettled([1, 2].map(() => guest.call(enterprises.acceptInvitation, { params: { token } })));
    expect([one!.status, two!.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await guest.call(people.me, {})).toMatchObject({ active: { enterprise: { id }, role: 'member' }, security: { emailVerified: true } });
    await expect(guest.call(enterprises.acceptInvitation, { params: { token } })).rejects.toMatchObject({ code: 'not_found' });
    // Who goes back to the link has come in; to anybody else it says nothing.
    expect(await guest.call(enterprises.invitation, { params: { token } })).toMatchObject({ enterprise: { id }, joined: true });
    for (const other of [w.nobody, await w.someone()]) await expect(other.call(enterprises.invitation, { params: { token } })).rejects.toMatchObject({ code: 'not_found' });
    expect((await admin.call(enterprises.invitations, { params: { id }, query: {} })).items).toEqual([]);
    await expect(admin.call(enterprises.invite, { params: { id }, body: { email: guest.email, role: 'viewer' } })).rejects.toMatchObject({ code: 'already_member' });
    await guest.call(enterprises.leave, { params: { id } });
    await expect(guest.call(enterprises.invitation, { params: { token } })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a link is for the address it was sent to, and a revoked, declined or expired one opens nothing', async () => {
    const { id, owner } = await firm();
    const [guest, other] = [await w.someone({ enterprise: 'none' }), await w.someone({ enterprise: 'none' })];
    let sent = 0;
    const invite = async () => {
      const invitation = await owner.call(enterprises.invite, { params: { id }, body: { email: guest.email, role: 'viewer' } });
      sent += 1;
      return { invitation, token: (await invitedBy(guest.email, sent)).at(-1)! };
    };
    const first = await invite();
    await expect(other.call(enterprises.acceptInvitation, { params: { token: first.token } })).rejects.toMatchObject({ code: 'invitation_for_another_email' });
    await expect(owner.call(enterprises.invite, { params: { id }, body: { email: guest.email, role: 'viewer' } })).rejects.toMatchObject({ code: 'already_invited' });
    await owner.call(enterprises.revokeInvitation, { params: { id, invitationId: first.invitation.id } });
    await expect(guest.call(enterprises.acceptInvitation, { params: { token: first.token } })).rejects.toMatchObject({ code: 'not_found' });
    const second = await invite();
    await w.nobody.call(enterprises.declineInvitation, { params: { token: second.token } });
    await expect(guest.call(enterprises.acceptInvitation, { params: { token: second.token } })).rejects.toMatchObject({ code: 'not_found' });
    const third = await invite();
    await w.database.sql`update invitations set expires_at = now() - interval '1 second' where id = ${third.invitation.id}`;
    await expect(guest.call(enterprises.acceptInvitation, { params: { token: third.token } })).rejects.toMatchObject({ code: 'not_found' });
    await invite();
    expect((await guest.call(people.me, {})).enterprises).toEqual([]);
  });

  test('only admins and owners invite, an admin no owner, and strangers see none', async () => {
    const { id, admin, member } = await firm();
    const stranger = await w.someone();
    const invite = (who: Someone, role: 'owner' | 'viewer') => who.call(enterprises.invite, { params: { id }, body: { email: 'someone.else@example.com', role } });
    await expect(invite(member, 'viewer')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(admin, 'owner')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(stranger, 'viewer')).rejects.toMatchObject({ code: 'not_found' });
    await expect(member.call(enterprises.invitations, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(stranger.call(enterprises.invitations, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'not_found' });
    expect(await w.letters('someone.else@example.com', 0)).toEqual([]);
  });
});
