import { type Condition, type DrawnRow, drawPixelRows, type PixelRowsOptions } from '@genmodels/core';
import { openMachine } from './open-machine.ts';
import type { PixelModel } from './pixel-model.ts';

export interface DrawOptions extends PixelRowsOptions {
  readonly condition?: Condition;
  /** False computes the whole network anew for every pixel. @default true */
  readonly incremental?: boolean;
}

/** Draws images pixel by pixel, and gives each row when it is there. Rejects with the signal's reason within a row. */
export function drawRows(model: PixelModel, options: DrawOptions): AsyncGenerator<DrawnRow> {
  return drawPixelRows(pixelsOf(model), () => openMachine(model, options), options);
}

/** What a pixel of a model is drawn from. */
export function pixelsOf({ spec, distribution }: PixelModel) {
  return { shape: spec.shape, distribution };
}
