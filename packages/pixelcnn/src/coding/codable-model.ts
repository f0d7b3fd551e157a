import type { JsonObject } from '@genmodels/core';
import type { PixelModel } from '../pixel-model.ts';

/** A model that images can be coded with: every model of this package. */
export interface CodableModel extends PixelModel {
  readonly kind: string;
  readonly config: JsonObject;
}
