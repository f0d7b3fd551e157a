// Runs what only a browser can show, in Chromium: every packages/*/browser/cases/*.ts in a page, and every packages/*/browser/scenarios/*.ts
// with the browser in its hands. node --conditions=@genmodels/source --import=tsx checks/browser/run.ts; with words behind it, only the files
// that have one of them in their path; with --trials=N, that many sudden deaths instead of 10. The last line is the sum, and the exit code
// is 1 where a case fails.
import { repositoryFiles } from '../lib/source-files.ts';
import { bundleModules, servedPath } from './bundle-modules.ts';
import { openChromium } from './chromium.ts';
import type { Scenario } from './scenario.ts';
import { openSite, type Site } from './site.ts';
import { openTab, type Tab } from './tab.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const trials = Number(/--trials=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 10);
const chosen = (pattern: string) =>
  repositoryFiles(pattern).filter((file) => words.length === 0 || words.some((word) => file.includes(word)));

const caseFiles = chosen('packages/*/browser/cases/*.ts');
const scenarioFiles = chosen('packages/*/browser/scenarios/*.ts');
if (caseFiles.length + scenarioFiles.length === 0) throw new Error(`no file of cases has one of ${words} in its path`);
const pages = repositoryFiles('packages/*/browser/cases/*.ts', 'packages/*/browser/actions/*.ts', 'checks/browser/in-*.ts');
const modules = await bundleModules(pages);
const browser = await openChromium('about:blank');

let [passed, failed] = [0, 0];

async function tell(name: string, run: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const error = await run().then(
    () => undefined,
    (error: Error) => error,
  );
  if (error) failed++;
  else passed++;
  console.log(`${error ? '✗' : '✓'} ${name} (${Math.round(performance.now() - start)} ms)${error ? `\n${error.message}` : ''}`);
}

async function onSite(work: (site: Site) => Promise<void>): Promise<void> {
  const site = await openSite(modules);
  try {
    await work(site);
  } finally {
    site.close();
  }
}

/** One case where it runs: what it throws counts, and what nobody catches. */
async function runCase(tab: Tab, how: 'run' | 'runInWorker', path: string, number: number): Promise<void> {
  await tab.call('/checks/browser/in-page.js', how, path, number);
  const uncaught = tab.uncaught();
  if (uncaught.length > 0) throw new Error(uncaught.join('\n'));
}

async function runCases(site: Site, file: string): Promise<void> {
  const [tab, path] = [await openTab(browser, site.address), servedPath(file)];
  const { names, alsoInWorker } = await tab.call<{ names: string[]; alsoInWorker: boolean }>(
    '/checks/browser/in-page.js',
    'describe',
    path,
  );
  for (const [number, name] of names.entries()) {
    await tell(`${topicOf(file)}: ${name}`, () => runCase(tab, 'run', path, number));
    if (alsoInWorker) await tell(`${topicOf(file)}, in a worker: ${name}`, () => runCase(tab, 'runInWorker', path, number));
  }
  await tab.close();
}

/** 'packages/core/browser/cases/indexed-db.ts' -> 'core, indexed-db' */
function topicOf(file: string): string {
  const [, folder, , , name] = file.split('/');
  return `${folder}, ${name!.replace('.ts', '')}`;
}

try {
  for (const file of caseFiles) {
    await onSite((site) => runCases(site, file)).catch((error: Error) => tell(topicOf(file), () => Promise.reject(error)));
  }
  for (const file of scenarioFiles) {
    const { scenarios }: { scenarios: readonly Scenario[] } = await import(`../../${file}`);
    for (const { name, run } of scenarios) {
      await tell(`${topicOf(file)}: ${name}`, () => onSite((site) => run({ browser, site, trials })));
    }
  }
} finally {
  await browser.close();
}
console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
