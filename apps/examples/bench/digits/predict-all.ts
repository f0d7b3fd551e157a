import type { Dataset } from '@genmodels/datasets';
import type { Classifier } from '../../classifier/classifier.ts';

/** Pictures at a time. */
const SIZE = 500;

/** The class that the classifier gives each picture, in their order. */
export async function predictAll(classifier: Classifier, data: Dataset): Promise<Int32Array> {
  const classes = new Int32Array(data.length);
  for (let first = 0; first < data.length; first += SIZE) {
    const x = data.images(Array.from({ length: Math.min(SIZE, data.length - first) }, (_, i) => first + i));
    const predicted = classifier.predict(x);
    classes.set(await predicted.data<'int32'>(), first);
    predicted.dispose();
    x.dispose();
  }
  return classes;
}
