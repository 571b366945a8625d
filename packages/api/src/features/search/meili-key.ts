import { StartRefusal } from '#platform/start-refusal';
import { meiliHttp, MeiliFailure } from './meili-http.ts';
import type { MeiliAddress } from './start.ts';

/** Throws `StartRefusal` when Meilisearch answers and refuses the key. One that does not answer may come later: PostgreSQL searches until then. */
export async function refuseWrongKey({ url, key, answerWithinMs = 3000 }: MeiliAddress): Promise<void> {
  const http = meiliHttp(url, answerWithinMs);
  try {
    await http.request(new URL('/indexes?limit=1', url), { headers: key === undefined ? {} : { authorization: `Bearer ${key}` } });
  } catch (error) {
    if (!(error instanceof MeiliFailure) || (error.status !== 401 && error.status !== 403)) return;
    throw new StartRefusal(`Meilisearch at ${new URL(url).host} ${key === undefined ? 'asks for a key; set MEILI_KEY' : 'refuses the key; check MEILI_KEY'}.`);
  } finally {
    await http.close();
  }
}
