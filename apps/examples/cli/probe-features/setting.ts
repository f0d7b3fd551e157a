import type { LinearProbeOptions } from '@genmodels/metrics';
import type { Labelled } from './labelled.ts';

/** How a probe is trained. */
export interface Setting {
  readonly scaling: 'each' | 'together';
  /**
   * How strong the prior on the weights is, whatever the number of examples: in proportion to the number of features, because so is the
   * squared length of scaled ones.
   */
  readonly ridge: number;
}

/** What cross-validation chooses from, for pixels as for all else; the first wins where all is equal. */
export const settings: readonly Setting[] = [0.1, 1, 0.01, 0.001].flatMap((ridge) => [
  { scaling: 'together', ridge },
  { scaling: 'each', ridge },
]);

/** The gradient at which training ends, ten times what `linearProbe` asks for: to choose a setting, forty probes are trained for one. */
const tolerance = 1e-4;

/** What `linearProbe` is told. */
export function probeOptions(
  { scaling, ridge }: Setting,
  { features: { length, width } }: Labelled,
): Pick<LinearProbeOptions, 'scaling' | 'l2' | 'tolerance'> {
  return { scaling, l2: (ridge * width) / length, tolerance };
}
