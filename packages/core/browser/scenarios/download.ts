import { deepStrictEqual as assertEqual } from 'node:assert';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Scenario, Stage } from '../../../../checks/browser/scenario.ts';
import { openTab } from '../../../../checks/browser/tab.ts';

export const scenarios: readonly Scenario[] = [
  { name: "a model lands among the user's downloads, under its name", run: download },
];

async function download({ browser, site }: Stage): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'genmodels-downloads-'));
  await browser.devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const tab = await openTab(browser, site.address);
  const bytes = await tab.call<number[]>('/packages/core/browser/actions/download.js', 'download', 'my toy.safetensors');
  const path = join(folder, 'my toy.safetensors');
  for (let wait = 0; !existsSync(path) && wait < 10_000; wait += 10) await setTimeout(10);
  assertEqual(await readdir(folder), ['my toy.safetensors']);
  assertEqual([...(await readFile(path))], bytes);
  await tab.close();
  await rm(folder, { recursive: true });
}
