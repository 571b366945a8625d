import { writeDown } from '#features/audit/service';
import type { Identify } from '#platform/actor';
import { rooms } from '#platform/announce';
import type { Database } from '#platform/database';
import type { Mail } from '#platform/mail';
import type { Standings } from '#platform/socket-sweep';
import type { EndSockets } from '#platform/sockets';
import { accountService } from './account-service.ts';
import { authWith } from './auth.ts';
import { identifyWith, standingsOf } from './identify.ts';
import { personService } from './service.ts';

interface Needs {
  db: Database;
  mail: Mail;
  settings: { origin: string; secret: string; administrator?: string | undefined };
  endSockets: EndSockets;
  failed(error: unknown, what: string): void;
}

export interface People {
  identify: Identify;
  standings: Standings;
  persons: ReturnType<typeof personService>;
  accounts: ReturnType<typeof accountService>;
  /** As better-auth keeps passwords. */
  hashPassword(password: string): Promise<string>;
  close(): void;
}

/** Accounts and people, and the hourly forgetting of what ran out. */
export async function startPeople({ db, mail, settings: { origin, secret, administrator }, endSockets, failed }: Needs): Promise<People> {
  const auth = authWith({
    db, mail, secret, origin,
    // The query's own words carry its values, which may be secrets; the database's complaint does not.
    failed: (error) => failed(error.cause ?? error, 'accounts'),
    passwordReset: async (personId, address) => {
      endSockets(rooms.person(personId));
      await writeDown(db, { kind: 'password_reset', personId, ...(address !== undefined && { address }) });
    },
  });
  const persons = personService({ db, endSockets });
  const appoint = async () => administrator === undefined ? undefined : persons.appoint(administrator);
  await appoint();
  const accounts = accountService({ db, auth, mail, origin, endSockets, emailConfirmed: appoint });
  const forgetting = setInterval(() => void accounts.forgetOld().catch((error: unknown) => failed(error, 'what ran out was not forgotten')), 3_600_000).unref();
  const { authCookies, password } = await auth.$context;
  return {
    identify: identifyWith({ db, secret, cookie: authCookies.sessionToken.name }),
    standings: standingsOf(db),
    persons, accounts,
    hashPassword: password.hash,
    close: () => clearInterval(forgetting),
  };
}
