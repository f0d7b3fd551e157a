import type { Dataset } from '@genmodels/datasets';
import { describeAudit } from '@genmodels/metrics';
import { isInk } from '../../report/is-ink.ts';
import { machineFacts } from '../../report/machine-facts.ts';
import { duration, whole } from '../../report/numbers.ts';
import type { Picture } from '../../report/picture-block.ts';
import { dataSets } from '../data/data-sets.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluationFigures } from './figures.ts';
import { describeModel, describeSamples } from './models.ts';
import type { EvaluationPage } from './page.ts';
import type { EvaluationPictures, EvaluationRun } from './run.ts';

/** What the page of an evaluation says. */
export function evaluationReport(run: EvaluationRun, pictures: EvaluationPictures): EvaluationPage {
  const { options, model, samples, parts, evaluation } = run;
  const { title, examples } = dataSets[options.data];
  const ink = isInk(model.config.spec);
  const count = whole(samples.shape[0]!);
  return {
    title: `How near ${describeModel(model)} comes to ${title}`,
    lede: `${count} samples, ${describeSamples(model)}, measured against ${count} test ${examples} that the model has never seen.`,
    figures: evaluationFigures(evaluation),
    samples: { name: 'Samples.', caption: 'The first of them.', png: pictures.samples, ink },
    columns: evaluation.columns,
    caption:
      `All against the same ${count} test ${examples}. Training ${examples} are as good as samples can be; the same under noise show how fast a score falls. ` +
      'Arrows say which way is better; intervals are where the true value probably lies.',
    ...(evaluation.classes && { classes: classesOf(evaluation.classes, parts.train) }),
    likelihood: evaluation.likelihood.map(String),
    audit: describeAudit(evaluation.audit),
    pictures: neighborPictures(pictures, ink),
    lines: evaluation.columns[0]!.scores.map(String),
    facts: factsOf(run),
  };
}

function classesOf(
  { samples, test }: NonNullable<Evaluation['classes']>,
  { classNames }: Dataset,
): NonNullable<EvaluationPage['classes']> {
  return {
    table: {
      classes: samples.map((_, label) => classNames?.[label] ?? String(label)),
      rows: [
        { name: 'samples', shares: samples },
        { name: 'test', shares: test },
      ],
    },
    caption:
      'What the classifier takes them for, in percent: a class that is missing among the samples is a mode that the model has lost.',
  };
}

function neighborPictures({ neighbors }: EvaluationPictures, ink: boolean): Picture[] {
  if (neighbors === undefined) return [];
  const caption = 'The samples that are nearest to a training image, by pixels: above the sample, below the training image.';
  return [{ name: 'Nearest neighbors.', caption, png: neighbors, ink }];
}

function factsOf({ command, path, options, seconds }: EvaluationRun): [name: string, value: string][] {
  return [
    ['Command', command],
    ['Model', path],
    ['Seed', String(options.seed)],
    ...machineFacts(),
    ['Duration', duration(seconds)],
  ];
}
