import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture, onNode, pnpm, tool } from './command.mjs';
import { cache } from './paths.mjs';

/**
 * @typedef {import('./command.mjs').Command} Command
 * @typedef {import('./steps.mjs').Step} Step
 */

/** What needs no build and no tests run: seconds. @type {readonly Step[]} */
export const staticSteps = [
  { name: 'types', run: () => capture(tool('typescript', 'tsc', '-p', '.')) },
  { name: 'promises and randomness', run: () => capture(tool('eslint', 'eslint', '.', '--max-warnings=0')) },
  { name: 'style', run: () => capture(tool('@biomejs/biome', 'biome', 'check', '--error-on-warnings')) },
  { name: 'unused code', run: () => capture(tool('knip', 'knip', '--no-progress')) },
];

/** @type {Step} */
export const build = {
  name: 'build',
  run: () => capture(pnpm('exec', 'turbo', 'run', 'build', '--continue', '--output-logs=new-only')),
};

/** The reference pages; a link that leads nowhere fails it. @type {Step} */
export const docs = { name: 'reference pages', run: () => capture(tool('typedoc', 'typedoc')) };

/** What stands beside the code. @type {Step} */
export const tests = { name: 'tests', run: () => vitest('unit') };

/** What holds for the repository as a whole. @type {Step} */
export const checks = { name: 'checks of the repository', run: () => vitest('checks') };

/**
 * The tests again on another Node, which npm has as a package.
 * @param {string} version
 * @returns {Step}
 */
export function testsOnNode(version) {
  return { name: `tests on Node ${version}`, run: () => vitest('unit', onNode(version)) };
}

/**
 * Runs one project of vitest.config.ts and counts its tests.
 * @param {string} project
 * @param {(command: Command) => Command} [as] how to run it
 */
async function vitest(project, as = (command) => command) {
  const report = join(cache, `vitest-${project}.json`);
  const json = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  rmSync(report, { force: true });
  const result = await capture(as(tool('vitest', 'vitest', 'run', `--project=${project}`, '--allowOnly=false', ...json)));
  return { ...result, ...countTests(report) };
}

/**
 * A file that could not even be loaded counts as one failed test.
 * @param {string} report
 */
function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter((/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
