import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import { learningOf } from '../train-gan/learning.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { courseWords, seenWords } from '../training/training-words.ts';
import { accuracyTable } from './accuracy-table.ts';
import { probeFeaturesFigures } from './figures.ts';
import { ganOptionsOf } from './gan-learner.ts';
import { type RepresentationName, representationNames, representationOf } from './representations.ts';
import type { LearnedModel, ProbeFeaturesRun } from './run.ts';
import { settingTable } from './setting-table.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function probeFeaturesReport(run: ProbeFeaturesRun): Report {
  const { data, options, labelled } = run;
  return {
    title: `What is learned of ${data.name} without labels`,
    lede: lede(run),
    figures: probeFeaturesFigures(run),
    samples: {
      name: 'Labelled.',
      caption: `The ${whole(Math.min(...options.labels))} images whose classes a probe is told in the first draw, a column a class.`,
      png: labelled,
      ink: isInk(data.spec),
    },
    pictures: [],
    sections: [
      { name: 'What a linear probe recognises', content: accuracyTable(run), caption: accuracyCaption(run) },
      { name: 'What cross-validation chose', content: settingTable(run), caption: settingCaption() },
    ],
    facts: facts(run),
    config: configText(Object.fromEntries(learnedModels(run).map(({ name, config }) => [name, config]))),
    usage: usage(run),
  };
}

function lede({ data }: ProbeFeaturesRun): string {
  return (
    `A VAE, an autoencoder and a GAN saw ${whole(data.train.length)} ${data.examples} and none of their labels. ` +
    'A linear classifier is then told the classes of a few, by the features of each model or by raw pixels, and recognises others.'
  );
}

function accuracyCaption({ data, options }: ProbeFeaturesRun): string {
  return (
    `Percent of ${whole(data.test.length)} test ${data.examples}; ± is the standard deviation over ${options.draws} draws of the labelled ones, ` +
    'as many of each class and the same for every row.'
  );
}

function settingCaption(): string {
  return (
    'Of every row alike: features scaled each by itself or together by one number, and a ridge, per feature; the setting that does best in ' +
    'five-fold cross-validation among the labelled images (the first 500, where there are more), and how often. No test image has a say.'
  );
}

function learnedModels({ examined }: ProbeFeaturesRun): (LearnedModel & { readonly name: RepresentationName })[] {
  return representationNames.flatMap((name) => {
    const { model } = examined[name];
    return model ? [{ ...model, name }] : [];
  });
}

function facts(run: ProbeFeaturesRun): [name: string, value: string][] {
  const { command, options, data, seconds } = run;
  const gan = ganOptionsOf(data, options);
  const { rate, words, schedule } = learningOf(gan, data.examples);
  const models = learnedModels(run);
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    [
      'Training',
      `of the VAE and the autoencoder Adam, ${courseWords(options)}; the autoencoder learns without ${whole(100 * options.corruption)} % of an image’s pixels; ` +
        `of the GAN ${words}, ${courseWords({ ...gan, 'learning-rate': rate }, schedule)}`,
    ],
    ...models.map(({ name, weights, training }): [string, string] => [
      representationOf(name).title,
      `${whole(weights)} weights ${seenWords(training, data)}`,
    ]),
    ['Probe', 'multinomial logistic regression to the minimum of its loss, in float64'],
    ['Seed', String(options.seed)],
    ...surroundingFacts({ seconds, training: { seconds: models.reduce((sum, { training }) => sum + training.seconds, 0) } }),
  ];
}
