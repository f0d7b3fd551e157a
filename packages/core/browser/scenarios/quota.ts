import { deepStrictEqual as assertEqual } from 'node:assert';
import type { Scenario, Stage } from '../../../../checks/browser/scenario.ts';
import { openTab } from '../../../../checks/browser/tab.ts';

export const scenarios: readonly Scenario[] = ['indexedDb', 'opfs'].map((place) => ({
  name: `${place}: a write without room for it says so and keeps the old file`,
  run: (stage) => fill(stage, place),
}));

async function fill({ browser, site }: Stage, place: string): Promise<void> {
  const tab = await openTab(browser, site.address);
  await tab.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.address).origin, quotaSize: 10_000_000 });
  await tab.call('/packages/core/browser/actions/fill.js', 'fill', place);
  assertEqual(tab.uncaught(), []);
  await tab.close();
}
