import type { Dataset } from '@genmodels/datasets';
import { partSizes } from '../../report/part-sizes.ts';
import type { Surroundings } from '../surroundings.ts';
import { classNamesOf } from '../training/class-names.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { loadData } from '../training/training-data.ts';
import type { TrainAdversarialOptions } from './options.ts';

/** Three parts that share no example, and some of the first whose class is told. */
export interface AdversarialData extends ConditionalData {
  /** Of a semi-supervised run; its examples are in `train` too, as the paper has it. */
  readonly labelled?: Dataset;
}

/** Values as they are: they are drawn as means, not as choices between black and white. Throws 'invalid-argument' where classes lack. */
export async function loadAdversarialData(
  options: TrainAdversarialOptions,
  surroundings: Surroundings,
): Promise<AdversarialData> {
  const { terminal } = surroundings;
  const data = await loadData({ ...options, binarize: 'none' }, surroundings);
  terminal.say(`${data.name}, ${data.values}`);
  terminal.say(partSizes(data, data.examples));
  if (options.mode === 'unsupervised') return data;
  const classNames = classNamesOf(data, options.data, `--mode ${options.mode}`);
  terminal.say(`${classNames.length} classes`);
  if (options.mode === 'conditional') return { ...data, classNames };
  const labelled = data.train.balanced(options.labels, options);
  terminal.say(`the classes of ${labelled.length} training ${data.examples} are told`);
  return { ...data, classNames, labelled };
}
