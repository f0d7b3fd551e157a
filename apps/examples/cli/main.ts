import { GenmodelsError } from '@genmodels/core';
import { parseCommand } from './arguments.ts';
import { showData } from './data/show-data.ts';
import { evaluateModel } from './evaluate/evaluate.ts';
import { createTerminal } from './terminal.ts';
import { trainClassifier } from './train-classifier/train-classifier.ts';
import { trainPixelcnn } from './train-pixelcnn/train-pixelcnn.ts';
import { trainVae } from './train-vae/train-vae.ts';

/** What a shell expects of a command that Ctrl-C ended: 128 and the number of SIGINT. */
const interrupted = 130;

/** Runs one command and gives the exit code. */
async function run(words: readonly string[], signal: AbortSignal): Promise<number> {
  const command = parseCommand(words);
  if (command.name === 'help') {
    process.stdout.write(`${command.text}\n`);
    return 0;
  }
  const surroundings = { terminal: createTerminal(process.stdout), signal };
  if (command.name === 'data') await showData(command.data, command.options, surroundings);
  else if (command.name === 'evaluate') await evaluateModel(typed(words), command.model, command.options, surroundings);
  else if (command.name === 'train pixelcnn') await trainPixelcnn(typed(words), command.options, surroundings);
  else if (command.name === 'train classifier') await trainClassifier(typed(words), command.options, surroundings);
  else await trainVae(typed(words), command.options, surroundings);
  return signal.aborted ? interrupted : 0;
}

/** The command as a report shows it. */
function typed(words: readonly string[]): string {
  return `npm run genmodels -- ${words.join(' ')}`;
}

/** The first Ctrl-C asks for a clean end, the second ends at once. */
function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(interrupted);
    controller.abort();
  });
  return controller.signal;
}

try {
  process.exitCode = await run(process.argv.slice(2), abortOnInterrupt());
} catch (error) {
  // What was thrown on purpose says all in its message; anything else is a bug, and its stack says where.
  process.stderr.write(`${error instanceof GenmodelsError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
