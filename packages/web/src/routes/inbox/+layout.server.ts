import { conversations } from '@ganwan/shared/conversations/contract';
import { signedIn } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { me } = await event.parent();
  const { searchParams } = event.url;
  const unread = searchParams.get('show') === 'unread';
  const cursor = searchParams.get('cursor') ?? undefined;
  const inbox = await signedIn(event, (api) => api.call(conversations.list, { query: { cursor, limit: 30, ...(unread && { unread: 'true' }) } }));
  return { inbox, unread, self: { personId: me?.id ?? '', enterpriseId: me?.acting?.id ?? '' }, full: true };
};
