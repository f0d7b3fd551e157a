import { handOver } from './command.mjs';
import { install, isInstalled } from './install.mjs';
import { Steps } from './steps.mjs';

/**
 * Installs, then hands this terminal to the commands of apps/examples/cli, run on the sources.
 * @param {readonly string[]} args
 */
export async function runExamples(args) {
  if (!isInstalled() && !(await new Steps().run(install))) process.exit(1);
  handOver([process.execPath, '--conditions=@genmodels/source', '--import=tsx', 'apps/examples/cli/main.ts', ...args]);
}
