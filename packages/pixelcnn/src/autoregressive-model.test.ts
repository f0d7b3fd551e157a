import { expect, test } from 'vitest';
import { DiagonalBiLstm } from './diagonal-bi-lstm.ts';
import { GatedPixelCnn } from './gated-pixel-cnn.ts';
import { PixelCnn } from './pixel-cnn.ts';
import { PixelCnnPlusPlus } from './pixel-cnn-plus-plus.ts';
import { RowLstm } from './row-lstm.ts';

test.each([PixelCnn, GatedPixelCnn, PixelCnnPlusPlus, RowLstm, DiagonalBiLstm])('%o says that it needs a spec', (Model) => {
  // biome-ignore lint/suspicious/noExplicitAny: what JavaScript may pass
  expect(() => new Model({} as any)).toThrow(`${Model.name}.spec`);
});
