import { configText } from '../../report/config-text.ts';
import { confusionTable } from '../../report/confusion-table.ts';
import { isInk } from '../../report/is-ink.ts';
import type { Markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import type { Picture } from '../../report/picture-block.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import { startingLines } from '../backend.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { courseWords, endWords, seenWords, stopWords } from '../training/training-words.ts';
import { classifierFigures } from './figures.ts';
import { mistakeColumns } from './mistakes.ts';
import type { ClassifierRun } from './run.ts';

/** What the report of a run says. */
export function classifierReport(run: ClassifierRun): Report {
  const { data, evaluation, config } = run;
  return {
    title: `A classifier learns to recognise ${data.name}`,
    lede: lede(run),
    figures: classifierFigures(run),
    samples: mistakesPicture(run),
    loss: { plot: lossOf(run), caption: lossCaption(run) },
    pictures: [],
    sections: [
      {
        name: 'What it takes for what',
        content: confusionTable(evaluation.confusion, data.classNames),
        caption: `Counts of test ${data.examples}: a row for each true class, a column for each that the model named.`,
      },
    ],
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** Training and validation loss by epoch. */
function lossOf({ training }: ClassifierRun): Markup {
  return trainingPlot(training, { loss: 'crossEntropy', label: '−log p(class given image), nats' });
}

function lede({ data, weights, training }: ClassifierRun): string {
  return `A convolutional network with ${whole(weights)} weights ${seenWords(training, data)}.${endWords(training)}`;
}

function lossCaption({ data, options }: ClassifierRun): string {
  const changed = options.augment.length > 0 ? ', their random changes and the dropout included' : ', the dropout included';
  return (
    `Training: mean of the steps since the point before${changed}. ` +
    `Validation: ${whole(data.validation.length)} ${data.examples} as they are, which training never sees.`
  );
}

function mistakesPicture({ data, evaluation, mistakes }: ClassifierRun): Picture | undefined {
  if (mistakes === undefined) return undefined;
  const named = evaluation.mistakes
    .slice(0, mistakeColumns)
    .map(({ label, predicted }) => `${data.classNames[label]} as ${data.classNames[predicted]}`);
  const caption = `Test ${data.examples} that it takes for another class, the surest first. First row: ${named.join(', ')}.`;
  return { name: 'Mistakes.', caption, png: mistakes, ink: isInk(data.spec) };
}

function facts(run: ClassifierRun): [name: string, value: string][] {
  const { command, options, data, training, file } = run;
  const decay = options['weight-decay'] === 0 ? '' : `, weight decay ${options['weight-decay']}`;
  return [
    ['Command', command],
    ['Data', `${data.name}: ${partSizes(data)}`],
    ['Augmentation', options.augment.join(', ') || 'none'],
    ['Training', `AdamW, ${courseWords(options)}${decay}${stopWords(training)}`],
    ['Figures', 'on test examples, by the model as it lies in its file; ± is one standard error'],
    ['Model', `${file.path}, ${whole(file.bytes)} bytes, SHA-256 ${file.sha256}`],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}

function usage({ options, data, file }: ClassifierRun): string {
  const { imports, start } = startingLines(options.backend);
  return `${imports}
import { loadClassifier } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';

${start}
const classifier = await loadClassifier('${file.path}');
const classes = classifier.predict(${data.examples}); // ${data.examples} is [count, ${data.spec.shape.join(', ')}] in [0, 1]; classes is int32 [count]`;
}
