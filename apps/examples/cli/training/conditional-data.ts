import type { Surroundings } from '../surroundings.ts';
import { classNamesOf } from './class-names.ts';
import type { TrainingData } from './training-data.ts';

/** Three parts that share no example. */
export interface ConditionalData extends TrainingData {
  /** What the classes are called that the model is conditioned on; absent where it is not. */
  readonly classNames?: readonly string[];
}

/** Names the classes where a model shall be conditioned on them. Throws 'invalid-argument' where the data has none. */
export function nameClasses(
  data: TrainingData,
  options: { readonly data: string; readonly conditional: boolean },
  { terminal }: Surroundings,
): ConditionalData {
  if (!options.conditional) return data;
  const classNames = classNamesOf(data, options.data, '--conditional');
  terminal.say(`${classNames.length} classes`);
  return { ...data, classNames };
}
