import { writeDown } from '#features/audit/service';
import type { Database } from '#platform/database';
import type { Mail } from '#platform/mail';
import { inTransaction } from '#platform/transaction';
import { personQueries } from './queries.ts';

interface Change {
  personId: string;
  /** The address that the account had. */
  from: string;
  /** Where the answer to the letter came from. */
  address: string;
}

/** better-auth has changed the address: it is one that letters reach, and the old one learns of it, in case somebody else asked. */
export function emailChanged({ db, mail }: { db: Database; mail: Mail }, { personId, from, address }: Change): Promise<void> {
  return inTransaction(db, async (tx) => {
    const queries = personQueries(tx);
    const person = await queries.hold(personId);
    if (!person) return;
    await queries.confirmEmail(personId);
    await writeDown(tx, { kind: 'email_changed', personId, address, detail: { from, to: person.email } });
    await mail.post(tx, { to: from, locale: person.locale, template: 'email_changed', values: { name: person.name, email: masked(person.email) }, hours: 72 });
  });
}

/** Whose address a token changes, as better-auth writes it there; only to be believed of a token that it has accepted. */
export const addressIn = (token: string): string => {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return typeof payload === 'object' && payload !== null && 'email' in payload ? String(payload.email) : '';
};

/** Enough to know one's own address by: `l…@example.com`. */
const masked = (email: string): string => email.replace(/^(.)[^@]*/, '$1…');
