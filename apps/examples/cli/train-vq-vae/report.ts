import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import { halfSize, lossPlot } from '../../report/loss-plot.ts';
import { whole } from '../../report/numbers.ts';
import type { Plot, Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { classSection } from '../evaluate/class-section.ts';
import { rowWords } from '../training/class-rows.ts';
import { nearestCaption } from '../training/draw-nearest.ts';
import { sampleCount } from '../training/sample-count.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { averageWords, courseWords, endWords, lossCaption, seenWords, stopWords } from '../training/training-words.ts';
import { vqVaeFigures } from './figures.ts';
import type { VqVaeRun } from './run.ts';
import { priorCourse } from './training.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function vqVaeReport(run: VqVaeRun): Report {
  const { data, training, config, prior, pictures } = run;
  return {
    title: `A VQ-VAE learns to draw ${data.name}`,
    lede: lede(run),
    figures: vqVaeFigures(run),
    samples: { name: 'Samples.', caption: sampleCaption(run), png: pictures.samples, ink: isInk(data.spec) },
    loss: {
      plot: trainingPlot(training, { loss: 'vq-vae', label: `Reconstruction + commitment, nats an image, ${data.values}` }),
      caption: `The VQ-VAE. ${lossCaption(training, data)}`,
    },
    plots: [priorPlot(run), codebookPlot(run)],
    pictures: morePictures(run),
    sections: classSections(run),
    facts: facts(run),
    config: `${configText(config)}\n\n${configText(prior.config)}`,
    usage: usage(run),
  };
}

function priorPlot({ data, prior: { training } }: VqVaeRun): Plot {
  const plot = trainingPlot(training, { loss: 'likelihood', label: '−log p(codes), nats an image' }, halfSize);
  return { plot, caption: `The prior. ${lossCaption(training, data)}` };
}

function codebookPlot({ options, training: { history } }: VqVaeRun): Plot {
  const points = history.map(({ epoch, values }) => ({ x: epoch!, y: values['vq-vae/perplexity']! }));
  return {
    plot: lossPlot([{ name: 'a batch', points }], { x: 'epoch', y: 'perplexity of the codes' }, halfSize),
    caption: `As varied as so many of the ${options.entries} entries used alike: where it falls, the codebook collapses.`,
  };
}

function lede({ options, data, grid, weights, training, prior }: VqVaeRun): string {
  const given = data.classNames ? ', given its class' : '';
  return (
    `A VQ-VAE with ${whole(weights)} weights ${seenWords(training, data)} and learned to write an image as ${grid.join(' × ')} codes, ` +
    `each the name of one of ${options.entries} vectors. A Gated PixelCNN with ${whole(prior.weights)} weights ${seenWords(prior.training, data)}: ` +
    `it says how likely the codes of an image are${given}, and draws new ones.${endWords(prior.training)}`
  );
}

function sampleCaption({ options, data: { classNames } }: VqVaeRun): string {
  const spread = options.temperature === 1 ? '' : ` at temperature ${options.temperature}`;
  return `${sampleCount('images', classNames?.length)} images: codes that the prior drew${spread}, decoded${rowWords(classNames)}.`;
}

function morePictures({ data, grid, pictures }: VqVaeRun): Picture[] {
  const ink = isInk(data.spec);
  const caption = `Pairs: above a test image as the model sees it, below what is left of it in ${grid.join(' × ')} codes.`;
  return [
    { name: 'Reconstructions.', caption, png: pictures.reconstructions, ink },
    { name: 'Nearest neighbors.', caption: nearestCaption, png: pictures.neighbors, ink },
  ];
}

function classSections({ options, data, evaluation: { judgements } }: VqVaeRun): NonNullable<Report['sections']> {
  const { recognised }: DataSet = dataSets[options.data];
  return judgements && recognised ? [classSection(judgements, data.train.classNames)] : [];
}

function facts(run: VqVaeRun): [name: string, value: string][] {
  const { command, options, data, training, prior, seconds } = run;
  const own = priorCourse(options);
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    ['VQ-VAE', `Adam, ${courseWords(options)}${stopWords(training)}`],
    ['Prior', `Adam, ${courseWords(own)}${averageWords(own)}${stopWords(prior.training)}`],
    ['Figures', 'on test images; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts({ seconds, training: { seconds: training.seconds + prior.training.seconds } }),
  ];
}
