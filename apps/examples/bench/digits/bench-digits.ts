import { adam, cosine, fit } from '@genmodels/core';
import { type Dataset, digits, mnist } from '@genmodels/datasets';
import { Classifier } from '@genmodels/metrics';
import { accuracyOf, confusionOf, confusionTable } from '../../classifier/confusion.ts';
import { predictAll } from '../../classifier/predict-all.ts';
import { startBackend } from '../../cli/backend.ts';
import { toText } from '../backend/text-table.ts';
import { type DigitsBenchOptions, readDigitsBenchOptions, usage } from './options.ts';

/**
 * `pnpm bench digits`: how much of MNIST a classifier recognises that has seen nothing but `digits()`, which says how near they
 * are to real handwriting.
 */
export async function benchDigits(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(usage);
  const options = readDigitsBenchOptions(args);
  const real = await mnist({ split: options.split });
  await startBackend('simd');

  const drawn = drawDigits(options.count, 2 * options.seed + 1);
  const held = digits({ count: 2000, seed: 2 * options.seed + 2 });
  const classifier = await train(drawn.data, options);
  const [onHeld, onReal] = [await confusionOn(classifier, held), await confusionOn(classifier, real)];
  classifier.dispose();

  const title = `MNIST, ${options.split}, as a classifier sees it that has learned from digits() alone`;
  console.log(toText(confusionTable(title, onReal)));
  console.log(`\ndrawing a digit: ${drawn.milliseconds.toFixed(2)} ms`);
  console.log(
    `recognised: ${percent(accuracyOf(onHeld))} of ${held.length} other digits(), ${percent(accuracyOf(onReal))} of ${real.length} of MNIST`,
  );
}

function drawDigits(count: number, seed: number): { data: Dataset; milliseconds: number } {
  const start = performance.now();
  return { data: digits({ count, seed }), milliseconds: (performance.now() - start) / count };
}

async function train(data: Dataset, { epochs, seed }: DigitsBenchOptions): Promise<Classifier> {
  const classifier = new Classifier({ spec: data.spec, seed });
  const start = performance.now();
  await fit(classifier, data.batches({ size: 100, seed }), {
    epochs,
    seed,
    optimizer: adam({ learningRate: 2e-3 }),
    schedule: cosine(),
    reportEvery: 100,
    callbacks: {
      onReport: ({ step, steps, values }) => {
        const { crossEntropy, 'crossEntropy/accuracy': accuracy } = values as Record<string, number>;
        console.log(`step ${step} of ${steps}: ${crossEntropy!.toFixed(3)} nats, ${percent(accuracy!)} recognised`);
      },
    },
  });
  console.log(`trained in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return classifier;
}

async function confusionOn(classifier: Classifier, data: Dataset) {
  return confusionOf(data.labels!, (await predictAll(classifier, data)).classes, classifier.config.classes);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
