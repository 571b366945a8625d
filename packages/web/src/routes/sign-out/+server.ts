import { accounts } from '@ganwan/shared/people/accounts-contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  await api(event).call(accounts.signOut, {});
  redirect(303, '/');
};
