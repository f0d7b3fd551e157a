import type { TrainingReport } from '@genmodels/core';
import { capital } from '../../report/capital.ts';
import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import { lossPlot } from '../../report/loss-plot.ts';
import type { Markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import { startingLines } from '../backend.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { timeWords } from '../training/training-words.ts';
import { shown } from './draws.ts';
import { sides, superResolutionFigures } from './figures.ts';
import type { SuperResolutionRun } from './run.ts';

/** What the report of a run says. */
export function superResolutionReport(run: SuperResolutionRun): Report {
  const { data, config, pictures, smallShape } = run;
  const ink = isInk(data.spec);
  return {
    title: `${capital(data.name)} from ${sides(smallShape)} pixels`,
    lede: lede(run),
    figures: superResolutionFigures(run),
    samples: { name: 'Given the small image.', caption: captionOf(run), png: pictures.resolved, ink },
    loss: { plot: lossOf(run), caption: lossCaption(run) },
    pictures: [{ name: 'One pixel after another.', caption: plainCaption(), png: pictures.plain, ink }],
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** Validation loss of both models by step. */
function lossOf({ trainings, data }: SuperResolutionRun): Markup {
  const points = (reports: readonly TrainingReport[]) =>
    reports.map(({ step, values }) => ({ x: step, y: values['likelihood']! }));
  return lossPlot(
    [
      { name: 'PixelCnn', points: points(trainings.plain.validation) },
      { name: 'MultiScale', points: points(trainings.multiScale.validation) },
    ],
    { x: 'steps', y: `−log p(x), nats an image, ${data.values} (lower is better)` },
  );
}

function lede({ options, smallShape, weights, trainings }: SuperResolutionRun): string {
  const { multiScale } = trainings;
  return (
    `A model of two scales with ${whole(weights.multiScale)} weights saw ${whole(multiScale.seen)} images in ` +
    `${timeWords(multiScale)}. Of an image it knows every ${ordinal(options.scale)} pixel of every ` +
    `${ordinal(options.scale)} row (${sides(smallShape)}), and draws those between. ` +
    'Beside it, a PixelCNN of the same size, which is given nothing, had the same steps.'
  );
}

function captionOf({ data, smallShape, kept }: SuperResolutionRun): string {
  const [small, large] = [sides(smallShape), sides(data.spec.shape)];
  return (
    `Each row: ${small} pixels of a test image, ${shown.times} draws of the ${large} given those, the test image itself. ` +
    `Subsampling gives back the small image for all ${kept} draws.`
  );
}

function plainCaption(): string {
  return (
    'The same small images, filled in by the PixelCNN that is given nothing. It keeps their pixels too, but learns of each only ' +
    'once it is past it: what lies below or to the right cannot tell it what to draw.'
  );
}

function lossCaption({ data }: SuperResolutionRun): string {
  return (
    `${whole(data.validation.length)} images that training never sees. MultiScale: of the small image and of the large one given ` +
    'it, together; what it is for is the second part alone.'
  );
}

function facts(run: SuperResolutionRun): [name: string, value: string][] {
  const { command, options, data, weights, trainings } = run;
  const { multiScale, plain } = trainings;
  const seconds = multiScale.seconds + plain.seconds;
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    [
      'Training',
      `Adam, ${whole(options.steps)} steps of ${options.batch} images for each model, the same ones in the same order, learning rate ` +
        `${options['learning-rate']} falling to 0 along a cosine`,
    ],
    ['MultiScale', `${whole(weights.multiScale)} weights, trained in ${timeWords(multiScale)}`],
    ['PixelCnn', `${whole(weights.plain)} weights, trained in ${timeWords(plain)}`],
    ['Figures', 'on test images; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts({ seconds: run.seconds, training: { seconds } }),
  ];
}

function usage({ options, data, smallShape }: SuperResolutionRun): string {
  const { imports, start } = startingLines(options.backend);
  const shape = (image: readonly number[]) => `[${[4, ...image].join(', ')}]`;
  return `${imports}
import { load } from '@genmodels/core';
import { MultiScale } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';

${start}
const model = await load('${options.out}/model.safetensors', [MultiScale]);
const images = await model.sample({ count: 4, seed: 7 }); //          ${shape(data.spec.shape)}, from nothing
const small = model.subsample(images); //                             ${shape(smallShape)}, of any images
const large = await model.superResolve(small, { seed: 8 }); //        other images with the same small ones
const likely = await model.superResolve(small, { seed: 8, temperature: 0.5 });
const nats = tf.neg(model.logProbGivenSmall(large)); //               -log p(large | small), exact`;
}

function ordinal(number: number): string {
  return { 2: 'second', 3: 'third' }[number] ?? `${number}th`;
}
