import { levelValues } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../../../checks/browser/start-backend.ts';
import { compress } from '../../src/coding/compress.ts';
import { decompress } from '../../src/coding/decompress.ts';
import { headerBytes } from '../../src/coding/header.ts';
import { type GoldenModel, goldenLevels, goldenModels, setGoldenWeights } from '../../src/testing/golden-models.ts';

export const alsoInWorker = true;

/** Files that Node wrote are the files that this browser writes, and it reads them. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = goldenModels.map(([name, create, , body]) => ({
  name: `a file of ${name} has the same bytes as everywhere`,
  run: () => codesAlike(create, body),
}));

async function codesAlike(create: () => GoldenModel, body: string): Promise<void> {
  await startBackend();
  const model = create();
  setGoldenWeights(model);
  const known = levelValues(model.distribution.levels);
  const values = Float32Array.from(goldenLevels(model), (level) => known[level]!);
  const bytes = await compress(model, tf.tensor(values, [3, ...model.spec.shape]));
  const written = btoa(String.fromCharCode(...bytes.subarray(headerBytes)));
  if (written !== body) throw new Error(`the file must be ${body}, got ${written}`);
  const back = await (await decompress(model, bytes)).data();
  if (String(back) !== String(values)) throw new Error('the images must come back as they were');
}
