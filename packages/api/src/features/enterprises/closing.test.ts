import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '@ganwan/shared/audit/contract';
import { conversations } from '@ganwan/shared/conversations/contract';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { imports } from '@ganwan/shared/imports/contract';
import { listings } from '@ganwan/shared/listings/contract';
import { accounts } from '@ganwan/shared/people/accounts-contract';
import { people } from '@ganwan/shared/people/contract';
import { search } from '@ganwan/shared/search/contract';
import { aMessage, hear, say, until } from '#features/conversations/conversations.factory';
import { foils, send, until as untilImport } from '#features/imports/imports.factory';
import { aFoil, publishedBy } from '#features/listings/listings.factory';
import { world, type Someone, type World } from '#test/world';

let w: World;
beforeAll(async () => void (w = await world()));
afterAll(() => w.close());

const password = 'correct horse battery';
const close = (who: Pick<Someone, 'call'>, id: string, given = password) => who.call(enterprises.close, { params: { id }, body: { password: given } });

const found = async (id: string) => (await w.nobody.call(search.search, { query: { q: '电解铜箔' } as never })).hits.some((hit) => hit.id === id);

/** An enterprise with people of every role, a listing in the search, and a conversation about it that somebody else began. */
async function trading() {
  const owner = await w.someone();
  const id = owner.enterpriseId;
  const [admin, member, viewer] = await Promise.all((['admin', 'member', 'viewer'] as const).map((role) => w.someone({ enterprise: id, role })));
  const buyer = await w.someone({ name: '何嘉欣' });
  const { id: listingId } = await publishedBy(owner);
  await until(() => found(listingId));
  const talk = await buyer.call(conversations.open, { body: { listingId } });
  const said = aMessage(talk.id, { body: '九月能交多少？' });
  await say(await buyer.socket(), 'message:send', said);
  return { id, owner, admin: admin!, member: member!, viewer: viewer!, buyer, listingId, talkId: talk.id, said };
}

describe('closing an enterprise', () => {
  test('is for its owners with their password; to a stranger there is nothing to close, and nothing has happened then', async () => {
    const { id, owner, admin, member, viewer, buyer, listingId } = await trading();
    for (const who of [admin, member, viewer]) await expect(close(who, id)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(close(buyer, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(close(w.nobody, id)).rejects.toMatchObject({ code: 'sign_in_required' });
    await expect(close(owner, id, 'not this one')).rejects.toMatchObject({ code: 'wrong_password' });
    expect((await owner.call(people.me, {})).active).toMatchObject({ enterprise: { id }, can: { close: true } });
    expect((await admin.call(people.me, {})).active).toMatchObject({ can: { close: false } });
    expect(await found(listingId)).toBe(true);
  });

  test('takes its listings out of the search and off the site, drafts too, and ends its imports', async () => {
    const { id, owner, buyer, listingId, talkId } = await trading();
    const draft = await owner.call(listings.create, { body: aFoil() });
    const file = await send(owner, foils(3));
    await untilImport(owner, file.id, 'checked');
    const [{ last } = { last: '0' }] = await w.database.sql`select max(id)::text as last from search_outbox`;
    await close(owner, id);
    const told = () => w.database.sql`select listing_id from search_outbox where id > ${last as string}`;
    await until(async () => (await told()).length > 0);
    expect((await told()).map((row) => row['listing_id']).sort()).toEqual([listingId, draft.id].sort());
    await until(async () => !(await found(listingId)));
    await expect(w.nobody.call(listings.show, { params: { id: listingId } })).rejects.toMatchObject({ code: 'not_found' });
    expect((await w.nobody.call(listings.ofEnterprise, { params: { id }, query: {} })).items).toEqual([]);
    await expect((await w.someone()).call(conversations.open, { body: { listingId } })).rejects.toMatchObject({ code: 'not_found' });
    expect(await buyer.call(conversations.open, { body: { listingId } })).toMatchObject({ id: talkId, can: { write: false } });
    const states = await w.database.sql`select state, archived_by from listings where id in (${listingId}, ${draft.id})`;
    expect(states.map((row) => [row['state'], row['archived_by']])).toEqual([['archived', owner.id], ['archived', owner.id]]);
    expect((await w.database.sql`select version from listing_versions where listing_id = ${listingId}`).length).toBe(1);
    expect(await w.database.sql`select cancelled_by from imports where id = ${file.id}`).toMatchObject([{ cancelled_by: owner.id }]);
    await expect(owner.call(imports.show, { params: { id: file.id } })).rejects.toMatchObject({ code: 'enterprise_required' });
  });

  test('leaves its conversations to the other side, to read: an open screen hears of it, and what was sent again is still known', async () => {
    const { id, owner, buyer, talkId, said } = await trading();
    const socket = await buyer.socket();
    const heard = hear(socket);
    await close(owner, id);
    await until(() => heard.of('conversation:closed').some((event) => event['conversationId'] === talkId));
    const seen = await buyer.call(conversations.show, { params: { id: talkId } });
    expect(seen).toMatchObject({ publisher: { enterpriseId: id }, lastMessage: { body: said.body }, can: { write: false, admit: false }, closedAt: expect.any(Date) });
    const colleague = await w.someone({ enterprise: buyer.enterpriseId, role: 'member' });
    await expect(buyer.call(conversations.admit, { params: { id: talkId, personId: colleague.id } })).rejects.toMatchObject({ code: 'conversation_closed', status: 409 });
    expect(seen.members.filter((one) => one.active).map((one) => one.personId)).toEqual([buyer.id]);
    expect((await buyer.call(conversations.messages, { params: { id: talkId }, query: {} })).messages.map((one) => one.body)).toEqual([said.body]);
    const { conversationId: _, ...message } = aMessage(talkId);
    await expect(buyer.call(conversations.send, { params: { id: talkId }, body: message })).rejects.toMatchObject({ code: 'conversation_closed', status: 409 });
    expect(await say(socket, 'message:send', aMessage(talkId))).toMatchObject({ code: 'conversation_closed' });
    expect(await say(socket, 'message:send', said)).toMatchObject({ seq: 1 });
    expect(await say(socket, 'message:send', aMessage('0193f000-0000-7000-8000-00000000000a'))).toMatchObject({ code: 'not_found' });
  });

  test('a conversation it had begun itself is closed as well', async () => {
    const { id, owner, buyer } = await trading();
    const theirs = await owner.call(conversations.open, { body: { listingId: (await publishedBy(buyer)).id } });
    await close(owner, id);
    expect(await buyer.call(conversations.show, { params: { id: theirs.id } })).toMatchObject({ enquirer: { enterpriseId: id }, can: { write: false } });
  });

  test('nobody acts for it any more, by request or by socket, each is told by letter, and its invitations are dead', async () => {
    const { id, owner, admin, member, viewer, talkId } = await trading();
    const guest = await w.someone({ enterprise: 'none' });
    await owner.call(enterprises.invite, { params: { id }, body: { email: guest.email, role: 'member' } });
    const token = (await w.letters(guest.email, 2)).flatMap((letter) => /invitations\/(\S+)/.exec(letter)?.[1] ?? [])[0]!;
    const everybody = [owner, admin, member, viewer];
    const sockets = await Promise.all(everybody.map((one) => one.socket()));
    const ended = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))));
    await close(owner, id);
    expect(new Set(await ended)).toEqual(new Set(['io server disconnect']));
    for (const one of everybody) {
      expect(await one.call(people.me, {})).toMatchObject({ active: null, enterprises: [] });
      await expect(one.call(conversations.show, { params: { id: talkId } })).rejects.toMatchObject({ code: 'enterprise_required' });
      await expect(one.call(enterprises.activate, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
      expect((await w.letters(one.email, 2)).at(-1)).toContain('信江铜箔（示例） 已关闭');
    }
    await expect(guest.call(enterprises.invitation, { params: { token } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(guest.call(enterprises.acceptInvitation, { params: { token } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(close(owner, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('its page says since when, its registration is free again, and its sole owner may close their account', async () => {
    const { id, owner } = await trading();
    const boss = await w.someone({ enterprise: 'none', platformRole: 'administrator' });
    await expect(owner.call(accounts.closeAccount, { body: { password } })).rejects.toMatchObject({ code: 'last_owner' });
    const { identityKind, identityNumber } = await w.nobody.call(enterprises.show, { params: { id } });
    await close(owner, id);
    expect((await w.nobody.call(enterprises.show, { params: { id } })).facts.map((fact) => fact.kind)).toContain('closed');
    await expect(boss.call(enterprises.confirmIdentity, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
    expect((await boss.call(audit.list, { query: { enterpriseId: id, kind: 'enterprise_closed' } })).items).toMatchObject([{ by: { id: owner.id }, address: '127.0.0.1' }]);
    const again = await w.someone();
    await w.database.sql`update enterprises set identity_kind = ${identityKind}, identity_number = ${identityNumber} where id = ${again.enterpriseId}`;
    await owner.call(accounts.closeAccount, { body: { password } });
    await expect(owner.call(people.me, {})).rejects.toMatchObject({ code: 'sign_in_required' });
  });
});
