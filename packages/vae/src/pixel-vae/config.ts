import { channelCount, check, type DataSpec, type JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { decoderFields, klFields, type VaeOptions } from '../config.ts';
import type { VaeNetwork } from '../network.ts';

/** All that a PixelVAE is built from: complete and plain JSON. */
export interface PixelVaeConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  /** Size of z. */
  readonly latent: number;
  readonly network: VaeNetwork['config'];
  readonly features: number;
  readonly maskedLayers: number;
  readonly kernelSize: number;
  readonly beta: number;
  readonly warmUp: number;
  readonly freeBits: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

/** `spec` is that of binary images, or of images in 256 levels at most. */
export interface PixelVaeOptions extends Pick<VaeOptions, 'spec' | 'latent' | 'beta' | 'freeBits' | 'seed'> {
  /** What encodes, and makes of z the map that the masked layers go by: `conv()`, `mlp()` or one of your own. @default conv() */
  readonly network?: VaeNetwork;
  /** Channels of that map and of the masked layers. @default 16, or 18 for masked colours */
  readonly features?: number;
  /**
   * How many masked layers there are. With the next option it says what is left to z: a pixel is drawn knowing those up to
   * `(kernelSize - 1) / 2 + maskedLayers - 1` rows above, and as many columns to the left and, above, to the right. That is 3 by default,
   * enough for the edge of a stroke and too few for a digit. Where it is all of an image, z says nothing in the end. @default 2
   */
  readonly maskedLayers?: number;
  /** Pixels along each side of the first one's kernel, an odd number; the others have 3. @default 5 */
  readonly kernelSize?: number;
  /**
   * Steps over which the KL term's weight rises from 0 to `beta`. The masked layers learn sooner than the way through z, and where z has
   * its full price at once they leave it little to say. @default 1000
   */
  readonly warmUp?: number;
}

/** The fields of a config that are numbers, with their defaults and bounds, where colours are masked in so many groups. */
export function pixelVaeFields(groups: number) {
  const { spec, latent, seed } = decoderFields();
  return {
    spec,
    latent,
    features: channelCount(groups, 16),
    maskedLayers: config.optional(config.integer({ min: 1 }), 2),
    kernelSize: config.optional(oddSize, 5),
    ...klFields(1000),
    seed,
  };
}

function oddSize(value: unknown, path: string): number {
  const size = config.integer({ min: 3 })(value, path);
  check(size % 2 === 1, 'invalid-config', () => `${path} must be odd, so that the mask has a centre, got ${size}`);
  return size;
}
