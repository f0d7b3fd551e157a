import { configText } from '../../report/config-text.ts';
import type { Markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import { startingLines } from '../backend.ts';
import { lengthOf } from '../training/course.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { courseWords, endWords, seenWords, stopWords } from '../training/training-words.ts';
import { networkFor } from './build-vae.ts';
import { oneOf, vaeFigures } from './figures.ts';
import { manifoldEpochs, manifoldSide } from './manifold.ts';
import { sampleCount } from './pictures.ts';
import type { VaeRun } from './run.ts';

/** What the report of a run says. */
export function vaeReport(run: VaeRun): Report {
  return {
    title: `A variational autoencoder learns to draw ${run.data.name}`,
    lede: lede(run),
    figures: vaeFigures(run),
    samples: {
      name: 'Samples.',
      caption: `${whole(sampleCount(run.data.examples))} draws of z from N(0, I), decoded: ${decoded(run)}.`,
      png: run.pictures.samples,
      ink: isInk(run),
    },
    loss: { plot: lossOf(run), caption: lossCaption(run) },
    pictures: morePictures(run),
    facts: facts(run),
    config: configText(run.config),
    usage: usage(run),
  };
}

/** Training and validation loss by epoch. */
function lossOf({ options, data, training }: VaeRun): Markup {
  const loss = options.beta === 1 ? 'Negative ELBO' : `Reconstruction + ${options.beta} KL`;
  return trainingPlot(training, { loss: 'elbo', label: `${loss}, nats ${oneOf(data)}` });
}

function lede({ options, data, weights, training }: VaeRun): string {
  const network = networkFor(data.spec, options) === 'conv' ? 'A convolutional network' : 'A network of dense layers';
  const built = `${network} with ${whole(weights)} weights and a z of ${options.latent} numbers`;
  return `${built} ${seenWords(training, data)}.${endWords(training)}`;
}

function lossCaption({ data }: VaeRun): string {
  return `Training: mean of the steps since the point before. Validation: ${whole(data.validation.length)} ${data.examples} that training never sees.`;
}

function morePictures(run: VaeRun): Picture[] {
  const { options, pictures } = run;
  const reconstructions = {
    name: 'Reconstructions.',
    caption: reconstructionCaption(run),
    png: pictures.reconstructions,
    ink: isInk(run),
  };
  if (pictures.manifold === undefined) return [reconstructions];
  const whose =
    options.latent === 2 ? '' : ` It is a second, smaller VAE's, trained for ${lengthOf({ epochs: manifoldEpochs(options) })}.`;
  const caption =
    `All that a z of two numbers can say, decoded at ${manifoldSide} × ${manifoldSide} points: each side runs through the ` +
    `quantiles of N(0, 1), as in figure 4 of Kingma and Welling (2014).${whose}`;
  return [reconstructions, { name: 'Manifold.', caption, png: pictures.manifold, ink: isInk(run) }];
}

function reconstructionCaption({ data }: VaeRun): string {
  if (data.examples === 'points')
    return 'Test points, each moved to where the model decodes the mean of its z; colours are classes.';
  if (data.examples === 'series')
    return 'Test series in the first colour; the others are what the model makes of the mean of their z.';
  return 'Pairs: above a test image as the model sees it, below the image that it makes of the mean of its z.';
}

function decoded({ data }: VaeRun): string {
  if (data.examples === 'points') return 'each point is a draw from p(x given z)';
  return `each ${data.examples === 'images' ? 'pixel' : 'value'} is the mean of p(x given z)`;
}

/** Pictures without colours: the page shows them as ink on paper. */
function isInk({ data: { spec } }: VaeRun): boolean {
  return spec.shape.length === 3 && spec.shape[2] === 1;
}

function facts(run: VaeRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  const drawn = data.values.startsWith('dynamic') ? '; training images are drawn anew in every batch, the others once' : '';
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}${drawn}`],
    ['Training', `Adam, ${courseWords(options)}${stopWords(training)}`],
    ['Figures', 'on test examples; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}

function usage({ options, data }: VaeRun): string {
  const { imports, start } = startingLines(options.backend);
  return `${imports}
import { loadVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

${start}
const vae = await loadVae('${options.out}/model.safetensors');
const ${data.examples} = await vae.sample({ count: 64, seed: 7 }); // a tensor of [${[64, ...data.spec.shape].join(', ')}]`;
}
