import type { TrainingReport } from '@genmodels/core';
import { configText } from '../../report/config-text.ts';
import { lossPlot } from '../../report/loss-plot.ts';
import type { Markup } from '../../report/markup.ts';
import { decimal, duration, whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { startingLines } from '../backend.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { pixelcnnFigures } from './figures.ts';
import { classNameOf, titleOf } from './models.ts';
import { completed, sampleCount } from './pictures.ts';
import type { PixelcnnRun } from './run.ts';

/** What the report of a run says. */
export function pixelcnnReport(run: PixelcnnRun): Report {
  const { options, data, config, pictures } = run;
  const ink = data.spec.shape[2] === 1;
  return {
    title: `${titleOf(options.model)} learns to draw ${data.name}`,
    lede: lede(run),
    figures: pixelcnnFigures(run),
    samples: { name: 'Samples.', caption: `${sampleCount} images, drawn pixel by pixel.`, png: pictures.samples, ink },
    loss: { plot: pixelcnnLossPlot(run), caption: lossCaption(run) },
    pictures: [{ name: 'Completions.', caption: completionCaption(), png: pictures.completions, ink }],
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** Training and validation loss by epoch. */
export function pixelcnnLossPlot({ training, data }: Pick<PixelcnnRun, 'training' | 'data'>): Markup {
  const points = (reports: readonly TrainingReport[]) =>
    reports.map(({ epoch, values }) => ({ x: epoch!, y: values['likelihood']! }));
  return lossPlot(
    [
      { name: 'training', points: points(training.history) },
      { name: 'validation', points: points(training.validation), dots: true },
    ],
    { x: 'epoch', y: `−log p(x), nats an image, ${data.values} (lower is better)` },
  );
}

function lede({ options, data, weights, training }: PixelcnnRun): string {
  const end = training.stopped === 'aborted' ? ' It was stopped before its end.' : '';
  return (
    `${titleOf(options.model)} with ${whole(weights)} weights saw ${whole(data.train.length)} ${data.examples} ` +
    `${decimal(training.seen / data.train.length, 1)} times in ${duration(training.seconds)}. It says each pixel from those before it.${end}`
  );
}

function lossCaption({ data }: PixelcnnRun): string {
  return `Training: mean of the steps since the point before. Validation: ${whole(data.validation.length)} ${data.examples} that training never sees.`;
}

function completionCaption(): string {
  return `Each row: a test image, its upper half, and ${completed.times} draws of the lower half given the upper one.`;
}

function facts(run: PixelcnnRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  const parts = `${whole(data.train.length)} to train, ${whole(data.validation.length)} to validate, ${whole(data.test.length)} to test`;
  const stopped = training.stopped === 'aborted' ? `; stopped after ${whole(training.steps)} steps` : '';
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${parts}`],
    [
      'Training',
      `Adam, ${options.epochs} epochs of batches of ${options.batch}, learning rate ${options['learning-rate']} falling to 0 along a cosine${stopped}`,
    ],
    ['Figures', 'on test images; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}

function usage({ options, data }: PixelcnnRun): string {
  const { imports, start } = startingLines(options.backend);
  const name = classNameOf(options.model);
  return `${imports}
import { load } from '@genmodels/core';
import { ${name} } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';

${start}
const model = await load('${options.out}/model.safetensors', [${name}]);
const images = await model.sample({ count: 16, seed: 7 }); // a tensor of [${[16, ...data.spec.shape].join(', ')}]
const bytes = await model.compress(images); //                and model.decompress(bytes) gives them back`;
}
