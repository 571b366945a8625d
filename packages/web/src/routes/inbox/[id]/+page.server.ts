import { fail, redirect } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { conversations } from '@ganwan/shared/conversations/contract';
import { enterprises } from '@ganwan/shared/enterprises/contract';
import { ApiFailure } from '#lib/api-failure.ts';
import type { Api } from '#lib/api.ts';
import { api, signedIn } from '#lib/server/api.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { self } = await event.parent();
  const before = Number(event.url.searchParams.get('before')) || undefined;
  return signedIn(event, async (api) => {
    const { params } = event;
    const [entry, { messages }] = await Promise.all([
      api.call(conversations.show, { params }),
      api.call(conversations.messages, { params, query: { before, limit: 50 } }),
    ]);
    const colleagues = entry.can.admit && self.enterpriseId !== '' ? (await api.call(enterprises.members, { params: { id: self.enterpriseId }, query: { limit: 100 } })).items : [];
    return { alone: true, entry, messages, messageId: newId(), colleagues: colleagues.map(({ person }) => ({ id: person.id, name: person.name })) };
  });
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Does what a form asks and comes back to the conversation; a refusal is told beside the form, with what was typed. */
async function act(event: RequestEvent, typed: Record<string, string>, ask: (api: Api) => Promise<unknown>, then = `/inbox/${event.params.id}`) {
  try {
    await ask(api(event));
  } catch (failure) {
    if (failure instanceof ApiFailure) return fail(failure.status, { code: failure.code, fields: failure.fields, ...typed });
    throw failure;
  }
  redirect(303, then);
}

export const actions: Actions = {
  send: async (event) => {
    const form = await event.request.formData();
    const body = text(form, 'body');
    return act(event, { body }, (api) => api.call(conversations.send, { params: event.params, body: { id: text(form, 'id'), body, fileIds: [] } }));
  },
  read: async (event) => {
    const form = await event.request.formData();
    return act(event, {}, (api) => api.call(conversations.read, { params: event.params, body: { seq: Number(form.get('seq')) } }));
  },
  admit: async (event) => {
    const personId = text(await event.request.formData(), 'personId');
    return act(event, { personId }, (api) => api.call(conversations.admit, { params: { id: event.params.id, personId } }));
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const personId = text(form, 'personId');
    return act(event, { personId }, (api) => api.call(conversations.remove, { params: { id: event.params.id, personId } }), form.has('leaving') ? '/inbox' : undefined);
  },
};
