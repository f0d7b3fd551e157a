import { type DataSpec, namedVariables } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { GatedPixelCnn } from '../gated-pixel-cnn.ts';
import { logisticMixture } from '../outputs/logistic-mixture.ts';
import { PixelCnn } from '../pixel-cnn.ts';
import { PixelCnnPlusPlus } from '../pixel-cnn-plus-plus.ts';

// What stands here was computed once. A file that somebody keeps can be read for as long as these bits stay; where they must change,
// `arithmetic` in header.ts takes the next number.

export type GoldenModel = PixelCnn | GatedPixelCnn | PixelCnnPlusPlus;

const binary: DataSpec = { shape: [5, 4, 1], domain: 'binary' };
const colours: DataSpec = { shape: [3, 3, 3], domain: { levels: 256 } };

export const goldenModels: readonly [name: string, create: () => GoldenModel, parameters: string, body: string][] = [
  [
    'PixelCnn',
    () => new PixelCnn({ spec: binary, filters: 4, blocks: 1, kernelSize: 3, hidden: 4 }),
    '4ddc49634f89562a',
    '9jajGCtnKaJ8+ZFMr3gwE4Gq',
  ],
  [
    'GatedPixelCnn',
    () => new GatedPixelCnn({ spec: binary, filters: 4, layers: 1, firstKernelSize: 3, hidden: 4 }),
    'cc8d4b8c597df805',
    'ny5mzWUSLsg=',
  ],
  [
    'categorical',
    () => new PixelCnn({ spec: colours, filters: 3, blocks: 0, kernelSize: 3, hidden: 3 }),
    'af9f746946f80f4d',
    'AB/t4Y2Y7gbJlVlU0CJY2QBdRDSxS6vEncSLoJv63hwD+aPO8q+zOtiO/lQ75Sf50tPkUzv8BJdPo9Ij2TnqfKIGVfPP20cI2eOfq8SHYyTvq/iW',
  ],
  [
    'mixture',
    () =>
      new PixelCnn({
        spec: colours,
        output: logisticMixture({ components: 3 }),
        filters: 3,
        blocks: 0,
        kernelSize: 3,
        hidden: 3,
      }),
    '7e304bf000f7a396',
    'EOl3y3eVvNBGk+4/ptN6WztnPx8B7TMJhIHHZ4yQ0ZsJgHNFR3TEf60CBsoG2xq1+l2o8mj7fdAM/+X73b0HmiuBHYbU8ALY2H9v+WL9UmrS88Zb4HwaTI1SgoF7sQ==',
  ],
  [
    'PixelCnnPlusPlus',
    () =>
      new PixelCnnPlusPlus({
        spec: { ...colours, shape: [4, 4, 3] },
        output: logisticMixture({ components: 2 }),
        filters: 2,
        blocks: 1,
        resolutions: 2,
      }),
    '31fb9291440113df',
    'FZZsK8cAQ0DHvZZjuy6i6QmJ/l9t7AbXvdTKi1PsKLtwwZNEDL2rrT+07ROb+mBg6ntAMYgay3XTGYumRARcK0p2eFOZhIACcSdke40MXPNLOZ9UmchDKKwYkvOsCKRShr0XbMRdjBHmOMggpOFBzX7CDBkUTvrAOgOTyzKT21SRXpmg2H4Rs6L+UgvrIqOVjZzZGcf7h7E1ffklnurgrqS1lBWTukVC',
  ],
];

/** Weights that no logarithm, and no random number, has a part in. */
export function setGoldenWeights(model: GoldenModel): void {
  for (const [i, variable] of [...namedVariables(model).values()].entries()) {
    const values = Float32Array.from({ length: variable.size }, (_, at) => (((at + 1) * (7919 + 104 * i)) % 1009) / 504 - 1);
    tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
  }
}

/** Levels of three images. */
export function goldenLevels({ spec, distribution }: GoldenModel): number[] {
  const size = spec.shape.reduce((a, b) => a * b);
  return Array.from({ length: 3 * size }, (_, i) => ((i * i * 31 + 7 * i) >> 3) % distribution.levels);
}
