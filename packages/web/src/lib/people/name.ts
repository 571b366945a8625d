import { m } from '#lib/paraglide/messages.js';

/** Who closed their account has no name any more; what they wrote is still there. */
export const personName = (name: string): string => name || m.person_closed();
