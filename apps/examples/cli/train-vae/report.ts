import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import type { Markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import { rowWords } from '../training/class-rows.ts';
import { lengthOf } from '../training/course.ts';
import { sampleCount } from '../training/sample-count.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { averageWords, courseWords, endWords, lossCaption, seenWords, stopWords } from '../training/training-words.ts';
import { networkFor } from './build-vae.ts';
import { oneOf, vaeFigures } from './figures.ts';
import { gridSide, strips } from './latent-pictures.ts';
import { latentSections } from './latent-sections.ts';
import { isOwn, manifoldLength, manifoldSide } from './manifold.ts';
import type { VaeRun } from './run.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function vaeReport(run: VaeRun): Report {
  const { data, config, training, pictures } = run;
  return {
    title: `A variational autoencoder learns to draw ${data.name}`,
    lede: lede(run),
    figures: vaeFigures(run),
    samples: { name: 'Samples.', caption: sampleCaption(run), png: pictures.samples, ink: isInk(data.spec) },
    loss: { plot: lossOf(run), caption: lossCaption(training, data) },
    pictures: morePictures(run),
    sections: latentSections(run),
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** Training and validation loss by epoch. */
function lossOf({ options, data, training }: VaeRun): Markup {
  const { beta, 'importance-samples': draws } = options;
  const bound = draws > 1 ? `−log p(x), bound of ${draws} draws of z` : 'Negative ELBO';
  const weighed = draws > 1 ? `${bound}, beta ${beta}` : `Reconstruction + ${beta} KL`;
  return trainingPlot(training, { loss: 'elbo', label: `${beta === 1 ? bound : weighed}, nats ${oneOf(data)}` });
}

function lede({ options, data, weights, training }: VaeRun): string {
  const network = networkFor(data.spec, options) === 'conv' ? 'A convolutional network' : 'A network of dense layers';
  const told = data.classNames ? ', told the class,' : '';
  const built = `${network} with ${whole(weights)} weights and a z of ${options.latent} numbers${told}`;
  return `${built} ${seenWords(training, data)}.${endWords(training)}`;
}

function sampleCaption({ data: { examples, classNames } }: VaeRun): string {
  const rows = examples === 'images' ? rowWords(classNames) : '';
  const value = examples === 'images' ? 'pixel' : 'value';
  const decoded = examples === 'points' ? 'each point is a draw from p(x given z)' : `each ${value} is the mean of p(x given z)`;
  return `${whole(sampleCount(examples, classNames?.length))} draws of z from N(0, I), decoded: ${decoded}${rows}.`;
}

function morePictures(run: VaeRun): Picture[] {
  const { data, pictures } = run;
  const shown: [name: string, caption: string, png: Uint8Array | undefined][] = [
    ['Reconstructions.', reconstructionCaption(run), pictures.reconstructions],
    ['Interpolations.', interpolationCaption(run), pictures.interpolations],
    ['Between four.', cornerCaption(run), pictures.corners],
    ['Manifold.', manifoldCaption(run), pictures.manifold],
  ];
  return shown.flatMap(([name, caption, png]) => (png ? [{ name, caption, png, ink: isInk(data.spec) }] : []));
}

function reconstructionCaption({ data }: VaeRun): string {
  if (data.examples === 'points')
    return 'Test points, each moved to where the model decodes the mean of its z; colours are classes.';
  if (data.examples === 'series')
    return 'Test series in the first colour; the others are what the model makes of the mean of their z.';
  return 'Pairs: above a test image as the model sees it, below the image that it makes of the mean of its z.';
}

function interpolationCaption({ data }: VaeRun): string {
  const images = data.classNames ? 'two test images of one class' : 'two test images';
  return `At the ends of each row ${images}; between them their reconstructions and ${strips.images - 2} steps on the straight line from one mean of z to the other.`;
}

function cornerCaption({ data }: VaeRun): string {
  const images = data.classNames ? 'four test images of one class' : 'four test images';
  return `The corners are the reconstructions of ${images}; the others of the ${gridSide} × ${gridSide} lie evenly between the means of their z.`;
}

function manifoldCaption({ options }: VaeRun): string {
  const whose = isOwn(options) ? '' : ` It is a second, smaller VAE's, trained for ${lengthOf(manifoldLength(options))}.`;
  return (
    `All that a z of two numbers can say, decoded at ${manifoldSide} × ${manifoldSide} points: each side runs through the ` +
    `quantiles of N(0, 1), as in figure 4 of Kingma and Welling (2014).${whose}`
  );
}

function facts(run: VaeRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  const { 'importance-samples': draws } = options;
  const drawn = data.values.startsWith('dynamic') ? '; training images are drawn anew in every batch, the others once' : '';
  const bound = draws > 1 ? `, the bound of ${draws} draws of z an example` : '';
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}${drawn}`],
    ['Training', `Adam, ${courseWords(options, options.schedule)}${bound}${averageWords(options)}${stopWords(training)}`],
    ['Figures', 'on test examples; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}
