import { classTable } from '../../report/class-table.ts';
import { configText } from '../../report/config-text.ts';
import { machineFacts } from '../../report/machine-facts.ts';
import type { Markup } from '../../report/markup.ts';
import { duration, whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import { generatorFile } from '../train-gan/generator-file.ts';
import { learningOf } from '../train-gan/learning.ts';
import { gamePlots, lossesPlot } from '../train-gan/plots.ts';
import { courseWords, seenWords, stopWords } from '../training/training-words.ts';
import { type EquationBlock, equationBlocks } from './equation-blocks.ts';
import { equations, equationWords } from './equations.ts';
import { faceArithmeticFigures, shareText } from './figures.ts';
import { schedule } from './generator.ts';
import { outcomeTable } from './outcome-table.ts';
import type { FaceArithmeticRun } from './run.ts';
import { traits } from './traits.ts';
import { usage } from './usage.ts';
import { wayWords } from './way-words.ts';
import { wayNames } from './ways.ts';

/** What the page of a run says. */
export function faceArithmeticReport(run: FaceArithmeticRun): Report {
  const { config, training, pictures } = run;
  return {
    title: 'Arithmetic with faces',
    lede: lede(run),
    figures: faceArithmeticFigures(run),
    samples: { name: 'Samples.', caption: 'Each is what the generator makes of a z from N(0, I).', png: pictures.samples },
    ...(training && { loss: lossesPlot(training), plots: gamePlots(training) }),
    pictures: [],
    sections: [
      {
        name: 'Equations',
        content: equationBlocks(equations.flatMap((equation) => blockOf(run, equation))),
        caption: equationsCaption(run),
      },
      ...waySections(run),
      { name: 'What the classifiers see', content: traitTable(run), caption: traitCaption(run) },
    ],
    facts: facts(run),
    config: configText(config),
    usage: usage(run, modelPath(run)),
  };
}

/** Where the generator lies. */
export function modelPath({ options }: Pick<FaceArithmeticRun, 'options'>): string {
  return options.model === '' ? generatorFile(options) : options.model;
}

function lede({ weights, training, data, config }: FaceArithmeticRun): string {
  const trained = training ? ` The GAN ${seenWords(training, data)}.` : '';
  return (
    `"Smiling with glasses − serious with glasses + serious without glasses" is a smile without glasses, in the z of a generator ` +
    `with ${whole(weights)} weights and ${config['latent']} numbers a z.${trained} Classifiers say what came out.`
  );
}

function blockOf({ pictures }: FaceArithmeticRun, equation: (typeof equations)[number]): EquationBlock[] {
  const drawn = pictures.equations[equation.name];
  return drawn ? [{ words: equationWords(equation), terms: drawn.terms, walk: drawn.walk }] : [];
}

function equationsCaption({ options }: FaceArithmeticRun): string {
  return (
    `Each row of an equation: the faces of the means of ${options['per-term']} z, and of their sum, for faces that are alike in all that it is not about ` +
    `(where there are enough of those). To the right other faces on their way: along the pure direction. The first that were drawn, none chosen.`
  );
}

function waySections({ options, outcomes }: FaceArithmeticRun): NonNullable<Report['sections']> {
  const words = wayWords(options);
  const columns =
    'Appears: the share of results that have what is wanted; before: of the faces of the third terms. ' +
    'A trait stays where it is in the result as in the face of the third term. In percent, with 95 % intervals (Wilson).';
  return wayNames.map((way) => ({
    name: words[way].title,
    content: outcomeTable(outcomes[way]),
    caption: `${words[way].about} ${columns}`,
  }));
}

function traitTable({ data, accuracies, frequencies }: FaceArithmeticRun): Markup {
  const inData = traits.map((trait) => {
    const column = data.test.attributes![trait]!;
    return column.reduce((sum, value) => sum + value, 0) / column.length;
  });
  const inSamples = traits.map((trait) => frequencies[trait]);
  return classTable({
    classes: traits,
    rows: [
      { name: 'test faces that are recognised', shares: traits.map((trait) => accuracies[trait]) },
      { name: 'test faces that have it', shares: inData },
      { name: 'samples that have it', shares: inSamples },
      { name: 'pairs of samples that agree', shares: inSamples.map((share) => share ** 2 + (1 - share) ** 2) },
    ],
  });
}

function traitCaption({ sure, options }: FaceArithmeticRun): string {
  return (
    `In percent. What appears must be seen beside the third row, what stays beside the last: the faces of two z that have nothing to do ` +
    `with each other. Every classifier is at least ${100 * options.sure} % sure of ${shareText(sure)} of ${whole(sure.count)} samples; only those stand in equations.`
  );
}

function facts(run: FaceArithmeticRun): [name: string, value: string][] {
  const { command, options, data, training, reach, seconds } = run;
  return [
    ['Command', command],
    ['Data', `${data.name}: ${partSizes(data)}`],
    ['Generator', training ? trainingWords(run) : modelPath(run)],
    [
      'Classifiers',
      `one for each trait, AdamW, ${options['classifier-epochs']} epochs of ${whole(Math.min(options['classifier-size'], data.train.length))} faces`,
    ],
    ['Results', `${whole(options.results)} of each equation in each way`],
    [
      'Pure directions',
      `to so many times the mean place of faces that have what is wanted: ${Object.entries(reach)
        .map((entry) => entry.join(' '))
        .join(', ')}`,
    ],
    ['Seed', String(options.seed)],
    ...machineFacts(),
    ['Duration', `${duration(seconds)} in all${training ? `, of which ${duration(training.seconds)} training the GAN` : ''}`],
  ];
}

function trainingWords({ options, training }: FaceArithmeticRun): string {
  const { rate, words } = learningOf({ ...options, schedule }, 'images');
  const course = courseWords({ ...options, 'learning-rate': rate }, schedule);
  const normalized = options['spectral-norm'] ? ', spectral normalisation' : '';
  return `loss ${options.loss}${normalized}, ${words}, ${course}, weights averaged with decay ${options.ema}${stopWords(training!)}`;
}
