import { ok as assert, deepStrictEqual as assertEqual } from 'node:assert';
import type { Scenario, Stage } from '../../../../checks/browser/scenario.ts';
import { openTab } from '../../../../checks/browser/tab.ts';
import type { Place } from '../actions/numbered-files.ts';

const module = '/packages/core/browser/actions/numbered-files.js';

export const scenarios: readonly Scenario[] = (['indexedDb', 'opfs'] as const).map((place) => ({
  name: `${place}: two tabs that write to one name while a third reads leave a whole file at every moment`,
  run: (stage) => writeTogether(stage, place),
}));

async function writeTogether({ browser, site }: Stage, place: Place): Promise<void> {
  const tabs = await Promise.all([1, 2, 3].map(() => openTab(browser, site.address)));
  const [one, two, reader] = tabs as [(typeof tabs)[0], (typeof tabs)[0], (typeof tabs)[0]];
  await one.call(module, 'write', place, 1, 1);
  const [seen] = await Promise.all([
    reader.call<number>(module, 'watch', place, [30, 130]),
    one.call(module, 'write', place, 2, 30),
    two.call(module, 'write', place, 101, 130),
  ]);
  assert(seen > 3, `only ${seen} of 60 files were ever seen`);
  assert([30, 130].includes(await reader.call(module, 'read', place)));
  assertEqual(await reader.call(module, 'list', place), ['a']);
  for (const tab of tabs) assertEqual(tab.uncaught(), []);
  await Promise.all(tabs.map((tab) => tab.close()));
}
