import type { DataSpec } from '@genmodels/core';
import { expect, test } from 'vitest';
import { PixelCnn } from '../pixel-cnn.ts';
import { drawsAlike } from './sampling-laws.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };

// As in pixel-laws.test.ts: each of these models is wrong in one way.

test.each<[string, RegExp, (model: PixelCnn) => object]>([
  ['its slow samples are others', /of what is drawn fast must be/, (model) => ({ sample: (options) => PixelCnn.prototype.sample.call(model, { ...options, seed: options.incremental === false ? 1 : 2 }) }) satisfies Partial<PixelCnn>],
  ['its rows are of other samples', /of row \d must be/, (model) => ({ sampleRows: (options) => PixelCnn.prototype.sampleRows.call(model, { ...options, seed: 1 }) }) satisfies Partial<PixelCnn>],
])('%s: which is found', async (_, message, tamper) => {
  const model = new PixelCnn({ spec, filters: 4, blocks: 1, kernelSize: 3, hidden: 4 });
  Object.assign(model, tamper(model));
  await expect(drawsAlike(model)).rejects.toThrow(message);
  model.dispose();
});
