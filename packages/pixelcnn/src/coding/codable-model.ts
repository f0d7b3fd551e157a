import type { JsonObject } from '@genmodels/core';
import type { PixelModel } from '../pixel-model.ts';
import type { ImageCoding } from './image-coding.ts';

/** A model that images can be coded with: every model of this package. */
export interface CodableModel extends PixelModel {
  readonly kind: string;
  readonly config: JsonObject & { readonly classes: number; readonly mapChannels: number };
  /**
   * Codes images, where that is not done pixel after pixel with `network`.
   * @internal
   */
  codeImages?(coding: ImageCoding): Promise<void>;
}
