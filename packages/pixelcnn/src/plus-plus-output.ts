import { check, type DataSpec } from '@genmodels/core';
import type { PixelOutput } from './output.ts';
import { bernoulli } from './outputs/bernoulli.ts';
import { logisticMixture } from './outputs/logistic-mixture.ts';

/** The given output, or the default one. Throws 'invalid-config' where it leaves to the network how a pixel's colours are tied. */
export function plusPlusOutput(spec: DataSpec, given?: PixelOutput): PixelOutput {
  const output = given ?? (spec.domain === 'binary' && spec.shape[2] === 1 ? bernoulli() : logisticMixture());
  const { turns } = output.distribution(spec);
  check(
    turns === 1,
    'invalid-config',
    () =>
      `PixelCnnPlusPlus.output must tie the colours of a pixel by itself, as nothing in the network masks them, got ${output.config.kind}: take logisticMixture()`,
  );
  return output;
}
