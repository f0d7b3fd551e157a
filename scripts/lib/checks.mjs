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

/** tfjs-core's own op tests, on our backend. @type {Step} */
export const upstream = { name: "TensorFlow.js's op tests", run: () => sumOf(program('packages/backend-simd/upstream/run.ts')) };

/** What only headless Chromium can show, which must be there: our backend, storage, pictures. @type {readonly Step[]} */
export const browser = [
  { name: 'the backend in a browser', run: () => sumOf(program('packages/backend-simd/browser/run.ts')) },
  { name: 'storage in a browser', run: () => sumOf(program('checks/browser/run.ts')) },
];

/** Trains and saves in a process that is killed at 50 random moments, and looks at what is left each time. @type {Step} */
export const kills = { name: 'runs that are killed', run: () => sumOf(program('packages/core/soak/kill-run.ts')) };

/**
 * Reads damaged files of every format. The first 100,000 of each take minutes.
 * @param {number} count of each format
 * @returns {readonly Step[]}
 */
export function damagedFiles(count) {
  const run = (/** @type {string} */ file) => () => sumOf(program(file, String(count)));
  return [
    { name: 'damaged models', run: run('packages/core/soak/fuzz-run.ts') },
    { name: 'damaged data', run: run('packages/datasets/soak/fuzz-run.ts') },
  ];
}

/**
 * A program of ours, run on the sources.
 * @param {string} file
 * @param {string[]} args
 * @returns {Command}
 */
function program(file, ...args) {
  return [process.execPath, '--conditions=@genmodels/source', '--import=tsx', file, ...args];
}

/**
 * Runs what ends with a line like `12 passed, 0 failed`. Without that line it has failed.
 * @param {Command} command
 */
async function sumOf(command) {
  const result = await capture(command);
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(result.output) ?? [undefined, 0, 1];
  return { ...result, passed: Number(passed), failed: Number(failed), code: Number(failed) > 0 ? 1 : result.code };
}

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
