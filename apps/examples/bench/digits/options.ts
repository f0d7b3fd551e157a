import { parseArgs } from 'node:util';

/** What `pnpm bench digits` shall do. */
export interface DigitsBenchOptions {
  /** Drawn digits to train on. */
  readonly count: number;
  readonly epochs: number;
  /** Of the digits, the weights and the order of training. */
  readonly seed: number;
  /** The part of MNIST to recognise: 'train' while digits() is worked on, so that 'test' stays unseen. */
  readonly split: 'train' | 'test';
}

export const usage = `GENMODELS_DATA_DIR=... pnpm bench digits [options]
  --count 40000          drawn digits to train on
  --epochs 2             passes over them
  --seed 0               of the digits, the weights and the order of training
  --split test           the part of MNIST to recognise; take train while you work on digits()`;

export function readDigitsBenchOptions(args: readonly string[]): DigitsBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '40000' },
      epochs: { type: 'string', default: '2' },
      seed: { type: 'string', default: '0' },
      split: { type: 'string', default: 'test' },
    },
  });
  const { split } = values;
  if (split !== 'train' && split !== 'test') throw new Error(`--split must be train or test, got ${split}\n\n${usage}`);
  return { count: Number(values.count), epochs: Number(values.epochs), seed: Number(values.seed), split };
}
