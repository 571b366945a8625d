import type { Me } from '#lib/me.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  const me: Me | null = null;
  return { theme: locals.theme, me: me as Me | null };
};
