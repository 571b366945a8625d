import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterprises, type EnterpriseDraft } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { world, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const draft: EnterpriseDraft = { names: { 'zh-Hans': '信丰脐橙合作社（示例）' }, identityKind: 'uscc', identityNumber: '91440300708461136T', region: '360700', chains: ['food'], about: {} };

describe('enterprises', () => {
  test('a person creates an enterprise, acts for it, and everyone sees it', async () => {
    const chen = await w.someone({ enterprise: 'none' });
    const made = await chen.call(enterprises.create, { body: { ...draft, identityNumber: ' 91440300 708461136t ' } });
    expect(made).toMatchObject({ ...draft, facts: [{ kind: 'joined' }, { kind: 'identity_number_checked' }] });
    expect(await w.nobody.call(enterprises.show, { params: { id: made.id } })).toEqual(made);
    expect((await chen.call(people.me, {})).active).toMatchObject({ enterprise: { id: made.id }, role: 'owner', can: { edit: true, publish: true, manageMembers: true } });
  });

  test('the same identity twice is refused by the database', async () => {
    const li = await w.someone({ enterprise: 'none' });
    await expect(li.call(enterprises.create, { body: draft })).rejects.toMatchObject({ code: 'enterprise_identity_taken', status: 409 });
  });

  test.each([
    ['a wrong check character', { identityNumber: '914403007084611360' }, { path: 'identityNumber', code: 'registration_number' }],
    ["another register's number", { identityKind: 'hk_br' as const, region: '810000' as const }, { path: 'identityNumber', code: 'registration_number' }],
    ['a Hong Kong registration in Nanchang', { identityKind: 'hk_br' as const, identityNumber: '52738461', region: '360100' as const }, { path: 'region', code: 'another_register' }],
    ['a mainland registration in Macao', { region: '820000' as const }, { path: 'region', code: 'another_register' }],
    ['no name in any language', { names: {} }, { path: 'names', code: 'one_language_needed' }],
    ['no chain', { chains: [] }, { path: 'chains', code: 'too_small' }],
    ['a chain twice', { chains: ['food' as const, 'food' as const] }, { path: 'chains', code: 'twice' }],
    ['a place that is not one of the 23', { region: '110000' as EnterpriseDraft['region'] }, { path: 'region', code: 'invalid_value' }],
  ])('%s names its field', async (_, wrong, field) => {
    const li = await w.someone({ enterprise: 'none' });
    await expect(li.call(enterprises.create, { body: { ...draft, ...wrong } })).rejects.toMatchObject({ code: 'invalid_input', status: 422, fields: [field] });
  });

  test('a Hong Kong and a Macao enterprise are known by their own registers', async () => {
    const wong = await w.someone({ enterprise: 'none' });
    const hongKong = await wong.call(enterprises.create, { body: { ...draft, identityKind: 'hk_br', identityNumber: '52738461', region: '810000' } });
    const macao = await wong.call(enterprises.create, { body: { ...draft, identityKind: 'macao_registration', identityNumber: '12345 so', region: '820000' } });
    expect([hongKong.identityNumber, macao.identityNumber]).toEqual(['52738461', '12345SO']);
    const me = await wong.call(people.me, {});
    expect(me.enterprises).toHaveLength(2);
    expect(me.active?.enterprise.id).toBe(macao.id);
  });

  test('a Macao number is the same with and without leading zeros', async () => {
    const [wong, chan] = [await w.someone({ enterprise: 'none' }), await w.someone({ enterprise: 'none' })];
    const macao = { ...draft, identityKind: 'macao_registration' as const, region: '820000' as const };
    expect((await wong.call(enterprises.create, { body: { ...macao, identityNumber: '0045678 CO' } })).identityNumber).toBe('45678CO');
    await expect(chan.call(enterprises.create, { body: { ...macao, identityNumber: '45678CO' } })).rejects.toMatchObject({ code: 'enterprise_identity_taken' });
    await expect(chan.call(enterprises.create, { body: { ...macao, identityNumber: '0000' } })).rejects.toMatchObject({ fields: [{ path: 'identityNumber', code: 'registration_number' }] });
  });

  test('nobody creates one without signing in, and a missing one is not found', async () => {
    await expect(w.nobody.call(enterprises.create, { body: draft })).rejects.toMatchObject({ code: 'sign_in_required' });
    await expect(w.nobody.call(enterprises.show, { params: { id: '0193f000-0000-7000-8000-00000000000a' } })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('an admin edits, a member may not, and to a stranger there is nothing to edit', async () => {
    const owner = await w.someone();
    const admin = await w.someone({ enterprise: owner.enterpriseId, role: 'admin' });
    const member = await w.someone({ enterprise: owner.enterpriseId, role: 'member' });
    const stranger = await w.someone();
    const edit = { params: { id: owner.enterpriseId }, body: { revision: 1, names: { en: 'Xinjiang Copper Foil (example)' } } };
    const edited = await admin.call(enterprises.edit, edit);
    expect(edited).toMatchObject({ names: { en: 'Xinjiang Copper Foil (example)' }, region: '360600', revision: 2 });
    // Whoever has read it before must read it again.
    await expect(owner.call(enterprises.edit, { ...edit, body: { revision: 1, region: '440300' } })).rejects.toMatchObject({ code: 'conflict' });
    expect(await w.nobody.call(enterprises.show, { params: edit.params })).toMatchObject({ region: '360600', revision: 2 });
    expect(edited.facts.map((fact) => fact.kind)).toContain('changed');
    // Nothing said is nothing changed.
    expect(await admin.call(enterprises.edit, { ...edit, body: { revision: 2 } })).toMatchObject({ revision: 2 });
    await expect(admin.call(enterprises.edit, { ...edit, body: { revision: 2_147_483_647 } })).rejects.toMatchObject({ fields: [{ path: 'revision' }] });
    await expect(member.call(enterprises.edit, edit)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(stranger.call(enterprises.edit, edit)).rejects.toMatchObject({ code: 'not_found' });
    await expect(admin.call(enterprises.edit, { ...edit, body: { revision: 2, region: '810000' } })).rejects.toMatchObject({ fields: [{ path: 'region', code: 'another_register' }] });
    expect(await admin.call(enterprises.edit, { ...edit, body: { revision: 2, region: '440300' } })).toMatchObject({ region: '440300', revision: 3 });
    await expect(admin.call(enterprises.edit, { ...edit, body: { revision: 3, identityNumber: '1' } as never })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('an administrator confirms an identity, and only an administrator', async () => {
    const owner = await w.someone();
    const administrator = await w.someone({ enterprise: 'none', platformRole: 'administrator' });
    const given = { params: { id: owner.enterpriseId } };
    await expect(owner.call(enterprises.confirmIdentity, given)).rejects.toMatchObject({ code: 'not_allowed' });
    expect((await administrator.call(enterprises.confirmIdentity, given)).facts.map((fact) => fact.kind)).toContain('identity_confirmed');
  });

  test('a person switches between enterprises, and not to one they do not belong to', async () => {
    const chen = await w.someone();
    const other = await w.someone();
    const second = await chen.call(enterprises.create, { body: { ...draft, identityKind: 'hk_br', identityNumber: '11112222', region: '810000' } });
    expect((await chen.call(enterprises.activate, { params: { id: chen.enterpriseId } })).enterprise.id).toBe(chen.enterpriseId);
    expect((await chen.call(people.me, {})).active?.enterprise.id).toBe(chen.enterpriseId);
    expect((await chen.call(people.me, {})).enterprises.map((one) => one.enterprise.id)).toContain(second.id);
    await expect(chen.call(enterprises.activate, { params: { id: other.enterpriseId } })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a socket needs a session', async () => {
    const chen = await w.someone();
    expect((await chen.socket()).connected).toBe(true);
    await expect(w.nobody.socket()).rejects.toMatchObject({ message: 'sign_in_required' });
  });
});
