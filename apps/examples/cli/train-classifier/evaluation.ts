import type { Classifier } from '@genmodels/metrics';
import { accuracyOf, type Confusion, confusionOf } from '../../classifier/confusion.ts';
import { predictAll } from '../../classifier/predict-all.ts';
import type { LabelledData } from './data.ts';

/** What a classifier makes of the test examples. */
export interface Evaluation {
  readonly confusion: Confusion;
  /** Share of the test examples that are recognised, and one standard error of it. */
  readonly accuracy: number;
  readonly error: number;
  /** Those that are not, the surest mistake first. */
  readonly mistakes: readonly Mistake[];
}

interface Mistake {
  /** Which test example it is. */
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
}

export async function evaluate(classifier: Classifier, { test }: Pick<LabelledData, 'test'>): Promise<Evaluation> {
  const { classes, certainties } = await predictAll(classifier, test);
  const labels = test.labels!;
  const confusion = confusionOf(labels, classes, classifier.config.classes);
  const accuracy = accuracyOf(confusion);
  const wrong = [...labels.keys()].filter((index) => labels[index] !== classes[index]);
  wrong.sort((a, b) => certainties[b]! - certainties[a]!);
  return {
    confusion,
    accuracy,
    error: Math.sqrt((accuracy * (1 - accuracy)) / test.length),
    mistakes: wrong.map((index) => ({ index, label: labels[index]!, predicted: classes[index]! })),
  };
}
