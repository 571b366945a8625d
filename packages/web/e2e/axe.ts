import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What an automatic accessibility check finds on the page as it stands: rule, place and reason. */
export async function findings(page: Page): Promise<string[]> {
  // In this page alone: no page of ours holds one of others, and a second one for the sums takes time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`));
}
