import { partSizes } from '../../report/part-sizes.ts';
import type { Surroundings } from '../surroundings.ts';
import { type ConditionalData, nameClasses } from './conditional-data.ts';
import { type DataOptions, loadData } from './training-data.ts';

/** Any data, with the names of its classes where they are wanted. Throws 'invalid-argument' where it has none then. */
export async function loadConditional(
  options: DataOptions & { readonly conditional: boolean },
  surroundings: Surroundings,
): Promise<ConditionalData> {
  const data = await loadData(options, surroundings);
  surroundings.terminal.say(`${data.name}, ${data.values}`);
  surroundings.terminal.say(partSizes(data, data.examples));
  return nameClasses(data, options, surroundings);
}
