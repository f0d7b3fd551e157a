import { type DataName, dataNames } from '../data/data-sets.ts';
import { choice, folder, type Option, realNumber, toggle, wholeNumber } from '../option.ts';

/** What is learned, and how much of it: options of every command that trains. `purpose` begins a line of the help. */
export function dataOptions(fallback: DataName, purpose = 'what to learn', size = 10_000) {
  return {
    data: choice(dataNames, fallback, `${purpose}; \`data NAME\` shows a data set, \`help\` lists them`),
    size: wholeNumber(size, 'examples to train on; 1,000 more validate and 1,000 test (drawn sets only)', {
      min: 1,
      max: 1_000_000,
    }),
    folder: folder('', 'where the pictures are, PNG and JPEG; those of a class in a folder of its own (--data folder only)'),
    side: wholeNumber(32, 'pixels along each side that they get (--data folder only)', { min: 4, max: 256 }),
  };
}

export function binarizeOption(): Option<'auto' | 'static' | 'dynamic' | 'none'> {
  return choice(
    ['auto', 'static', 'dynamic', 'none'],
    'auto',
    'pixels to 0 or 1: once, anew in every batch, or not at all; auto: dynamic for grey pictures',
  );
}

/** `told` are those who are. */
export function conditionalOption(told: string): Option<boolean> {
  return toggle(false, `tell ${told} the class of each example, so that any class can be asked for`);
}

export function stepsOption(): Option<number> {
  return wholeNumber(0, 'ends after so many steps, whatever the epochs say; 0: after the epochs', { min: 0 });
}

export function emaOption(fallback: number): Option<number> {
  return realNumber(fallback, 'decay of averaged weights, which then are the model: 0.9995, say; 0: none', { min: 0, max: 1 });
}

/** `optimizer` is its name. */
export function learningRateOption(fallback: number, optimizer = 'Adam'): Option<number> {
  return realNumber(fallback, `step size of ${optimizer} at the start; it falls to 0 along a cosine`, { min: 0 });
}

/** What every run is told. `purpose` says what goes into the folder `out`. */
export function runOptions(out: string, purpose: string) {
  return {
    seed: wholeNumber(0, 'one number from which all randomness comes', { min: 0 }),
    backend: choice(['simd', 'wasm', 'cpu'], 'simd', 'the TensorFlow.js backend'),
    out: folder(out, purpose),
  };
}

/** Of a training that is long enough to be stopped, and goes on. */
export function resumeOptions() {
  return {
    checkpoints: toggle(true, 'store the state of training after every epoch, or eighth of a run of fewer'),
    resume: toggle(false, 'go on with the run in --out that was stopped'),
  };
}
