import { conversations } from '@ganwan/shared/conversations/contract';
import type { Membership } from '@ganwan/shared/enterprises/contract';
import { people } from '@ganwan/shared/people/contract';
import { localText } from '@ganwan/shared/values';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Api } from '#lib/api.ts';
import type { Me } from '#lib/me.ts';
import { api } from '#lib/server/api.ts';
import { mayBeSignedIn } from '#lib/server/visit.ts';
import { locale } from '#lib/words/locale.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { locals, request } = event;
  return { theme: locals.theme, me: mayBeSignedIn(request) ? await whoReads(api(event)) : null };
};

/** A page is readable without knowing who reads it: when that cannot be learned, it is shown to nobody in particular. */
async function whoReads({ call }: Api): Promise<Me | null> {
  try {
    const { person, enterprises, active } = await call(people.me, {});
    const unread = active ? await unreadConversations(call) : 0;
    return {
      id: person.id,
      name: person.name,
      role: person.role,
      enterprises: enterprises.map(named),
      acting: active && { ...named(active), role: active.role, region: active.enterprise.region, mayPublish: active.can.publish },
      unread,
    };
  } catch (failure) {
    if (failure instanceof ApiFailure) return null;
    throw failure;
  }
}

/** Nobody is shown as signed out because their inbox could not be counted. */
async function unreadConversations(call: Api['call']): Promise<number> {
  try {
    return (await call(conversations.unread, {})).conversations;
  } catch (failure) {
    if (failure instanceof ApiFailure) return 0;
    throw failure;
  }
}

const named = ({ enterprise }: Membership) => ({ id: enterprise.id, name: localText(enterprise.names, locale()) });
