import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import { shortNumber, whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { classSection } from '../evaluate/class-section.ts';
import { rowWords } from '../training/class-rows.ts';
import { nearestCaption } from '../training/draw-nearest.ts';
import { sampleCount } from '../training/sample-count.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { averageWords, courseWords, endWords, seenWords, stopWords } from '../training/training-words.ts';
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
    samples: { name: 'Samples.', caption: sampleCaption(run), png: pictures.samples, ink: isInk(data.spec) },
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
  const rows = examples === 'images' ? rowWords(classNames) : '';
  return `${sampleCount(examples, classNames?.length)} ${examples}, each what the generator makes of a z from N(0, I)${rows}.`;
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
    ['Nearest neighbors.', nearestCaption, neighbors],
    ['Projections.', projectionCaption(run), projected?.png],
  ];
  return shown.flatMap(([name, caption, png]) => (png ? [{ name, caption, png, ink: isInk(run.data.spec) }] : []));
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
  return [classSection(judgements, data.train.classNames)];
}

function facts(run: GanRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  const { rate, words, schedule } = learningOf(options, data.examples);
  const course = courseWords({ ...options, 'learning-rate': rate }, schedule);
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    ['Training', `${words}, ${course}${averageWords(options)}${stopWords(training)}`],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}
