import { enterprises } from '@ganwan/shared/enterprises/contract';
import { redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/server/api.ts';
import { text } from '#lib/server/refuse.ts';
import { ownPath } from '#lib/server/visit.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  await signedIn(event, ({ call }) => call(enterprises.activate, { params: { id: text(form, 'enterprise') } }));
  // What one enterprise may see another may not: records of the old one are left. Who switches needs no new one.
  const back = ownPath(form.get('back'));
  redirect(303, /^\/(welcome|inbox|enterprise|listings\/[^/]+\/edit|import)/.test(back) ? '/workbench' : back);
};
