import { configText } from '../../report/config-text.ts';
import { confusionTable } from '../../report/confusion-table.ts';
import { isInk } from '../../report/is-ink.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import { rowWords } from '../training/class-rows.ts';
import { sampleCount } from '../training/sample-count.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { averageWords, courseWords, endWords, seenWords, stopWords } from '../training/training-words.ts';
import { networkFor } from './build-model.ts';
import { adversarialFigures } from './figures.ts';
import { gamePlots, reconstructionPlot } from './plots.ts';
import type { AdversarialRun } from './run.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function adversarialReport(run: AdversarialRun): Report {
  const { data, config, pictures } = run;
  return {
    title: `An adversarial autoencoder learns ${data.name}`,
    lede: lede(run),
    figures: adversarialFigures(run),
    samples: { name: 'Samples.', caption: sampleCaption(run), png: pictures.samples, ink: isInk(data.spec) },
    loss: reconstructionPlot(run),
    plots: gamePlots(run),
    pictures: morePictures(run),
    sections: classSections(run),
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

function lede(run: AdversarialRun): string {
  const { options, data, config, weights, training } = run;
  const network = networkFor(data, options) === 'conv' ? 'Convolutional networks' : 'Networks of dense layers';
  const built = `${network} with ${whole(weights)} weights in all and a z of ${config['latent']} numbers`;
  return `${built} ${seenWords(training, data)}${toldWords(run)}.${endWords(training)}`;
}

/** What it knew of classes, to end a sentence with. */
function toldWords({ options, data }: AdversarialRun): string {
  if (options.mode === 'unsupervised') return '';
  return options.mode === 'conditional'
    ? ', and was told the class of each'
    : `, and was told the classes of ${whole(data.labelled!.length)} of them`;
}

function sampleCaption({ data: { examples, classNames } }: AdversarialRun): string {
  const rows = examples === 'images' ? rowWords(classNames) : '';
  return `${whole(sampleCount(examples, classNames?.length))} ${examples}, each decoded from a z drawn from N(0, I)${rows}.`;
}

function morePictures({ options, data, pictures }: AdversarialRun): Picture[] {
  const own = options.mode === 'semi-supervised' ? ' and the class that it takes it for' : '';
  const shown: [name: string, caption: string, png: Uint8Array | undefined][] = [
    ['Reconstructions.', `Pairs: above a test image, below what its z${own} make of it.`, pictures.reconstructions],
    [
      'Styles.',
      'Each row: a test image, and what its z makes of each class. What is alike along a row is what z says.',
      pictures.styles,
    ],
  ];
  return shown.flatMap(([name, caption, png]) => (png ? [{ name, caption, png, ink: isInk(data.spec) }] : []));
}

function classSections({ data, evaluation: { classes } }: AdversarialRun): NonNullable<Report['sections']> {
  if (classes === undefined) return [];
  const caption = `Counts of test ${data.examples}: a row for each true class, a column for each that the model named.`;
  return [{ name: 'What it takes for what', content: confusionTable(classes.confusion, data.classNames!), caption }];
}

function facts(run: AdversarialRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  const players = `the two players at ${options['adversarial-rate']} with beta1 0.5`;
  const labelled = data.labelled ? `; classes of ${whole(data.labelled.length)} training ${data.examples}, as many of each` : '';
  const changed =
    options.augment.length > 0 ? `; training ${data.examples} changed at random: ${options.augment.join(', ')}` : '';
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}${labelled}${changed}`],
    ['Training', `Adam, ${courseWords(options)}, ${players}${averageWords(options)}${stopWords(training)}`],
    ['Figures', `on all test ${data.examples}; ± is one standard error`],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}
