import { recurring } from '#platform/recurring';
import { invitationService } from './invitation-service.ts';
import { enterpriseService } from './service.ts';
import { windUp, type PutAway } from './winding-up.ts';

interface Needs extends Omit<Parameters<typeof enterpriseService>[0], 'windUp'> {
  /** Where the links of invitations lead. */
  origin: string;
  /** What closed enterprises have too much of to end it while they close. */
  putAway: PutAway;
  failed(error: unknown): void;
}

/** Closed ones are looked for at once, and now and again in case a process ended over it. */
const everyMs = 30_000;

/** Puts enterprises together: the services, and one look-through per process. */
export function startEnterprises({ putAway, failed, ...needs }: Needs) {
  let stopped = false;
  const windingUp = recurring({ everyMs, failed, work: () => windUp(needs.db, putAway, () => stopped) });
  return {
    service: enterpriseService({ ...needs, windUp: windingUp.wake }),
    invitations: invitationService(needs),
    /** Waits for the step at hand; another process or the next start goes on from there. */
    close: async (): Promise<void> => {
      stopped = true;
      await windingUp.stop();
    },
  };
}
