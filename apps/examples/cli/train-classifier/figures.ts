import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { ClassifierRun } from './run.ts';

/** The main figures of a run. Each says what it is a share of, and on which side of a comparison it stands. */
export function classifierFigures({ data, training, evaluation, file, options }: ClassifierRun): Figure[] {
  const { accuracy, error, mistakes } = evaluation;
  const validated = training.validation.at(-1)?.values['crossEntropy/accuracy'];
  return [
    {
      name: 'Recognised',
      value: decimal(100 * accuracy),
      unit: '%',
      note: `of ${whole(data.test.length)} test ${data.examples} ± ${decimal(100 * error)}, all but ${whole(mistakes.length)}`,
    },
    ...(validated === undefined
      ? []
      : [
          {
            name: 'Validation',
            value: decimal(100 * validated),
            unit: '%',
            note: `of ${whole(data.validation.length)} ${data.examples}`,
          },
        ]),
    {
      name: 'Model',
      value: whole(file.bytes / 1000),
      unit: 'kB',
      note: `in ${options.float16 ? 'float16' : 'float32'}, SHA-256 ${file.sha256.slice(0, 8)}…`,
    },
    trainingFigure(training, data.examples),
  ];
}
