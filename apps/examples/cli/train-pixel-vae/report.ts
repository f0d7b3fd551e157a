import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import type { Markup } from '../../report/markup.ts';
import { decimal, duration, whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import { sampleCount } from '../training/sample-count.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { courseWords, endWords, lossCaption, seenWords, stopWords } from '../training/training-words.ts';
import { farSighted, reachOf } from './build-pixel-vae.ts';
import { pixelVaeFigures, shareWords } from './figures.ts';
import { redrawn } from './pictures.ts';
import type { PixelVaeRun } from './run.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function pixelVaeReport(run: PixelVaeRun): Report {
  const { data, config, training, pictures } = run;
  return {
    title: `A PixelVAE learns to draw ${data.name}`,
    lede: lede(run),
    figures: pixelVaeFigures(run),
    samples: { name: 'Samples.', caption: sampleCaption(), png: pictures.samples, ink: isInk(data.spec) },
    loss: { plot: lossOf(run), caption: lossCaption(training, data) },
    pictures: morePictures(run),
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** Training and validation loss by epoch. */
function lossOf({ options: { beta }, data, training }: PixelVaeRun): Markup {
  const bound = beta === 1 ? 'Negative ELBO' : `Reconstruction + ${beta} KL`;
  return trainingPlot(training, { loss: 'elbo', label: `${bound}, nats an image, ${data.values}` });
}

function lede({ options, data, weights, training }: PixelVaeRun): string {
  return (
    `A VAE with ${whole(weights)} weights and a z of ${options.latent} numbers ${seenWords(training, data)}. It draws an image pixel by pixel, ` +
    `each by what z says of the place and by the pixels before it, up to ${reachOf(options)} away.${endWords(training)}`
  );
}

function sampleCaption(): string {
  return `${sampleCount('images')} draws of z from N(0, I), and of the pixels given each.`;
}

function morePictures(run: PixelVaeRun): Picture[] {
  const { data, pictures } = run;
  const all = [
    ['Given z.', redrawnCaption(run), pictures.reconstructions],
    ['Given z, if the pixels see far.', farSightedCaption(run), pictures['far-sighted']],
    [
      'A plain VAE.',
      'Its samples: each pixel is the mean of p(x given z), as its pixels are independent.',
      pictures['plain-vae'],
    ],
  ] as const;
  return all.flatMap(([name, caption, png]) => (png ? [{ name, caption, png, ink: isInk(data.spec) }] : []));
}

function redrawnCaption({ evaluation }: PixelVaeRun): string {
  return (
    `Each row: a test image, and ${redrawn.times} draws given the mean of its z. What stays the same is what z says: ` +
    `${shareWords(evaluation)} nats. What changes is left to the pixels.`
  );
}

function farSightedCaption({ options, farSighted: far }: PixelVaeRun): string {
  if (far === undefined) return '';
  return `The same by masked layers that see ${reachOf(farSighted(options))} pixels away. There z says ${shareWords(far)} nats.`;
}

function facts(run: PixelVaeRun): [name: string, value: string][] {
  const { command, options, data, training, farSighted: far, plainVae } = run;
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    ['Training', `Adam, ${courseWords(options)}${stopWords(training)}`],
    ...(far
      ? [['Far-sighted', `${whole(far.weights)} weights, trained in ${duration(far.training.seconds)}`] as [string, string]]
      : []),
    ...(plainVae ? [['Plain VAE', plainWords(plainVae, data)] as [string, string]] : []),
    ['Figures', 'on test images; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}

function plainWords({ weights, training }: NonNullable<PixelVaeRun['plainVae']>, { train }: PixelVaeRun['data']): string {
  const epochs = decimal(training.seen / train.length, 1);
  return `${whole(weights)} weights, the defaults of \`train vae\`, ${epochs} epochs in ${duration(training.seconds)}`;
}
