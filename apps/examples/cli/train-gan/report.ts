import { classTable } from '../../report/class-table.ts';
import { configText } from '../../report/config-text.ts';
import { shortNumber, whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { sampleCount } from '../train-vae/pictures.ts';
import { inRow, rowWords, sampleRowsOf } from '../training/class-rows.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { courseWords, endWords, seenWords, stopWords } from '../training/training-words.ts';
import { ganFigures } from './figures.ts';
import { strips } from './interpolation.ts';
import { learningOf } from './learning.ts';
import { networkFor, networkTitle } from './networks.ts';
import { gamePlots, lossesPlot } from './plots.ts';
import type { GanRun } from './run.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function ganReport(run: GanRun): Report {
  const { data, config, pictures } = run;
  return {
    title: `A GAN learns to draw ${data.name}`,
    lede: lede(run),
    figures: ganFigures(run),
    samples: { name: 'Samples.', caption: sampleCaption(run), png: pictures.samples, ink: isInk(run) },
    loss: lossesPlot(run.training),
    plots: gamePlots(run.training),
    pictures: morePictures(run),
    sections: classSections(run),
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

function lede({ options, data, config, weights, training }: GanRun): string {
  const given = data.classNames ? ' and a class' : '';
  return (
    `${networkTitle(networkFor(data.spec, options))} with ${whole(weights)} weights ${seenWords(training, data)}. ` +
    `One draws from a z of ${config['latent']} numbers${given}, the other learns to tell its work from the data.${endWords(training)}`
  );
}

function sampleCaption({ data: { examples, classNames } }: GanRun): string {
  if (examples === 'points')
    return `${whole(sampleCount(examples))} samples on as many points of the data: each is what the generator makes of a z from N(0, I).`;
  const count = examples === 'images' ? inRow * sampleRowsOf(classNames?.length ?? 0) : sampleCount(examples);
  const rows = examples === 'images' ? rowWords(classNames) : '';
  return `${count} ${examples}, each what the generator makes of a z from N(0, I)${rows}.`;
}

function morePictures(run: GanRun): Picture[] {
  const { classNames } = run.data;
  const { interpolations, neighbors, projected } = run.pictures;
  const shown: [name: string, caption: string, png: Uint8Array | undefined][] = [
    [
      'Interpolations.',
      `Each row: ${strips.images} steps from one z to another along their great circle${classNames ? ', of one class' : ''}.`,
      interpolations,
    ],
    [
      'Nearest neighbors.',
      'Above samples, below the training image that is nearest to each by pixels: a copy would be seen.',
      neighbors,
    ],
    ['Projections.', projectionCaption(run), projected?.png],
  ];
  return shown.flatMap(([name, caption, png]) => (png ? [{ name, caption, png, ink: isInk(run) }] : []));
}

function projectionCaption({ data, pictures: { projected } }: GanRun): string {
  if (projected === undefined) return '';
  const given = data.classNames ? ' and the class' : '';
  return (
    `Above test images, below what the generator makes of the z that comes nearest to each${given}, found by descent: ` +
    `what it cannot draw, it has not learned. Mean squared difference of a value ${shortNumber(projected.difference)}.`
  );
}

function classSections({ options, data, evaluation: { judgements } }: GanRun): NonNullable<Report['sections']> {
  const { recognised }: DataSet = dataSets[options.data];
  if (judgements === undefined || !recognised) return [];
  const { samples, training } = judgements;
  const { classNames } = data.train;
  const table = {
    classes: samples.shares.map((_, label) => classNames?.[label] ?? String(label)),
    rows: [
      { name: 'samples', shares: samples.shares },
      { name: 'training', shares: training.shares },
    ],
  };
  const caption = `What the ${samples.score.extractor!.name} takes them for, in percent: a class that is missing is a mode that the generator has lost.`;
  return [{ name: 'Classes', content: classTable(table), caption }];
}

/** Pictures without colours: the page shows them as ink on paper. */
function isInk({ data: { spec } }: GanRun): boolean {
  return spec.shape.length === 3 && spec.shape[2] === 1;
}

function facts(run: GanRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  const { rate, words, schedule } = learningOf(options, data.examples);
  const course = courseWords({ ...options, 'learning-rate': rate }, schedule);
  const average = training.ema ? `; the model is the average of the weights with decay ${options.ema}` : '';
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    ['Training', `${words}, ${course}${average}${stopWords(training)}`],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}
