import { GenmodelsError } from '@genmodels/core';
import { type Command, parseCommand } from './arguments.ts';
import { colorize } from './colorization/colorization.ts';
import { showData } from './data/show-data.ts';
import { demo } from './demo/demo.ts';
import { evaluateModel } from './evaluate/evaluate.ts';
import { faceArithmetic } from './face-arithmetic/face-arithmetic.ts';
import { probeFeatures } from './probe-features/probe-features.ts';
import { superResolution } from './super-resolution/super-resolution.ts';
import type { Surroundings } from './surroundings.ts';
import { createTerminal } from './terminal.ts';
import { trainAdversarial } from './train-adversarial/train-adversarial.ts';
import { trainClassifier } from './train-classifier/train-classifier.ts';
import { trainGan } from './train-gan/train-gan.ts';
import { trainPixelVae } from './train-pixel-vae/train-pixel-vae.ts';
import { trainPixelcnn } from './train-pixelcnn/train-pixelcnn.ts';
import { trainVae } from './train-vae/train-vae.ts';
import { trainVqVae } from './train-vq-vae/train-vq-vae.ts';

/** What a shell expects of a command that Ctrl-C ended: 128 and the number of SIGINT. */
const interrupted = 130;

/** Runs one command and gives the exit code. */
async function run(words: readonly string[], signal: AbortSignal): Promise<number> {
  const command = parseCommand(words);
  if (command.name === 'help') {
    process.stdout.write(`${command.text}\n`);
    return 0;
  }
  await obey(command, typed(words), { terminal: createTerminal(process.stdout), signal });
  return signal.aborted ? interrupted : 0;
}

async function obey(command: Exclude<Command, { name: 'help' }>, line: string, surroundings: Surroundings): Promise<unknown> {
  switch (command.name) {
    case 'train vae':
      return trainVae(line, command.options, surroundings);
    case 'train vq-vae':
      return trainVqVae(line, command.options, surroundings);
    case 'train pixelcnn':
      return trainPixelcnn(line, command.options, surroundings);
    case 'train pixel-vae':
      return trainPixelVae(line, command.options, surroundings);
    case 'train gan':
      return trainGan(line, command.options, surroundings);
    case 'train adversarial':
      return trainAdversarial(line, command.options, surroundings);
    case 'train classifier':
      return trainClassifier(line, command.options, surroundings);
    case 'super-resolution':
      return superResolution(line, command.options, surroundings);
    case 'colorization':
      return colorize(line, command.options, surroundings);
    case 'face-arithmetic':
      return faceArithmetic(line, command.options, surroundings);
    case 'probe-features':
      return probeFeatures(line, command.options, surroundings);
    case 'evaluate':
      return evaluateModel(line, command.model, command.options, surroundings);
    case 'data':
      return showData(command.data, command.options, surroundings);
    case 'demo':
      return demo(line, command.options, surroundings);
  }
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
